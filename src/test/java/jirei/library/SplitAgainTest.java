package jirei.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jirei.cases.CaseStudy;
import jirei.cases.Section;
import jirei.intake.PrintedPdf;
import jirei.library.cases.StoredCase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A document that is read again with its cases separated otherwise: what people did stays with the case it was done to. */
@Tag("slow")
@SuppressWarnings("NullAway.Init") // set before each test
class SplitAgainTest extends LibraryFixture {
    private static final String FERRY = "渡し船の当番";
    private static final String LAMP_TITLE = "灯台の見回り";
    private static final String OIL = "油の共同購入";

    private Library library;
    private LibraryDocument document;

    @BeforeEach
    void readThreeCasesBehindACover() throws Exception {
        library = library();
        var printed = new PrintedPdf();
        printed.page().text(60, 100, 24, "しおさい諸島の取組集").lines(60, 700, "発行は島の役場である。");
        page(printed, "事例1　" + FERRY, "渡し船を待つ人が波止場で濡れていた。", "漁協の当番が朝夕に船を出した。");
        page(printed, "事例2　" + LAMP_TITLE, "灯台へ登る道が崩れて誰も行けなかった。", "保健師と郵便局員が交代で登った。");
        page(printed, "事例3　" + OIL, "冬の油が高くて買えない家があった。", "区長が樽でまとめて買い、家ごとに配った。");
        var pdf = printed.write(Files.createTempDirectory(corpus, "printed").resolve("isles.pdf"));
        document =
                read(library, put(library, "isles.pdf", Files.readAllBytes(pdf)).id());
        assertThat(titles()).containsExactly(FERRY, LAMP_TITLE, OIL);
    }

    private static void page(PrintedPdf printed, String title, String background, String work) {
        printed.page()
                .text(60, 80, 20, title)
                .text(60, 130, 14, "取組の背景")
                .lines(60, 160, background)
                .text(60, 230, 14, "取組の内容")
                .lines(60, 260, work);
    }

    private List<String> titles() throws Exception {
        List<String> titles = new java.util.ArrayList<>();
        for (StoredCase stored : library.casesOf(document)) {
            titles.add(library.cases().parse(stored).title());
        }
        return titles;
    }

    private StoredCase titled(String title) throws Exception {
        for (StoredCase stored : library.casesOf(document)) {
            if (library.cases().parse(stored).title().equals(title)) {
                return stored;
            }
        }
        throw new AssertionError(title + " in " + titles());
    }

    private String text(String id) throws Exception {
        CaseStudy parsed = library.cases().parse(library.cases().find(id).orElseThrow());
        return String.join("", parsed.sections().stream().map(Section::text).toList());
    }

    private void readAgain(String split) throws Exception {
        assertThat(library.readAgain(document.id(), split, "友")).isTrue();
        document = read(library, document.id());
    }

    /** Decides as the page proposes: what nobody corrected takes the new reading. */
    private void decideAsProposed() throws Exception {
        for (var differing : library.rereading().differences(document).entrySet()) {
            Set<String> taken = differing.getValue().stream()
                    .filter(difference -> !difference.corrected())
                    .map(Rereading.Difference::id)
                    .collect(java.util.stream.Collectors.toSet());
            library.rereading().decide(document, differing.getKey(), taken, "友");
        }
    }

    @Test
    void aCorrectionStaysWithItsCaseWhenAllCasesMoveByOne() throws Exception {
        StoredCase oil = titled(OIL);
        String lamp = titled(LAMP_TITLE).id();
        correct(library, oil, "買えない家があった。", "買えない家があった。薪も足りなかった。");

        readAgain("page");

        assertThat(library.casesOf(document)).hasSize(4);
        decideAsProposed();
        assertThat(titled(OIL).id()).isEqualTo(oil.id());
        assertThat(text(oil.id())).contains("薪も足りなかった", "樽でまとめて").doesNotContain("灯台");
        assertThat(titled(LAMP_TITLE).id()).isEqualTo(lamp);
        assertThat(text(lamp)).contains("郵便局員").doesNotContain("薪");
        assertThat(library.rereading().isWaiting(document)).isFalse();
    }

    @Test
    void aCorrectedCaseWithoutACounterpartIsKeptAndTheNewCaseIsAnother() throws Exception {
        StoredCase oil = titled(OIL);
        correct(library, oil, "買えない家があった。", "買えない家があった。薪も足りなかった。");

        readAgain("none");

        assertThat(library.rereading().differences(document)).isEmpty();
        assertThat(library.casesOf(document)).hasSize(2);
        assertThat(text(oil.id())).contains("薪も足りなかった").doesNotContain("灯台");
        assertThat(document.cases()).doesNotContain(oil.id()).hasSize(1);
        assertThat(document.remarks())
                .filteredOn(remark -> remark.caseId().equals(oil.id()))
                .singleElement()
                .satisfies(remark -> assertThat(remark.message()).contains("今度の読み取りにはありません", "手で直してある"));

        readAgain("auto");

        assertThat(titled(OIL).id()).isEqualTo(oil.id());
        assertThat(titles()).containsExactly(FERRY, LAMP_TITLE, OIL);
        assertThat(text(oil.id())).contains("薪も足りなかった");
    }

    @Test
    void aPublishedCaseKeepsItsIdAndContentWhenAnotherCaseTakesItsNumber() throws Exception {
        String lamp = titled(LAMP_TITLE).id();
        library.publish(document, lamp, "友");

        readAgain("page");
        decideAsProposed();

        assertThat(titled(LAMP_TITLE).id()).isEqualTo(lamp);
        assertThat(text(lamp)).contains("郵便局員").doesNotContain("波止場");
        assertThat(library.casesOf(document).stream().map(StoredCase::id).distinct())
                .hasSize(4);
    }

    private Optional<String> draft(String id) throws IOException {
        return library.drafts().find(id, "友");
    }

    @Test
    void aCaseWithADraftIsKeptAndARemarkLeadsToIt() throws Exception {
        String lamp = titled(LAMP_TITLE).id();
        library.drafts().save(lamp, "友", "書きかけ", "");

        readAgain("none");

        assertThat(text(lamp)).contains("郵便局員").doesNotContain("波止場");
        assertThat(draft(lamp)).contains("書きかけ");
        assertThat(document.remarks())
                .filteredOn(remark -> remark.caseId().equals(lamp))
                .singleElement()
                .satisfies(remark -> assertThat(remark.message()).contains("保存していない下書きがあるので残しました"));

        readAgain("page");

        assertThat(titled(LAMP_TITLE).id()).isEqualTo(lamp);
        assertThat(document.cases()).contains(lamp);
        assertThat(document.remarks()).noneMatch(remark -> remark.message().contains("今度の読み取りにはありません"));
    }

    @Test
    void aDraftLiesOverTheCaseItWasTypedInWhenAllCasesMoveByOne() throws Exception {
        String lamp = titled(LAMP_TITLE).id();
        library.drafts().save(lamp, "友", "書きかけ", "");

        readAgain("page");

        assertThat(titled(LAMP_TITLE).id()).isEqualTo(lamp);
        assertThat(draft(lamp)).contains("書きかけ");
        assertThat(text(lamp)).contains("郵便局員").doesNotContain("波止場");
    }

    @Test
    void aCaseWithADraftIsAsItWasUntilSomebodyDecides() throws Exception {
        StoredCase lamp = titled(LAMP_TITLE);
        library.drafts().save(lamp.id(), "友", "書きかけ", "");
        String read = "sources/" + document.id() + "/read/" + lamp.id() + ".md";
        for (String file : List.of(read, read.replace("/read/", "/cases/"))) {
            Files.writeString(corpus.resolve(file), lamp.text().replace("登る道", "発る道"));
        }

        readAgain("auto");

        assertThat(text(lamp.id())).contains("発る道");
        assertThat(library.rereading().differences(document)).containsOnlyKeys(lamp.id());
        decideAsProposed();
        assertThat(text(lamp.id())).contains("登る道");
        assertThat(draft(lamp.id())).contains("書きかけ");
    }
}
