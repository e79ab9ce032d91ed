package jirei.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jirei.Eventually;
import jirei.Programs;
import jirei.cases.Section;
import jirei.corpus.lexicon.Lexicon;
import jirei.intake.layout.ImportResult;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An invented page printed as PDF by Chromium has the same sections as the page itself. */
class ChromiumPdfIT {
    private static final String PAGE =
            """
            <!doctype html><html lang="ja"><head><meta charset="utf-8"><title>緑町の夜間当番</title><style>
            @page { size: A4; margin: 25mm 20mm }
            body { font: 10.5pt/1.7 "Noto Serif CJK JP", serif }
            h1 { font-size: 20pt } h2 { font-size: 15pt; break-before: page } h3 { font-size: 12pt }
            p { text-indent: 1em; margin: 0 }
            .columns { columns: 2; column-gap: 2em }
            .upright { writing-mode: vertical-rl; height: 160mm }
            </style></head><body>
            <h1>緑町の夜間当番のしくみ</h1>
            <p>島根県緑町は令和2年度に、夜間の電話当番を町全体で分け合うしくみを作った。医師会が音頭を取り、町が費用を出した。この町では長い間、夜の電話に一人の医師が応じてきたが、疲れがたまり、続けられなくなった。</p>
            <p>そこで町の医師会が話し合いの場を設け、Green Networkという名で当番を分け合うことにした。</p>
            <h2>当番のしくみ</h2>
            <p>五つの<ruby>診療所<rt>しんりょうじょ</rt></ruby>が一週間ずつ電話当番を受け持つ。当番表は<ruby>医師会<rt>いしかい</rt></ruby>の事務局が半年ごとに作り、役場と訪問看護ステーションに配る。当番の医師は必要なときに訪問看護師と連絡を取り合い、朝になったら主治医に様子を伝える。</p>
            <h3>当番表の作り方</h3>
            <p>当番表は半年ごとに作る。休みの希望は一か月前までに事務局へ届ける。届けがない週は名簿の順に決め、急な用事のときは互いに代わる。</p>
            <h2>住民への広報</h2>
            <div class="columns"><p>町は広報紙に当番の電話番号を載せ、民生委員が一人暮らしの家を回って説明した。説明会は地区ごとに開き、全部で十二回、延べ三百人が集まった。会場では寸劇を使い、夜に具合が悪くなったときの電話のかけ方を見せた。</p><p>電話番号を書いた札は冷蔵庫に貼れる大きさにした。札は薬局でも配り、薬剤師が使い方を話した。札を見て電話をかけた人は一年で四十人いた。かけてよかったという声が多く、町は次の年も札を作ることにした。</p></div>
            <h2>これから</h2>
            <div class="upright"><p>町の人たちは夜の電話がつながることを何よりも喜んだ。医師の疲れも減り、若い医師が町に来るきっかけにもなった。これからは隣の村とも当番を分け合いたいと、医師会の人たちは話している。</p><p>二つ目の段落も縦に組まれている。看護師の数が足りないことが課題として残っている。</p></div>
            </body></html>
            """;

    @TempDir
    private static Path folder = Path.of("");

    private static Path page = Path.of("");
    private static String chromium = "";

    @BeforeAll
    static void findChromium() throws Exception {
        chromium = Programs.chromium().map(Path::toString).orElse("");
        assumeTrue(!chromium.isEmpty(), "skipped: Chromium is not here; install chromium and a Japanese font");
        page = Files.writeString(folder.resolve("page.html"), PAGE, StandardCharsets.UTF_8);
    }

    private static Path print(String name, String... options) throws Exception {
        return print(page, name, options);
    }

    private static Path print(Path page, String name, String... options) throws Exception {
        Path pdf = folder.resolve(name);
        var command = new ArrayList<>(List.of(
                chromium,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync"));
        command.add("--user-data-dir=" + folder.resolve("profile"));
        command.addAll(List.of(options));
        command.add("--print-to-pdf=" + pdf);
        command.add(page.toUri().toString());
        Process printing = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log.txt").toFile())
                .start();
        assertThat(printing.waitFor(Eventually.LIMIT.toSeconds(), TimeUnit.SECONDS))
                .as("printed in time")
                .isTrue();
        return pdf;
    }

    private static List<Section> sections(Path file) throws Exception {
        return Intake.read(file, Lexicon.shipped()).cases().getFirst().sections().stream()
                .map(ChromiumPdfIT::withoutPages)
                .toList();
    }

    /** Returns the section as a format without pages has it. */
    private static Section withoutPages(Section section) {
        return new Section(
                section.id(),
                section.kind(),
                section.heading(),
                section.parent(),
                section.actors(),
                section.themes(),
                section.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--no-pdf-header-footer", "--generate-pdf-document-outline", "--disable-extensions"})
    void thePdfHasTheSectionsOfThePage(String option) throws Exception {
        Path pdf = print("printed.pdf", option);

        assertThat(sections(pdf)).isEqualTo(sections(page));
    }

    @Test
    void warningsHavePageNumbers() throws Exception {
        ImportResult read = Intake.read(print("plain.pdf"), Lexicon.shipped());

        assertThat(read.unit()).isEqualTo("ページ");
        assertThat(read.cases()).hasSize(1);
    }

    @Test
    void columnsWithANarrowGutterAreReadInOrder() throws Exception {
        String paragraph = "町の医師会と訪問看護師は当番を分け合い、夜の電話を一つの番号にまとめた。";
        String text = Stream.iterate(1, n -> n + 1)
                .limit(12)
                .map(n -> "<p>" + n + "番目の記録である。" + paragraph.repeat(4) + "</p>")
                .reduce("", String::concat);
        Path narrow = Files.writeString(
                folder.resolve("narrow.html"),
                "<!doctype html><html lang=\"ja\"><meta charset=\"utf-8\"><title>記録</title><body><h1>夜の電話</h1>"
                        + "<div style=\"columns:2;column-gap:1em\"><h2>当番の記録</h2>" + text + "</div></body></html>",
                StandardCharsets.UTF_8);

        Section read = sections(print(narrow, "narrow.pdf")).getLast();

        assertThat(read.heading()).isEqualTo("当番の記録");
        assertThat(read.paragraphs()).hasSize(12).allMatch(line -> line.endsWith(paragraph.repeat(4)));
    }

    @Test
    void aTableInAFrameIsReadByRow() throws Exception {
        Path framed = Files.writeString(
                folder.resolve("framed.html"),
                """
                <!doctype html><html lang="ja"><meta charset="utf-8"><title>当番</title>
                <h1>緑町の夜間当番のしくみ</h1><p>緑町は夜の電話当番を分け合うしくみを作った。</p>
                <table border="1"><tr><td><p>週ごとの当番の表である。</p>
                <table border="1"><tr><th>週</th><th>診療所</th></tr><tr><td>第一</td><td>みどり医院</td></tr></table>
                </td></tr></table>""",
                StandardCharsets.UTF_8);

        assertThat(sections(print(framed, "framed.pdf")).getFirst().text())
                .endsWith("週ごとの当番の表である。\n週\u3000診療所\n週: 第一 / 診療所: みどり医院");
    }
}
