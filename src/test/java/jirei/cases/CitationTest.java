package jirei.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CitationTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 5);
    private static final Section SECTION =
            new Section("s1", SectionKind.ROLE, "", "", List.of(), List.of(), "当番表をつくる。");

    private static CaseStudy caseOf(String title, String collection, Source source) {
        return new CaseStudy(
                "invented-1", 1, title, collection, 2017, null, "", RegionFigures.NONE, source, List.of(SECTION));
    }

    @Test
    void elementsFollowTheOrderOfSist02() {
        var source = new Source("架空の事例集 第7号", "架空の会", "https://example.org/7", "");

        assertThat(Citation.of(caseOf("灯台の町", "架空の事例集", source), DAY).sist02())
                .isEqualTo("“灯台の町”. 架空の事例集 第7号. 架空の会, 2017年度. https://example.org/7, (参照 2026-03-05).");
    }

    @Test
    void unknownElementsAreLeftOut() {
        assertThat(Citation.of(caseOf("灯台の町", "", Source.UNKNOWN), DAY).sist02())
                .isEqualTo("“灯台の町”. 2017年度. (参照 2026-03-05).");
        assertThat(Citation.of(caseOf("灯台の町", "架空の事例集", Source.UNKNOWN), DAY).sist02())
                .isEqualTo("“灯台の町”. 架空の事例集. 2017年度. (参照 2026-03-05).");
    }

    @Test
    void theSectionNameFollowsTheTitleOfTheCase() {
        CaseStudy caseStudy = caseOf("灯台の町。", "", Source.UNKNOWN);

        assertThat(Citation.of(caseStudy, SECTION, DAY).title()).isEqualTo("灯台の町。：関係機関の役割");
    }

    @Test
    void quotationMarksAndFullStopsOfTheTitleDoNotConflictWithThoseOfTheFormat() {
        assertThat(Citation.of(caseOf("“灯”をともす。", "", Source.UNKNOWN), DAY).sist02())
                .startsWith("“‘灯’をともす”. ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "ftp://example.org", "https://example.org/ a", "example.org"})
    void onlyHttpUrlsAreCited(String url) {
        assertThat(Citation.of(caseOf("灯台の町", "", new Source("", "", url, "")), DAY)
                        .url())
                .isEmpty();
    }
}
