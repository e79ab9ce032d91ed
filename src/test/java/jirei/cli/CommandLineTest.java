package jirei.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
    private static final String CASE =
            "{\"id\":\"a-1\",\"number\":1,\"title\":\"夜の当番\",\"prefecture\":\"大阪府\",\"place\":\"青葉市\",\"sections\":["
                    + "{\"id\":\"s1\",\"kind\":\"lead\",\"heading\":\"看取りの輪\",\"actors\":[\"医師会\"],\"themes\":[],\"text\":\"医師会が看取りの当番を決めた。\"}]}\n";

    @TempDir
    Path folder;

    private Path corpus;

    private final CommandRunner command = new CommandRunner();

    @BeforeEach
    void createCorpusOfOneCase() throws IOException {
        corpus = Files.createDirectory(folder.resolve("corpus"));
        Files.writeString(corpus.resolve("a.jsonl"), CASE);
    }

    @Test
    void searchPrintsHitsWithHighlights() {
        assertThat(run("search", "看取り")).isEqualTo(Main.OK);

        assertThat(command.out())
                .isEqualTo(
                        """
                1節（1事例）

                1. 【看取り】の輪
                   大阪府青葉市「夜の当番」 取組の概要  /cases/a-1#s1
                   医師会が【看取り】の当番を決めた。
                """);
    }

    @Test
    void faultsOfTheStatisticsAreToldByLine() throws IOException {
        String header = "code,prefecture,municipality,population,population65,areaHa,generalHospitals,clinics\n";
        Path regions = Files.writeString(folder.resolve("regions.csv"), header + "99999,大阪府,青葉市,1,1,1,1,1\n");

        for (String name : new String[] {"search", "check"}) {
            String[] arguments = name.equals("search")
                    ? new String[] {name, "--regions", regions.toString(), "看取り"}
                    : new String[] {name, "--regions", regions.toString()};
            assertThat(run(arguments)).isEqualTo(Main.WRONG_INPUT);
            assertThat(command.err()).contains(regions + ":2: 市区町村コード「99999」は市区町村の一覧にないため、");
        }
    }

    @Test
    void aCaseThatHasTheWordInItsTitleOnlySaysSo() {
        assertThat(run("search", "夜の当番")).isEqualTo(Main.OK);

        assertThat(command.out())
                .isEqualTo(
                        """
                1節（1事例）
                本文・見出しに0件、事例の題・地域・上の見出しなどに含む事例1件

                1. 看取りの輪
                   大阪府青葉市「【夜の当番】」 取組の概要  /cases/a-1#s1
                   （事例の題に含まれています）
                   医師会が看取りの当番を決めた。
                """);
    }

    @Test
    void aWordThatStandsOnlyWithinOthersIsSaidToDoSo() throws IOException {
        Files.writeString(corpus.resolve("a.jsonl"), CASE.replace("医師会が看取りの", "PQRSTの"));

        assertThat(run("search", "QRS")).isEqualTo(Main.OK);
        assertThat(command.out()).startsWith("1節（1事例）\n「QRS」は語の途中にだけ見つかりました。\n");
    }

    @Test
    void jsonOutputHasTheFormatOfTheApi() {
        assertThat(run("search", "看取り", "--json", "--prefecture", "大阪府", "--actor", "医師会"))
                .isEqualTo(Main.OK);

        assertThat(command.out())
                .contains(
                        "\"total\":{\"sections\":1,\"cases\":1,\"exact\":true,\"text\":1,\"contextCases\":0,\"contextListed\":0}")
                .contains("\"caseId\":\"a-1\"");
    }

    @Test
    void theVersionIsPrinted() {
        assertThat(run("--version")).isEqualTo(Main.OK);
        assertThat(command.out()).matches("jirei \\d+\\.\\d+\\S*\n");
    }

    @Test
    void excludedPrefecturesAndActorsDoNotMatch() {
        assertThat(run("search", "看取り", "--exclude-actor", "病院")).isEqualTo(Main.OK);
        assertThat(run("search", "看取り", "--exclude-prefecture", "大阪")).isEqualTo(Main.NOTHING_FOUND);
        assertThat(run("search", "看取り", "--exclude-actor", "医師会")).isEqualTo(Main.NOTHING_FOUND);
    }

    @Test
    void searchWithoutHitsExitsWithOne() {
        assertThat(run("search", "宇宙船")).isEqualTo(Main.NOTHING_FOUND);
        assertThat(command.out()).isEqualTo("0節（0事例）\n");
    }

    @Test
    void searchWithoutHitsPrintsTheAdvice() {
        assertThat(run("search", "看取り札幌市", "--exclude-actor", "病院")).isEqualTo(Main.NOTHING_FOUND);
        assertThat(command.out()).isEqualTo("0節（0事例）\nキーワードの一部で探す：「看取り」1件\n");
    }

    @Test
    void searchForAPlaceWithoutCasesSaysSo() {
        assertThat(run("search", "札幌市")).isEqualTo(Main.NOTHING_FOUND);
        assertThat(command.out()).isEqualTo("0節（0事例）\n札幌市の事例はまだありません：札幌市に似た自治体の事例を探す\n");
    }

    @Test
    void anUnknownPrefectureIsReportedWithTheKnownOnes() {
        assertThat(run("search", "看取り", "--prefecture", "大坂府")).isEqualTo(Main.WRONG_INPUT);
        assertThat(command.err()).contains("都道府県「大坂府」はありません。使えるのは 北海道、青森県、");
    }

    @Test
    void exportWritesOneCasePerLineAndCanBeReadBack() throws IOException {
        assertThat(run("export")).isEqualTo(Main.OK);
        String first = command.out();
        Files.writeString(corpus.resolve("a.jsonl"), first);
        command.reset();

        assertThat(run("export")).isEqualTo(Main.OK);
        assertThat(command.out()).isEqualTo(first);
    }

    @Test
    void checkReportsEveryProblemWithItsLineAndTheRestIsSearchable() throws IOException {
        Files.writeString(corpus.resolve("b.jsonl"), CASE.replace("a-1", "b-1").replace("大阪府", "大坂府") + "{broken\n");

        assertThat(run("check")).isEqualTo(Main.WRONG_INPUT);
        assertThat(command.out().lines()).hasSize(2).allMatch(line -> line.matches(".*b\\.jsonl:[12]: .+"));
        assertThat(run("search", "看取り")).isEqualTo(Main.OK);
    }

    @Test
    void aCaseFileInAnotherEncodingIsConvertedAndItsBytesAreKept() throws IOException {
        Path file = corpus.resolve("b.jsonl");
        byte[] bytes = CASE.replace("a-1", "b-1").getBytes(Charset.forName("windows-31j"));
        Files.write(file, bytes);
        Files.writeString(corpus.resolve("b.jsonl.original"), "前からあるもの");

        assertThat(run("check")).isEqualTo(Main.WRONG_INPUT);
        assertThat(command.out()).contains("b.jsonl:1: ").contains("「jirei check --convert」");
        command.reset();
        assertThat(run("check", "--convert")).isEqualTo(Main.OK);

        assertThat(command.err()).contains("「" + file + "」を UTF-8 に変換しました。元のファイルは「b.jsonl.original2」に残してあります。");
        assertThat(Files.readString(file)).isEqualTo(CASE.replace("a-1", "b-1"));
        assertThat(Files.readAllBytes(corpus.resolve("b.jsonl.original2"))).isEqualTo(bytes);
        assertThat(Files.readString(corpus.resolve("b.jsonl.original"))).isEqualTo("前からあるもの");
        command.reset();
        assertThat(run("check", "--convert")).isEqualTo(Main.OK);
        assertThat(command.err()).contains("2事例を調べました。問題はありません。").doesNotContain("変換しました");
    }

    @Test
    void namesOfFilesAndTitlesCannotControlTheTerminal() throws IOException {
        Files.writeString(
                corpus.resolve("b\u001B[2J\n偽の行.jsonl"),
                CASE.replace("a-1", "b-1").replace("夜の当番", "夜\\u009b2J\\u202e番") + "{\n");

        assertThat(run("check")).isEqualTo(Main.WRONG_INPUT);
        assertThat(run("search", "看取り")).isEqualTo(Main.OK);
        assertThat(run("export")).isEqualTo(Main.WRONG_INPUT);

        assertThat(command.out() + command.err())
                .contains("b\\u001b[2J\\u000a偽の行.jsonl:2: ")
                .contains("夜2J\\u202e番")
                .doesNotContain("\u001B", "\u009B", "\u202E", "\n偽の行");
    }

    @Test
    void aCaseThatFailsIsAFaultOfItsFileForEveryCommand() throws IOException {
        Files.writeString(
                corpus.resolve("b.md"),
                "---\nid: b-1\ntitle: 題\nplace: " + "村".repeat(20_000) + "\n---\n\n## 節\n\n本文。\n");
        Files.writeString(
                corpus.resolve("c.md"), "---\nid: c-1\ntitle: 題\n---\n\n## 節\n\n" + "> ".repeat(9_000) + "本文。\n");

        for (String name : List.of("check", "index", "export")) {
            command.reset();
            assertThat(run(name)).as(name).isEqualTo(Main.WRONG_INPUT);
            assertThat(command.out() + command.err())
                    .as(name)
                    .contains("b.md:4: place が20000文字あります", "c.md:8: 引用（>）や箇条書きの入れ子が50段より深く")
                    .doesNotContain("思いがけない不具合");
        }
        assertThat(run("search", "看取り")).isEqualTo(Main.OK);
    }

    @Test
    void checkOfAValidCorpusReportsNoProblems() {
        assertThat(run("index")).isEqualTo(Main.OK);
        assertThat(run("check")).isEqualTo(Main.OK);
        assertThat(command.err()).containsPattern("1事例を調べました。問題はありません。索引は最新です。指紋は [0-9a-f]{64} です。");
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve", "index", "search 看取り", "export", "check"})
    void aMissingCorpusIsReportedWithTheRemedy(String commandLine) throws IOException {
        Files.delete(corpus.resolve("a.jsonl"));
        Files.delete(corpus);

        assertThat(run(commandLine.split(" ", -1))).isEqualTo(Main.WRONG_INPUT);
        assertThat(command.err()).contains("コーパスのフォルダ「" + corpus + "」がありません。--corpus で事例ファイルのあるフォルダを指定してください。");
    }

    @Test
    void anEmptyCorpusIsServedSinceDocumentsAreAddedOnThePage() throws IOException {
        Files.delete(corpus.resolve("a.jsonl"));

        assertThat(run("serve", "--port", "0", "--once")).isEqualTo(Main.OK);
        assertThat(command.err()).contains("コーパス「" + corpus + "」に読める事例がまだありません。画面の「資料室」で文書を入れるか");
    }

    @Test
    void anUnwritableIndexFolderIsReported() throws IOException {
        Files.writeString(folder.resolve("index"), "");

        assertThat(run("index")).isEqualTo(Main.FAILURE);
        assertThat(command.err()).contains("索引フォルダ「" + folder.resolve("index") + "」に書き込めません");
    }

    @Test
    void aPortInUseIsReportedWithTheRemedy() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(run("serve", "--port", Integer.toString(taken.getLocalPort())))
                    .isEqualTo(Main.FAILURE);
            assertThat(command.err())
                    .contains(Integer.toString(taken.getLocalPort()))
                    .contains("--port");
        }
    }

    @Test
    void anErrorInTheUserDictionaryIsReportedWithItsLine() throws IOException {
        Files.createDirectory(corpus.resolve("lexicon"));
        Files.writeString(corpus.resolve("lexicon/user-dictionary.txt"), "# 注\n医師会,医師\n");

        assertThat(run("index")).isEqualTo(Main.WRONG_INPUT);
        assertThat(command.err()).contains("user-dictionary.txt:2: ");
    }

    @Test
    void anUnknownCommandIsReportedWithTheKnownOnes() {
        assertThat(command.run("find")).isEqualTo(Main.WRONG_INPUT);
        assertThat(command.err())
                .contains(
                        "「find」という命令はありません。使えるのは serve、search、import、index、export、check、editor、evaluate、lexicon-proposals です。");
    }

    @Test
    void anUnknownOptionIsReported() {
        assertThat(run("search", "看取り", "--colour")).isEqualTo(Main.WRONG_INPUT);
        assertThat(command.err()).contains("「--colour」という選択肢はありません。").doesNotContain("\tat ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            -医師 研修          | jirei search -- -医師 研修
            研修 -医師          | jirei search -- 研修 -医師
            -医師               | jirei search -- -医師
            -ICT --json 研修    | jirei search --json -- -ICT 研修
            -"夜_当番" 研修     | jirei search -- '-"夜 当番"' 研修
            --actor=医師会 -市  | jirei search --actor=医師会 -- -市
            """)
    void aQueryThatBeginsWithAMinusIsExplained(String typed, String explained) {
        String[] words = ("search " + typed).replaceAll(" +", " ").split(" ", -1);
        for (int i = 0; i < words.length; i++) {
            words[i] = words[i].replace('_', ' ');
        }

        assertThat(command.run((Object[]) words)).isEqualTo(Main.WRONG_INPUT);
        assertThat(command.err()).contains("「-」で始まる検索語は、前に「--」を置きます: " + explained + "\n");
    }

    @Test
    void aQueryAfterTwoHyphensMayBeginWithAMinus() {
        Path index = folder.resolve("index");

        assertThat(command.run("search", "--corpus", corpus, "--index", index, "--", "-看取り", "医師会"))
                .isEqualTo(Main.NOTHING_FOUND);
        assertThat(command.run("search", "--corpus", corpus, "--index", index, "--", "-薬局", "医師会"))
                .isEqualTo(Main.OK);
    }

    @Test
    void aMistypedOptionIsNotTakenForAWord() {
        run("search", "看取り", "--colour");

        assertThat(command.err()).doesNotContain("「-」で始まる検索語");
    }

    @Test
    void aNonNumericPortIsReported() {
        assertThat(run("serve", "--port", "abc")).isEqualTo(Main.WRONG_INPUT);
        assertThat(command.err()).contains("--port の値「abc」は正しくありません。");
    }

    @Test
    void withoutACommandTheMessageRefersToTheHelp() {
        assertThat(command.run()).isEqualTo(Main.WRONG_INPUT);
        assertThat(command.err()).contains("命令を一つ指定してください。");
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve", "search", "import", "index", "export", "check", "evaluate", "lexicon-proposals"})
    void everyCommandHasAJapaneseHelp(String name) {
        assertThat(command.run(name, "--help")).isEqualTo(Main.OK);
        assertThat(command.out())
                .startsWith("使い方: jirei " + name)
                .contains("--corpus")
                .contains("この説明を表示する");
    }

    private int run(String... arguments) {
        List<Object> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--corpus", corpus, "--index", folder.resolve("index")));
        return command.run(all.toArray());
    }
}
