package jirei.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
                .isEqualTo("“灯台の町”. 2017年度.");
        assertThat(Citation.of(caseOf("灯台の町", "架空の事例集", Source.UNKNOWN), DAY).sist02())
                .isEqualTo("“灯台の町”. 架空の事例集. 2017年度.");
    }

    @Test
    void aCaseThatIsThePublicationIsNamedOnce() {
        var source = new Source("灯台だより", "架空の会", "", "");

        assertThat(Citation.of(caseOf("灯台だより", "灯台だより", source), DAY).sist02()).isEqualTo("“灯台だより”. 架空の会, 2017年度.");
        assertThat(Citation.of(caseOf("灯台だより", "灯台だより", Source.UNKNOWN), SECTION, DAY)
                        .publication())
                .isEmpty();
    }

    @Test
    void aRetoldCaseIsCitedByItsNumberAndPlaceInThePublication() {
        var source = new Source("架空の事例集 事例1 みなと町（平成29年度）", "架空の会", "", "").retoldBy("語り部");
        CaseStudy caseStudy = retold("みなと町", source);

        assertThat(Citation.of(caseStudy, DAY).sist02()).isEqualTo("“事例1 みなと町”（語り部 による書き起こし）. 架空の事例集. 架空の会, 2017年度.");
        assertThat(Citation.of(caseStudy, SECTION, DAY).sist02())
                .isEqualTo("“事例1 みなと町”（語り部 による書き起こし）「関係機関の役割」. 架空の事例集. 架空の会, 2017年度.");
        assertThat(Citation.of(caseStudy, SECTION, DAY).fullTitle()).isEqualTo("事例1 みなと町（語り部 による書き起こし）「関係機関の役割」");
    }

    @ParameterizedTest
    @CsvSource({
        "夜の「灯」を守る, 「夜の『灯』を守る」",
        "『灯』の会, 「『灯』の会」",
        "「島の『灯』だより」を配る, 「『島の「灯」だより』を配る」",
        "「灯」と「波」, 「『灯』と『波』」",
        "灯」の会, 「灯』の会」"
    })
    void quotationMarksWithinAQuotedHeadingAreOfTheOtherKind(String heading, String quoted) {
        var section = new Section("s1", SectionKind.LEAD, heading, "", List.of(), List.of(), "灯");
        CaseStudy caseStudy = retold("みなと町", new Source("架空の事例集", "", "", "").retoldBy("語り部"));

        assertThat(Citation.of(caseStudy, section, DAY).fullTitle()).isEqualTo("事例1 みなと町（語り部 による書き起こし）" + quoted);
    }

    @Test
    void aRetoldCaseThatThePublicationDoesNotNameIsCitedByTheTitleOfTheRetelling() {
        CaseStudy unnamed = new CaseStudy(
                "invented-1",
                null,
                "灯台の町",
                "",
                null,
                null,
                "",
                RegionFigures.NONE,
                Source.UNKNOWN.retoldBy("語り部"),
                List.of(SECTION));

        assertThat(Citation.of(unnamed, DAY).sist02()).isEqualTo("“灯台の町”（語り部 による書き起こし）.");
    }

    private static CaseStudy retold(String place, Source source) {
        return new CaseStudy(
                "invented-1", 1, "灯台の町", "架空の事例集", 2017, null, place, RegionFigures.NONE, source, List.of(SECTION));
    }

    @ParameterizedTest
    @CsvSource({
        "2017, 平成29年度 架空の事例集, false",
        "2017, 平成２９年 架空の事例集,  false",
        "2017, 2017年度 架空の事例集,   false",
        "2019, 令和元年度 架空の事例集, false",
        "2019, 平成31年度 架空の事例集, false",
        "2017, 平成28年度 架空の事例集, true",
        "2017, 架空の事例集 第29号,    true",
        "1870, 古い事例集,             true"
    })
    void theYearIsWrittenOnce(int year, String publication, boolean inImprint) {
        CaseStudy caseStudy = new CaseStudy(
                "invented-1",
                1,
                "灯台",
                "",
                year,
                null,
                "",
                RegionFigures.NONE,
                new Source(publication, "会", "", ""),
                List.of(SECTION));

        assertThat(Citation.of(caseStudy, DAY).sist02().contains("会, " + year + "年度."))
                .isEqualTo(inImprint);
        assertThat(Citation.of(caseStudy, DAY).year()).isEqualTo(year);
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
