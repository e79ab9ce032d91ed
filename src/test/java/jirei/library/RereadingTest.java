package jirei.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jirei.cases.Section;
import jirei.corpus.text.CorpusFormatException;
import jirei.library.cases.StoredCase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A better reading and the corrections of editors come together section by section. */
@Tag("slow")
@SuppressWarnings("NullAway.Init") // each test begins by reading a document
class RereadingTest extends LibraryFixture {
    private static final String TWO =
            """
            {"id":"lamp","title":"灯台","sections":[{"id":"s1","text":"灯台へ渡る。"},{"id":"s2","text":"灯を守る。"}]}
            {"id":"oil","title":"油","sections":[{"id":"s1","text":"油を注ぐ。"},{"id":"s2","text":"樽を運ぶ。"}]}
            """;

    private Library library;
    private LibraryDocument document;

    /** Reads two cases as an older program did, which took 渡 for 涙 and 注 for 住, and lost the last section of oil. */
    private void readByAnOlderProgram() throws Exception {
        library = library();
        document = read(library, add(library, "two.jsonl", TWO));
        for (String folder : List.of("read", "cases")) {
            for (String id : document.cases()) {
                Path file = corpus.resolve("sources/" + document.id() + "/" + folder + "/" + id + ".md");
                String text = Files.readString(file).replace("渡る", "涙る").replace("注ぐ", "住ぐ");
                Files.writeString(file, text.replaceAll("(?s)\n## \\{#s2\\}\n((?!\n## |\n<!--).)*樽を運ぶ。\n", ""));
            }
        }
        assertThat(stored("oil").text()).doesNotContain("樽").contains("住ぐ");
    }

    private StoredCase stored(String id) throws IOException {
        return library.cases().find(id).orElseThrow();
    }

    private List<String> texts(String id) throws Exception {
        return library.cases().parse(stored(id)).sections().stream()
                .map(Section::text)
                .toList();
    }

    private void readAgain() throws Exception {
        assertThat(library.readAgain(document.id(), "auto", "友")).isTrue();
        document = read(library, document.id());
    }

    private Map<String, List<Rereading.Difference>> differences() throws IOException {
        return library.rereading().differences(document);
    }

    @Test
    void anUntouchedCaseTakesTheNewReading() throws Exception {
        readByAnOlderProgram();

        readAgain();

        assertThat(texts("lamp")).containsExactly("灯台へ渡る。", "灯を守る。");
        assertThat(texts("oil")).containsExactly("油を注ぐ。", "樽を運ぶ。");
        assertThat(library.rereading().isWaiting(document)).isFalse();
    }

    @Test
    void aCorrectedCaseWaitsForADecisionOnEachSection() throws Exception {
        readByAnOlderProgram();
        correct(library, stored("lamp"), "灯を守る", "灯りを守る");

        readAgain();

        assertThat(texts("lamp")).containsExactly("灯台へ涙る。", "灯りを守る。");
        assertThat(texts("oil")).containsExactly("油を注ぐ。", "樽を運ぶ。");
        assertThat(library.rereading().isWaiting(document)).isTrue();
        assertThat(differences()).containsOnlyKeys("lamp");
        assertThat(differences().get("lamp"))
                .extracting(Rereading.Difference::id, Rereading.Difference::corrected)
                .containsExactly(tuple("s1", false), tuple("s2", true));
        assertThat(differences().toString()).doesNotContain("節 s1", "親: ", "確からしさ: ,");

        library.rereading().decide(document, "lamp", Set.of("s1"), "友");

        assertThat(texts("lamp")).containsExactly("灯台へ渡る。", "灯りを守る。");
        assertThat(library.rereading().isWaiting(document)).isFalse();
        readAgain();
        assertThat(library.rereading().isWaiting(document)).isFalse();
        assertThat(texts("lamp")).containsExactly("灯台へ渡る。", "灯りを守る。");
    }

    @Test
    void aPublishedCaseIsChangedByADecisionOnly() throws Exception {
        readByAnOlderProgram();
        library.publish(document, "oil", "友");
        library.publish(document, "lamp", "友");

        readAgain();

        assertThat(texts("oil")).containsExactly("油を住ぐ。");
        assertThat(differences()).containsOnlyKeys("lamp", "oil");
        library.rereading().decide(document, "oil", Set.of("s1", "s2"), "友");
        assertThat(texts("oil")).containsExactly("油を注ぐ。", "樽を運ぶ。");
        assertThat(stored("oil").isPublished()).isTrue();
        assertThat(library.cases().history().versions("oil")).hasSize(1);
        assertThat(library.rereading().isWaiting(document)).isTrue();
        assertThat(differences()).containsOnlyKeys("lamp");
        library.rereading().decide(document, "lamp", Set.of(), "友");
        assertThat(library.rereading().isWaiting(document)).isFalse();
        assertThat(texts("lamp")).containsExactly("灯台へ涙る。", "灯を守る。");
    }

    @Test
    void aWaitingComparisonIsReplacedByALaterReading() throws Exception {
        readByAnOlderProgram();
        correct(library, stored("lamp"), "灯を守る", "灯りを守る");
        readAgain();
        readAgain();

        assertThat(differences()).containsOnlyKeys("lamp");
        assertThat(texts("oil")).containsExactly("油を注ぐ。", "樽を運ぶ。");

        correct(library, stored("lamp"), "灯りを守る", "灯を守る");
        correct(library, stored("lamp"), "涙る", "渡る");
        readAgain();
        assertThat(library.rereading().isWaiting(document)).isFalse();
    }

    @Test
    void aSectionIsTakenAtItsPlaceAndWithAParentThatIsThere() throws Exception {
        library = library();
        document = read(
                library,
                add(
                        library,
                        "three.jsonl",
                        "{\"id\":\"lamp\",\"title\":\"灯台\",\"sections\":[{\"id\":\"s1\",\"text\":\"一。\"},"
                                + "{\"id\":\"s2\",\"text\":\"二。\"},{\"id\":\"s2-1\",\"parent\":\"s2\",\"text\":\"三。\"}]}\n"));
        StoredCase whole = stored("lamp");
        Path read = corpus.resolve("sources/" + document.id() + "/read/lamp.md");
        Files.writeString(read, "古い読み");
        String own = whole.text().replaceAll("(?s)\n## \\{#s1\\}.*(?=\n<!-- jirei)", "\n## 私の節 {#own}\n\n私の文。\n");
        library.cases().saveText("lamp", own, whole.version(), "友");
        readAgain();

        assertThatThrownBy(() -> library.rereading().decide(document, "lamp", Set.of("own"), "友"))
                .isInstanceOf(CorpusFormatException.class);
        library.rereading().decide(document, "lamp", Set.of("s1", "s2-1"), "友");

        List<Section> sections = library.cases().parse(stored("lamp")).sections();
        assertThat(sections).extracting(Section::id).containsExactlyInAnyOrder("s1", "s2-1", "own");
        assertThat(sections.getFirst().id()).isEqualTo("s1");
        assertThat(sections)
                .filteredOn(one -> one.id().equals("s2-1"))
                .extracting(Section::parent)
                .containsExactly("s1");
    }

    @Test
    void titlePlaceYearFiguresAndSourceAreDecidedOnToo() throws Exception {
        library = library();
        String reading = "{\"id\":\"lamp\",\"title\":\"灯台の当番\",\"year\":2019,\"prefecture\":\"島根県\",\"place\":\"なぎさ島\","
                + "\"region\":{\"population\":\"412\"},\"source\":{\"title\":\"島の話\"},"
                + "\"sections\":[{\"id\":\"s1\",\"text\":\"灯を守る。\"}]}\n";
        document = read(library, add(library, "one.jsonl", reading));
        StoredCase whole = stored("lamp");
        Files.writeString(corpus.resolve("sources/" + document.id() + "/read/lamp.md"), "古い読み");
        String own = whole.text()
                .replace("灯台の当番", "私の題")
                .replace("2019", "2020")
                .replace("なぎさ島", "しおさい島")
                .replace("412", "413")
                .replace("島の話", "海の話");
        library.cases().saveText("lamp", own, whole.version(), "友");
        readAgain();

        assertThat(differences().get("lamp"))
                .extracting(Rereading.Difference::label)
                .containsExactly("題", "年度", "場所", "地域の数値", "出典");
        assertThat(differences().toString()).doesNotContain(document.sha256());
        library.rereading().decide(document, "lamp", Set.of("@title", "@place", "@figures"), "友");

        assertThat(stored("lamp").text())
                .contains("灯台の当番", "2020", "なぎさ島", "412", "海の話", "灯を守る。")
                .doesNotContain("私の題", "しおさい島", "413", "2019", "島の話");
        assertThat(library.rereading().isWaiting(document)).isFalse();
    }

    @Test
    void aDecisionOnACaseOfAnotherDocumentDoesNothing() throws Exception {
        readByAnOlderProgram();

        for (String id : List.of("../lamp", "no-such-case", "")) {
            library.rereading().decide(document, id, Set.of("s1"), "友");
        }

        assertThat(texts("lamp")).containsExactly("灯台へ涙る。", "灯を守る。");
    }
}
