package jirei.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import jirei.cases.CaseStudy;
import jirei.cases.Prefecture;
import jirei.cases.RegionFigure;
import jirei.cases.Section;
import jirei.cases.SectionKind;
import jirei.corpus.format.CaseMarkdown;
import jirei.corpus.lexicon.Lexicon;
import jirei.intake.layout.ImportResult;
import jirei.intake.layout.ImportWarning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same invented case is read from every format, independent of the file name. */
class FormatsTest {
    @TempDir
    private Path folder = Path.of("");

    private CaseStudy read(Path file) throws Exception {
        ImportResult read = Intake.read(file, Lexicon.shipped());
        assertThat(read.cases()).hasSize(1);
        return read.cases().getFirst();
    }

    private Path text(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }

    private static void assertIsNightWatch(CaseStudy found) {
        assertThat(found.title()).isEqualTo("緑町の夜間当番");
        assertThat(found.prefecture()).isEqualTo(Prefecture.SHIMANE);
        assertThat(found.place()).isEqualTo("緑町");
        assertThat(found.year()).isEqualTo(2020);
        assertThat(found.sections().getFirst().heading()).isEqualTo("緑町の夜間当番");
        assertThat(found.sections().getFirst().text()).isEqualTo("島根県緑町は令和2年度に当番を始めた。");
        assertThat(found.sections()).extracting(Section::heading).contains("しくみ");
    }

    @Test
    void wordHasHeadingsRowsAndFootnotes() throws Exception {
        CaseStudy found = read(Documents.word(folder.resolve("word.bin")));

        assertIsNightWatch(found);
        assertThat(found.region().of(RegionFigure.POPULATION))
                .hasValueSatisfying(figure -> assertThat(figure.value()).isEqualByComparingTo("8694"));
        assertThat(found.sections())
                .filteredOn(section -> section.kind() == SectionKind.NOTE)
                .extracting(Section::text)
                .containsExactly("注1\u3000半年に一度作る。");
        assertThat(found.sections()).extracting(Section::text).noneMatch(text -> text.contains("footnote"));
    }

    @Test
    void openDocumentHasHeadings() throws Exception {
        Path file = Documents.openDocument(
                folder.resolve("a.odt"),
                "",
                "<text:h text:outline-level='1'>緑町の夜間当番</text:h><text:p>島根県緑町は令和2年度に当番を始めた。</text:p>"
                        + "<text:h text:outline-level='2'>しくみ</text:h><text:p>医師会が当番表を作る。</text:p>");

        assertIsNightWatch(read(file));
    }

    @Test
    void everySlideIsASection() throws Exception {
        CaseStudy found = read(Documents.powerPoint(folder.resolve("slides.dat"), "夜の当番", "背景", "成果"));

        assertThat(found.title()).isEqualTo("夜の当番");
        assertThat(found.sections()).extracting(Section::heading).containsExactly("夜の当番", "背景", "成果");
    }

    @Test
    void htmlIsReadWithoutRubyMenusAndScripts() throws Exception {
        Path file = Files.write(
                folder.resolve("page.txt"),
                ("<html><head><meta charset='Shift_JIS'><title>町のページ</title><script>x()</script></head><body>"
                                + "<nav>目次</nav><h1>緑町の夜間当番</h1><p>島根県緑町は令和2年度に<ruby>当番<rt>とうばん</rt></ruby>を始めた。</p>"
                                + "<h2>しくみ</h2><ul><li>一つ<li>二つ</ul></body></html>")
                        .getBytes(Charset.forName("windows-31j")));

        CaseStudy found = read(file);

        assertIsNightWatch(found);
        assertThat(found.sections().getLast().text()).isEqualTo("・一つ\n・二つ");
    }

    @Test
    void tablesOfAPageNameTheirColumnsAndThoseOfTheLayoutLoseNothing() throws Exception {
        Path file = text(
                "table.html",
                "<html><body><form><table><tr><td>案内</td><td><h1>緑町の夜間当番</h1><p>島根県緑町は令和2年度に当番を始めた。</p>"
                        + "<h2>しくみ</h2><table><tr><th>曜日</th><th>当番</th></tr><tr><td rowspan=2>月</td>"
                        + "<td>緑医院<ul><li>夜<li>朝</ul></td></tr><tr><td>青医院<sup>1)</sup></td></tr></table>後の文。</td><td>連絡先</td></tr></table>"
                        + "</form></body></html>");

        CaseStudy found = read(file);

        assertThat(found.title()).isEqualTo("緑町の夜間当番");
        assertThat(found.sections().getLast().text())
                .isEqualTo("曜日\u3000当番\n曜日: 月 / 当番: 緑医院 ・夜・朝\n曜日: 月 / 当番: 青医院（注1）\n後の文。\n連絡先");
    }

    @Test
    void markdownHasSourceLineNumbers() throws Exception {
        Path file = text("a.txt", "# 緑町の夜間当番\n\n島根県緑町は令和2年度に当番を始めた。\n\n## しくみ\n\n1. 決める\n2. 配る\n\n## 空の節\n");

        ImportResult read = Intake.read(file, Lexicon.shipped());

        assertIsNightWatch(read.cases().getFirst());
        assertThat(read.cases().getFirst().section("s1"))
                .hasValueSatisfying(section -> assertThat(section.text()).isEqualTo("1. 決める\n2. 配る\n空の節"));
        assertThat(read.warnings()).extracting(ImportWarning::firstLine).containsExactly(10);
    }

    @Test
    void plainTextIsDividedByNumbersAndSymbols() throws Exception {
        Path file = text("a.md", "緑町の夜間当番\n\n島根県緑町は令和2年度に当番を始めた。\n\n■しくみ\n医師会が当番表を作る。\n");

        assertIsNightWatch(read(file));
    }

    @Test
    void textWithAParagraphALineIsNotJoined() throws Exception {
        String watch = "夜は医師会の当番が電話を受け、朝になると聞いたことを町の看護師に伝えて様子を見てもらう。";
        Path file = text(
                "b.txt",
                "夜の当番の集まり\n\n事例その1　夜の電話を町の医師会で受けてみる\n実施主体：島根県緑町のみどり医師会の集まり\n" + watch
                        + "\n\n事例その2　夜の巡回を村の消防団で受けてみる\n実施主体：高知県青川村のあおい消防団の集まり\n" + watch + "\n");

        assertThat(Intake.read(file, Lexicon.shipped()).cases())
                .extracting(CaseStudy::title)
                .containsExactly("夜の電話を町の医師会で受けてみる", "夜の巡回を村の消防団で受けてみる");
    }

    @Test
    void caseFilesAreImportedUnchanged() throws Exception {
        String caseFile = "---\nid: own-1\ntitle: 自前\n---\n\n<!-- 覚え書き -->\n\n## 節 {#s9}\n\n本文。\n";
        String line = "{\"id\":\"own-2\",\"title\":\"行\",\"sections\":[{\"id\":\"x\",\"text\":\"本文。\"}]}\n{\"id\":3}\n";

        ImportResult markdown = Intake.read(text("a.txt", caseFile), Lexicon.shipped());
        ImportResult lines = Intake.read(text("b.txt", line), Lexicon.shipped());

        assertThat(markdown.caseFile()).isEqualTo(caseFile);
        assertThat(lines.cases()).extracting(CaseStudy::id).containsExactly("own-2");
        assertThat(lines.warnings()).extracting(ImportWarning::firstLine).contains(2);
    }

    @Test
    void everyImportedCaseRoundTrips() throws Exception {
        CaseStudy found = read(Documents.word(folder.resolve("word.docx")));

        String file = CaseMarkdown.write(found);

        assertThat(CaseMarkdown.read(Path.of("a.md"), file, Lexicon.shipped())).isEqualTo(found);
    }
}
