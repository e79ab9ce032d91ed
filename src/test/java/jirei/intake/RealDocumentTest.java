package jirei.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jirei.cases.CaseStudy;
import jirei.cases.RegionFigure;
import jirei.cases.SectionKind;
import jirei.corpus.format.CaseJson;
import jirei.corpus.lexicon.Lexicon;
import jirei.intake.layout.ImportResult;
import jirei.intake.layout.ImportWarning;
import jirei.intake.mieruka.WarningMessages;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Reads the collection of 2017, which may not be part of the repository: {@code mvn test -Djirei.source=FILE} reads
 * it from FILE and writes the cases to {@code target/mieruka.jsonl}.
 */
class RealDocumentTest {
    private static ImportResult read = new ImportResult(List.of(), List.of());

    @BeforeAll
    static void readDocument() throws Exception {
        String source = System.getProperty("jirei.source", "");
        assumeTrue(!source.isBlank(), "skipped: the source document is not here; name it with -Djirei.source=FILE");
        read = Intake.read(Path.of(source), Lexicon.shipped());
        String export = read.cases().stream().map(CaseJson::write).collect(Collectors.joining("\n", "", "\n"));
        Files.writeString(Path.of("target", "mieruka.jsonl"), export, StandardCharsets.UTF_8);
    }

    @Test
    void allSixteenCasesAreFoundWithTheirPlaces() {
        List<Integer> numbers = IntStream.rangeClosed(1, 16).boxed().toList();

        assertThat(read.cases()).extracting(CaseStudy::number).containsExactlyElementsOf(numbers);
        assertThat(read.cases()).extracting(CaseStudy::id).first().isEqualTo("mieruka-h29-01");
        assertThat(read.cases()).extracting(CaseStudy::year).containsOnly(2017);
        assertThat(read.cases()).extracting(CaseStudy::prefecture).doesNotContainNull();
        assertThat(read.cases()).extracting(CaseStudy::place).doesNotContain("").doesNotHaveDuplicates();
        assertThat(read.cases()).extracting(CaseStudy::title).doesNotContain("").doesNotHaveDuplicates();
    }

    @Test
    void noLineIsLost() {
        assertThat(read.warnings()).extracting(ImportWarning::message).doesNotContain(WarningMessages.UNPLACED);
    }

    @Test
    void everyCaseHasItsFiguresHighlightsAndLeads() {
        assertThat(read.cases()).allSatisfy(found -> {
            assertThat(found.region().figures()).hasSize(RegionFigure.values().length);
            long highlights = count(found, SectionKind.HIGHLIGHT);
            assertThat(highlights).isBetween(2L, 3L);
            assertThat(count(found, SectionKind.LEAD)).isEqualTo(highlights);
        });
    }

    @Test
    void everyTextHasAHeadingAndEndsWithASentence() {
        assertThat(read.cases()).flatExtracting(CaseStudy::sections).allSatisfy(section -> {
            boolean isProse = section.kind() == SectionKind.LEAD
                    || section.kind() == SectionKind.SUBSECTION
                    || section.kind() == SectionKind.POINT;
            assertThat(section.text()).isNotEmpty();
            assertThat(isProse && section.heading().isEmpty()).as(section.id()).isFalse();
            assertThat(isProse && !section.text().endsWith("。"))
                    .as(section.id())
                    .isFalse();
        });
    }

    private static long count(CaseStudy caseStudy, SectionKind kind) {
        return caseStudy.sections().stream()
                .filter(section -> section.kind() == kind)
                .count();
    }
}
