package jirei.web.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import jirei.cases.Figure;
import jirei.cases.Indicator;
import jirei.cases.RegionFigure;
import jirei.cases.RegionFigures;
import jirei.query.Expansion;
import jirei.query.ExpansionKind;
import jirei.query.ExpansionOptions;
import jirei.query.Facet;
import jirei.query.Filters;
import jirei.query.NumberRange;
import jirei.query.RegionComparison;
import jirei.query.SearchRequest;
import jirei.query.SortOrder;
import org.junit.jupiter.api.Test;

class SearchStateTest {
    private static final SearchState EVERYTHING_SET = new SearchState(SearchRequest.of("看取り \"夜 間\" & <b>")
            .filteredBy(Filters.of(Map.of(Facet.PREFECTURE, Set.of("大阪府"), Facet.KIND, Set.of("role"))))
            .with(new ExpansionOptions(false, false, Set.of(new Expansion(ExpansionKind.SYNONYM, "ターミナルケア")), true))
            .sortedBy(SortOrder.NUMBER)
            .withSize(50)
            .withPage(3));

    @Test
    void theUrlHasOnlyNonDefaultParameters() {
        assertThat(SearchState.EMPTY.url()).isEqualTo("/");
        assertThat(SearchState.of("a b").url()).isEqualTo("/?q=a+b");
    }

    @Test
    void pagesAndApiHaveTheSameParameters() {
        assertThat(EVERYTHING_SET.apiUrl())
                .isEqualTo("/api/search" + EVERYTHING_SET.url().substring(1));
    }

    @Test
    void theUrlHasTheWholeState() throws Exception {
        QueryString read = QueryString.parse(EVERYTHING_SET.url().substring(2));

        assertThat(read.values("q")).containsExactly("看取り \"夜 間\" & <b>");
        assertThat(read.values("prefecture")).containsExactly("大阪府");
        assertThat(read.values("kind")).containsExactly("role");
        assertThat(read.values("sort")).containsExactly("number");
        assertThat(read.values("correction")).containsExactly("off");
        assertThat(read.values("size")).containsExactly("50");
        assertThat(read.values("page")).containsExactly("3");
    }

    @Test
    void aChangedFilterReturnsToTheFirstPage() {
        SearchState changed = EVERYTHING_SET.with(Facet.PREFECTURE, "東京都").without(Facet.KIND, "role");

        assertThat(changed.request().values(Facet.PREFECTURE)).containsExactly("大阪府", "東京都");
        assertThat(changed.request().filters().selected()).containsOnlyKeys(Facet.PREFECTURE);
        assertThat(changed.request().page()).isEqualTo(1);
    }

    @Test
    void verbatimSearchLastsUntilTheQueryChanges() {
        SearchState insisting = SearchState.of("看取り").verbatim();

        assertThat(insisting
                        .with(Facet.KIND, "role")
                        .withPage(2)
                        .request()
                        .expansionOptions()
                        .verbatim())
                .isTrue();
        assertThat(insisting.withoutFilters().request().expansionOptions().verbatim())
                .isTrue();
        assertThat(insisting.withQuery("輪番").request().expansionOptions().verbatim())
                .isFalse();
    }

    @Test
    void sectionUrlsKeepTheSearch() {
        assertThat(SearchState.of("a").sectionUrl("case-1", "s1")).isEqualTo("/cases/case-1?q=a&section=s1#s1");
        assertThat(SearchState.EMPTY.sectionUrl("case-1", "s1")).isEqualTo("/cases/case-1?section=s1#s1");
    }

    @Test
    void theUrlHasExclusionsRangesRegionAndGrouping() {
        var filters = Filters.of(Map.of(Facet.ACTOR, Set.of("医師会")))
                .withExcluded(Facet.KIND, Set.of("note"))
                .withRange(Indicator.POPULATION, new NumberRange(BigDecimal.valueOf(100), null))
                .withComparison(new RegionComparison(
                        new RegionFigures("みやま町", Map.of(RegionFigure.CLINICS, new Figure(BigDecimal.ONE, "調べ"))), 5));

        SearchState state = new SearchState(SearchRequest.of("")
                .filteredBy(filters)
                .sortedBy(SortOrder.REGION_SIMILARITY)
                .groupedByCase(true));

        assertThat(state.queryString().parameters())
                .extracting(parameter -> parameter.name() + "=" + parameter.value())
                .containsExactly(
                        "actor=医師会",
                        "not.kind=note",
                        "population.min=100",
                        "like.name=みやま町",
                        "like.clinics=1",
                        "like.top=5",
                        "sort=like",
                        "group=case");
    }

    @Test
    void selectingAValueEndsItsExclusion() {
        SearchState excluding = new SearchState(
                SearchRequest.of("").filteredBy(Filters.NONE.withExcluded(Facet.ACTOR, Set.of("医師会", "病院"))));

        assertThat(excluding.with(Facet.ACTOR, "病院").request().filters().excluded(Facet.ACTOR))
                .containsExactly("医師会");
        assertThat(excluding.withoutExcluded(Facet.ACTOR, "医師会").url()).isEqualTo("/?not.actor=%E7%97%85%E9%99%A2");
    }

    @Test
    void withoutARegionThereIsNoSimilarityOrder() {
        assertThat(SearchState.of("a").sortedBy(SortOrder.REGION_SIMILARITY).url())
                .isEqualTo("/?q=a");
    }
}
