package jirei.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import jirei.cases.CaseStudy;
import jirei.cases.Citation;
import jirei.cases.Pages;
import jirei.cases.Section;
import jirei.corpus.format.CaseJson;
import jirei.corpus.format.CaseMarkdown;
import jirei.corpus.lexicon.Lexicon;
import jirei.corpus.text.CorpusFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An imported case names its file, and its sections name their pages. */
class ProvenanceTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 2);

    @TempDir
    private Path folder = Path.of("");

    private CaseStudy imported() throws Exception {
        Path file = Documents.powerPoint(folder.resolve("talk.pptx"), "朝の送迎", "車", "人");
        CaseStudy found = Intake.read(file, Lexicon.shipped()).cases().getFirst();
        return found.withSource(found.source().withFile("papers/talk.pptx", "ab12"));
    }

    @Test
    void aSectionKeepsTheSlideItIsOn() throws Exception {
        assertThat(imported().sections())
                .extracting(Section::pages)
                .containsExactly(new Pages(1, 1), new Pages(2, 2), new Pages(3, 3));
    }

    @Test
    void fileAndPagesSurviveMarkdownAndJson() throws Exception {
        CaseStudy found = imported();

        String markdown = CaseMarkdown.write(found);

        assertThat(markdown).contains("file: papers/talk.pptx", "sha256: ab12", "- ページ: 2\n");
        assertThat(CaseMarkdown.read(Path.of("a.md"), markdown, Lexicon.shipped()))
                .isEqualTo(found);
        assertThat(CaseJson.read(Path.of("a.jsonl"), 1, CaseJson.write(found), Lexicon.shipped()))
                .isEqualTo(found);
    }

    @Test
    void theConfidenceOfOcrSurvivesMarkdownAndJson() throws Exception {
        CaseStudy found = imported();
        CaseStudy read = found.withSections(
                found.sections().stream().map(section -> section.readByOcr(87)).toList());

        String markdown = CaseMarkdown.write(read);

        assertThat(markdown).contains("- 機械読み取り: 87\n");
        assertThat(CaseMarkdown.read(Path.of("a.md"), markdown, Lexicon.shipped()))
                .isEqualTo(read);
        assertThat(CaseJson.read(Path.of("a.jsonl"), 1, CaseJson.write(read), Lexicon.shipped()))
                .isEqualTo(read);
    }

    @Test
    void aConfidenceAboveAHundredIsReported() {
        String markdown = "---\nid: a\ntitle: 話\n---\n\n## 車 {#s1}\n\n- 機械読み取り: 101\n\n村が出す。\n";

        assertThatThrownBy(() -> CaseMarkdown.read(Path.of("a.md"), markdown, Lexicon.shipped()))
                .isInstanceOfSatisfying(
                        CorpusFormatException.class,
                        e -> assertThat(e.diagnostics().getFirst().problem()).contains("「101」は使えません。87 のように"));
    }

    @Test
    void theCitationOfASectionHasItsPages() throws Exception {
        CaseStudy found = imported();

        assertThat(Citation.of(found, found.sections().get(1), TODAY).sist02()).contains("p. 2");
        assertThat(Citation.of(found, TODAY).sist02()).doesNotContain("p.");
    }

    @Test
    void pagesThatAreNoRangeAreReported() {
        String markdown = "---\nid: a\ntitle: 話\n---\n\n## 車 {#s1}\n\n- ページ: 14-12\n\n村が出す。\n";

        assertThatThrownBy(() -> CaseMarkdown.read(Path.of("a.md"), markdown, Lexicon.shipped()))
                .isInstanceOfSatisfying(CorpusFormatException.class, e -> assertThat(
                                e.diagnostics().getFirst().problem())
                        .contains("「14-12」は使えません。12 か 12-14 のように書いてください"));
    }
}
