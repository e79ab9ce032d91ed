package jirei.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import jirei.cases.CaseStudy;
import jirei.corpus.text.CorpusLimits;
import org.apache.lucene.tests.mockfile.FilterDirectoryStream;
import org.apache.lucene.tests.mockfile.FilterFileSystemProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every failure of a case file is a fault of that file, with its line, and the other files are read. */
class BadCaseFilesTest {
    @TempDir
    Path corpus;

    private final List<String> ids = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    @BeforeEach
    void createTwoGoodCases() throws IOException {
        Files.createDirectories(corpus.resolve("cases"));
        write("a.md", markdown("a", "", "本文。"));
        write("z.jsonl", json("z", "", "本文。") + "\n");
    }

    static List<Arguments> badMarkdown() {
        return List.of(
                Arguments.of("no-break space", markdown("x", "", "\n## {#s2}\n\n- 種別: 注\n\n\u00A0"), 9, "見出しも本文もありません"),
                Arguments.of("zero-width space", markdown("x", "", "\n## {#s2}\n\n\u200B\u2060"), 9, "見出しも本文もありません"),
                Arguments.of("heading of fillers", markdown("x", "", "\n## \u3164 {#s2}\n"), 9, "見出しも本文もありません"),
                Arguments.of(
                        "title of Braille blanks",
                        "---\nid: x\ntitle: \u2800\u2800\n---\n\n## 節\n",
                        3,
                        "「title」がありません"),
                Arguments.of("quotes", markdown("x", "", ">".repeat(10_000)), 8, "入れ子が50段より深"),
                Arguments.of("lists", markdown("x", "", "- ".repeat(10_000) + "a"), 8, "入れ子が50段より深"),
                Arguments.of("numbered lists", markdown("x", "", "1. ".repeat(90) + "a"), 8, "入れ子が50段より深"),
                Arguments.of(
                        "YAML lists", markdown("x", "region: " + "[".repeat(2_000) + "\n", "本文。"), 4, "入れ子が50段より深"),
                Arguments.of("YAML objects", markdown("x", "region: " + "{a: ".repeat(90) + "\n", ""), 4, "入れ子が50段より深"),
                Arguments.of("line", markdown("x", "", "あ".repeat(1_000_001)), 8, "この行が1000001文字あります"),
                Arguments.of("front matter", markdown("x", "place: 村\n".repeat(20_000), "本文。"), 1, "前書きが"),
                Arguments.of("place", markdown("x", "place: " + "村".repeat(40_000) + "\n", "本文。"), 4, "place が40000文字"),
                Arguments.of("collection", markdown("x", "collection: " + "😀".repeat(1_001) + "\n", ""), 4, "1001文字"),
                Arguments.of(
                        "title", "---\nid: x\ntitle: " + "題".repeat(1_001) + "\n---\n\n## 節\n", 3, "title が1001文字"),
                Arguments.of(
                        "region", markdown("x", "region:\n  name: " + "村".repeat(1_001) + "\n", ""), 5, "region.name"),
                Arguments.of(
                        "url", markdown("x", "source:\n  url: a" + "/a".repeat(1_000) + "\n", ""), 5, "source.url"),
                Arguments.of(
                        "rights", markdown("x", "source:\n  rights: " + "可".repeat(10_001) + "\n", ""), 5, "rights"),
                Arguments.of("heading", markdown("x", "", "\n## " + "見".repeat(1_001) + " {#s2}\n"), 9, "見出しが1001文字"),
                Arguments.of("section id", markdown("x", "", "\n## 節 {#" + "s".repeat(101) + "}\n"), 9, "100字以内"),
                Arguments.of("sections", markdown("x", "", "\n## 節\n".repeat(10_001)), 5, "節が10002あります"),
                Arguments.of(
                        "references",
                        markdown("x", "", "[a]: " + "b".repeat(9_000) + "\n\n" + "[a] ".repeat(9_000)),
                        5,
                        "参照"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badMarkdown")
    void aMarkdownFileBeyondALimitIsReportedWithItsLine(String what, String text, int line, String problem)
            throws IOException {
        write("m.md", text);

        read();

        assertThat(ids).as(what).containsExactly("a", "z");
        assertThat(faults)
                .anySatisfy(fault ->
                        assertThat(fault).startsWith("m.md:" + line + ": ").contains(problem));
        assertThat(faults).allMatch(fault -> fault.startsWith("m.md:") && fault.length() < 1_000);
    }

    static List<Arguments> badLines() {
        return List.of(
                Arguments.of(
                        "no-break space",
                        json("x", "", "\u00A0").replace("\"text\"", "\"heading\":\" \",\"text\""),
                        "見出しも本文もありません"),
                Arguments.of("arrays", "[".repeat(100_000), "入れ子が50段より深"),
                Arguments.of("objects", "{\"region\":".repeat(100), "入れ子が50段より深"),
                Arguments.of("number", json("x", "\"year\":" + "9".repeat(2_000) + ",", "本文。"), "数か項目の名前が長すぎます"),
                Arguments.of("name", "{\"" + "n".repeat(60_000) + "\":1}", "数か項目の名前が長すぎます"),
                Arguments.of("place", json("x", "\"place\":\"" + "村".repeat(40_000) + "\",", "本文。"), "place が40000文字"),
                Arguments.of("title", json("x", "", "本文。").replace("題", "\u2800"), "「title」がありません"),
                Arguments.of("size", json("x", "", "あ".repeat(3_000_000)), "この行が8MBより大きく"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badLines")
    void aLineOfJsonBeyondALimitIsReportedAndTheOtherLinesAreRead(String what, String line, String problem)
            throws IOException {
        write("m.jsonl", json("m1", "", "本文。") + "\n" + line + "\n" + json("m2", "", "本文。"));

        read();

        assertThat(ids).as(what).containsExactly("a", "m1", "m2", "z");
        assertThat(faults)
                .anySatisfy(fault -> assertThat(fault).startsWith("m.jsonl:2: ").contains(problem));
        assertThat(faults).allMatch(fault -> fault.startsWith("m.jsonl:2: ") && fault.length() < 1_000);
    }

    @Test
    void aFileLargerThanMemoryIsReportedWithoutReadingIt() throws IOException {
        long bytes = Runtime.getRuntime().maxMemory() + (1L << 30);
        for (String name : List.of("huge.md", "huge.jsonl")) {
            try (var file =
                    new java.io.RandomAccessFile(corpus.resolve("cases/" + name).toFile(), "rw")) {
                file.setLength(name.endsWith(".md") ? bytes : 64L << 20); // sparse
            }
        }

        read();

        assertThat(ids).containsExactly("a", "z");
        assertThat(faults).hasSize(2).allMatch(fault -> fault.matches("huge\\.(md|jsonl):1: .*が8MBより大きくなっています。.*"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-31j", "EUC-JP", "ISO-2022-JP", "UTF-16", "UTF-32"})
    void aFileInAnotherEncodingIsReportedWithTheCommandThatConvertsIt(String charset) throws IOException {
        Files.write(corpus.resolve("cases/m.md"), markdown("m", "", "電話の当番。").getBytes(Charset.forName(charset)));

        read();

        assertThat(ids).containsExactly("a", "z");
        assertThat(faults).anyMatch(fault -> fault.startsWith("m.md:"));
    }

    @Test
    void repeatedIdsOfAFileAreCountedBeyondALimit() throws IOException {
        write("m.jsonl", (json("m", "", "本文。") + "\n").repeat(500));

        read();

        assertThat(ids).containsExactly("a", "m", "z");
        assertThat(faults).hasSize(CorpusLimits.MAX_DIAGNOSTICS + 1);
        assertThat(faults).anyMatch(fault -> fault.startsWith("m.jsonl:1: ほかにも問題が399件あります"));
    }

    @Test
    void sectionsThatAreEachOthersParentAreReported() throws IOException {
        String section = "{\"id\":\"%1\",\"parent\":\"%2\",\"text\":\"本文。\"}";
        String sections = String.join(
                ",",
                section.replace("%1", "s1").replace("%2", "s2"),
                section.replace("%1", "s2").replace("%2", "s3"),
                section.replace("%1", "s3").replace("%2", "s1"));
        write("m.jsonl", "{\"id\":\"m\",\"title\":\"題\",\"sections\":[" + sections + "]}");

        read();

        assertThat(ids).containsExactly("a", "z");
        assertThat(faults).hasSize(1).first().asString().startsWith("m.jsonl:1: 節「s1」の親をたどると同じ節に戻ります");
    }

    @Test
    void aTitleIsOneLineWithoutControlCharacters() throws IOException {
        write("m.jsonl", json("m", "\"place\":\"川の\\n村\",", "本文。").replace("題", "\\u001b[31m夜の\\n\\u009b\\u0000当番"));
        List<CaseStudy> cases = new ArrayList<>();

        CorpusReader.of(corpus).read(cases::add, fault -> faults.add(fault.toString()));

        assertThat(faults).isEmpty();
        assertThat(cases)
                .filteredOn(one -> one.id().equals("m"))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.title()).isEqualTo("[31m夜の 当番");
                    assertThat(one.place()).isEqualTo("川の 村");
                });
    }

    @Test
    void aFolderThatCannotBeListedToItsEndIsReported() throws IOException {
        Path folder = Files.createDirectories(corpus.resolve("cases/d"));
        Files.writeString(folder.resolve("one.md"), markdown("one", "", "本文。"));
        var provider = new FilterFileSystemProvider("broken://", corpus.getFileSystem()) {
            @Override
            public DirectoryStream<Path> newDirectoryStream(Path path, DirectoryStream.Filter<? super Path> filter)
                    throws IOException {
                DirectoryStream<Path> stream = super.newDirectoryStream(path, filter);
                if (!path.endsWith("d")) {
                    return stream;
                }
                return new FilterDirectoryStream(stream, fileSystem) {
                    @Override
                    public Iterator<Path> iterator() {
                        return new Iterator<>() {
                            @Override
                            public boolean hasNext() {
                                throw new DirectoryIteratorException(new IOException("gone"));
                            }

                            @Override
                            public Path next() {
                                throw new NoSuchElementException();
                            }
                        };
                    }
                };
            }
        };

        CorpusReader.of(provider.wrapPath(corpus))
                .read(read -> ids.add(read.id()), fault -> faults.add(fault.toString()));

        assertThat(ids).containsExactly("a", "z");
        assertThat(faults).hasSize(1).first().asString().contains("/cases/d:1: 読み取れません");
    }

    @Test
    void theFaultsOfAFileAreCountedBeyondALimit() throws IOException {
        write("m.jsonl", "{\n".repeat(5_000));
        write("n.md", markdown("n", "", "\n## 節\n\n- 主体: " + "村の衆、".repeat(5_000)));

        read();

        assertThat(ids).containsExactly("a", "z");
        assertThat(faults).filteredOn(fault -> fault.startsWith("m.jsonl:")).hasSize(CorpusLimits.MAX_DIAGNOSTICS + 1);
        assertThat(faults).anyMatch(fault -> fault.startsWith("m.jsonl:1: ほかにも問題が4900件あります"));
        assertThat(faults).filteredOn(fault -> fault.startsWith("n.md:")).hasSize(CorpusLimits.MAX_DIAGNOSTICS + 1);
    }

    @Test
    void aFileWhoseNameIsNotUtf8IsReported() throws Exception {
        Process shell = new ProcessBuilder("sh", "-c", "printf x > \"$(printf 'cases/\\203\\204.md')\"")
                .directory(corpus.toFile())
                .start();
        org.junit.jupiter.api.Assumptions.assumeTrue(shell.waitFor() == 0);

        read();

        assertThat(ids).containsExactly("a", "z");
        assertThat(faults).hasSize(1).first().asString().contains(".md:1: 名前に UTF-8 でない文字があって読めません");
        Map<String, String> known =
                new TreeMap<>(CorpusReader.of(corpus).snapshot().cases());
        assertThat(known).containsOnlyKeys("cases/a.md", "cases/z.jsonl");
    }

    private void read() throws IOException {
        CorpusReader.of(corpus).read(read -> ids.add(read.id()), fault -> {
            String name = String.valueOf(fault.file().getFileName());
            faults.add(name + ":" + fault.line() + ": " + fault.problem());
        });
    }

    private void write(String name, String text) throws IOException {
        try (OutputStream out = Files.newOutputStream(corpus.resolve("cases").resolve(name))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String markdown(String id, String fields, String body) {
        return "---\nid: " + id + "\ntitle: 題\n" + fields + "---\n\n## 節 {#s1}\n\n" + body + "\n";
    }

    private static String json(String id, String fields, String text) {
        return "{\"id\":\"" + id + "\",\"title\":\"題\"," + fields + "\"sections\":[{\"id\":\"s1\",\"text\":\"" + text
                + "\"}]}";
    }
}
