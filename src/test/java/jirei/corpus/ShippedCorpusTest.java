package jirei.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jirei.cases.CaseStudy;
import jirei.cases.Figure;
import jirei.cases.RegionFigure;
import jirei.cases.SectionKind;
import jirei.corpus.text.CorpusDiagnostic;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The shipped corpus has the expected places with their figures and sections by kind. */
class ShippedCorpusTest {
    private static final List<CaseStudy> CASES = new ArrayList<>();
    private static final List<CorpusDiagnostic> DIAGNOSTICS = new ArrayList<>();

    @BeforeAll
    static void read() throws IOException {
        CorpusReader.of(Path.of("corpus")).read(CASES::add, DIAGNOSTICS::add);
    }

    @Test
    void theCorpusHasNoProblems() {
        assertThat(DIAGNOSTICS).isEmpty();
    }

    @Test
    void everyPlaceHasItsFiguresAndSectionsByKind() throws IOException {
        List<String> listed = Files.readAllLines(Path.of("src/test/resources/corpus/shipped.tsv")).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();

        assertThat(CASES.stream().map(ShippedCorpusTest::row)).containsExactlyElementsOf(listed);
    }

    @Test
    void everyCaseHasASourceWithRights() {
        assertThat(CASES).allSatisfy(caseStudy -> {
            assertThat(caseStudy.year()).isEqualTo(2017);
            assertThat(caseStudy.source().title()).contains("事例" + caseStudy.number(), caseStudy.place(), "平成29年度");
            assertThat(caseStudy.source().rights()).isNotEmpty();
        });
    }

    @Test
    void everySectionHasAHeadingAndText() {
        assertThat(CASES.stream().flatMap(caseStudy -> caseStudy.sections().stream()))
                .allSatisfy(section -> {
                    assertThat(section.heading()).isNotEmpty();
                    assertThat(section.text()).endsWith("。");
                });
    }

    private static String row(CaseStudy caseStudy) {
        Stream<String> region = Stream.of(RegionFigure.values()).map(what -> caseStudy
                .region()
                .of(what)
                .map(ShippedCorpusTest::plain)
                .orElse("-"));
        Stream<String> kinds = Stream.of(SectionKind.values())
                .map(kind -> Long.toString(caseStudy.sections().stream()
                        .filter(section -> section.kind() == kind)
                        .count()));
        String prefecture =
                caseStudy.prefecture() == null ? "-" : caseStudy.prefecture().fullName();
        Stream<String> head = Stream.of(caseStudy.id(), prefecture, caseStudy.place());
        return Stream.of(head, region, kinds).flatMap(columns -> columns).collect(Collectors.joining("\t"));
    }

    private static String plain(Figure figure) {
        BigDecimal value = figure.value().stripTrailingZeros();
        return (value.scale() < 0 ? value.setScale(0) : value).toPlainString();
    }
}
