package jirei.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import jirei.query.Facet;
import jirei.query.FormKind;
import jirei.query.Matching;
import jirei.query.Matching.Form;
import jirei.query.SearchRequest;
import jirei.query.SortOrder;
import org.junit.jupiter.api.Test;

class SearchStateTest {
    private static final SearchState EVERYTHING_SET = new SearchState(new SearchRequest(
            "看取り \"夜 間\" & <b>",
            Map.of(Facet.PREFECTURE, Set.of("大阪府"), Facet.KIND, Set.of("role")),
            new Matching(false, false, Set.of(new Form(FormKind.SYNONYM, "ターミナルケア"))),
            SortOrder.NUMBER,
            3,
            50,
            true));

    @Test
    void onlyWhatDiffersFromNothingStandsInTheUrl() {
        assertThat(SearchState.NOTHING.url()).isEqualTo("/");
        assertThat(SearchState.of("a b").url()).isEqualTo("/?q=a+b");
    }

    @Test
    void pageAndApiHaveTheSameParameters() {
        assertThat(EVERYTHING_SET.apiUrl())
                .isEqualTo("/api/search" + EVERYTHING_SET.url().substring(1));
    }

    @Test
    void theUrlHoldsEverything() throws Exception {
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
    void aChangedFilterBeginsOnTheFirstPage() {
        SearchState changed = EVERYTHING_SET.with(Facet.PREFECTURE, "東京都").without(Facet.KIND, "role");

        assertThat(changed.request().values(Facet.PREFECTURE)).containsExactly("大阪府", "東京都");
        assertThat(changed.request().filters()).containsOnlyKeys(Facet.PREFECTURE);
        assertThat(changed.request().page()).isEqualTo(1);
    }

    @Test
    void whoeverInsistsOnASpellingDoesSoUntilSomethingElseIsAsked() {
        SearchState insisting = SearchState.of("看取り").insisting();

        assertThat(insisting.with(Facet.KIND, "role").onPage(2).request().matching().asTyped())
                .isTrue();
        assertThat(insisting.withoutFilters().request().matching().asTyped()).isTrue();
        assertThat(insisting.asking("輪番").request().matching().asTyped()).isFalse();
    }

    @Test
    void aSectionsUrlKeepsTheSearch() {
        assertThat(SearchState.of("a").sectionUrl("case-1", "s1")).isEqualTo("/cases/case-1?q=a#s1");
        assertThat(SearchState.NOTHING.sectionUrl("case-1", "s1")).isEqualTo("/cases/case-1#s1");
    }
}
