package jirei.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import jirei.VacantHouses;
import jirei.cases.Prefecture;
import jirei.corpus.CorpusReader;
import jirei.lucene.EmbeddedIndex;
import jirei.query.Facet;
import jirei.query.Filters;
import jirei.query.SearchRequest;
import jirei.search.Deadline;
import jirei.search.FacetCount;
import jirei.search.FacetCrossTab;
import jirei.search.SearchEngine;
import jirei.search.SearchResults;
import jirei.search.UnknownFacetValue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Facets that a corpus declares count, filter and exclude as those of every corpus do. */
@SuppressWarnings("NullAway.Init") // set before all tests
class OwnFacetTest {
    @TempDir
    private static Path folder;

    private static SearchEngine engine;
    private static Facet budget;
    private static Facet field;
    private static Facet houses;

    @BeforeAll
    static void open() throws Exception {
        EmbeddedIndex index =
                EmbeddedIndex.of(CorpusReader.of(VacantHouses.in(folder.resolve("corpus"))), folder.resolve("index"));
        index.rebuild(done -> {}, fault -> {
            throw new AssertionError(fault.toString());
        });
        engine = index.open();
        List<Facet> own = engine.facets().ownFacets();
        budget = own.get(0);
        field = own.get(1);
        houses = own.get(2);
    }

    @AfterAll
    static void close() throws Exception {
        engine.close();
    }

    @Test
    void valuesAreListedInTheDeclaredOrder() throws Exception {
        SearchResults all = engine.search(everything());

        assertThat(values(all, budget)).containsExactly("100万円未満", "100万円以上500万円未満", "500万円以上");
        assertThat(values(all, field))
                .as("by count, each with the values that contain it")
                .containsExactly("住まい", "住まい/改修", "防災", "防災/見守り", "商い", "移住", "防災/避難所");
        assertThat(values(all, houses)).as("by number").containsExactly("1戸", "3戸", "7戸", "12戸", "20戸");
    }

    @Test
    void whatIsCountedIsWhatASelectionFinds() throws Exception {
        for (Filters filters : List.of(
                Filters.NONE,
                Filters.of(java.util.Map.of(Facet.PREFECTURE, Set.of("島根県"))),
                Filters.of(java.util.Map.of(budget, Set.of("100万円未満"))),
                Filters.NONE.withExcluded(field, Set.of("防災")),
                Filters.NONE.withExcluded(budget, Set.of("500万円以上")).withSelected(field, Set.of("住まい")))) {
            SearchRequest request = everything().filteredBy(filters);
            SearchResults results = engine.search(request);
            for (Facet facet : engine.facets().ownFacets()) {
                for (FacetCount label : results.facets().getOrDefault(facet, List.of())) {
                    Filters alone = filters.withSelected(facet, Set.of(label.value()));
                    assertThat(engine.search(request.filteredBy(alone)).total())
                            .as("%s %s", filters, label)
                            .isEqualTo(label.count());
                }
            }
        }
    }

    @Test
    void aValueInsideAnotherNarrowsIt() throws Exception {
        SearchRequest both = everything().with(field, "住まい", "住まい/改修");

        assertThat(engine.search(both).total())
                .isEqualTo(engine.search(everything().with(field, "住まい/改修")).total());
        assertThat(engine.search(everything().with(field, "住まい")).total().cases())
                .isEqualTo(3);
        assertThat(engine.search(both).total().cases()).isEqualTo(2);
    }

    @Test
    void aSectionWithItsOwnValueIsCountedThereOnly() throws Exception {
        SearchRequest cheap = SearchRequest.of("屋根 費用", engine.facets()).with(budget, "100万円未満");
        SearchRequest dear = SearchRequest.of("屋根 費用", engine.facets()).with(budget, "500万円以上");

        assertThat(engine.search(cheap).hits()).isEmpty();
        assertThat(engine.search(dear).hits()).singleElement().satisfies(hit -> {
            assertThat(hit.section().id()).isEqualTo("s2");
            assertThat(hit.section().facets().byName())
                    .containsEntry("予算", List.of("500万円以上"))
                    .containsEntry("戸数", List.of("7戸"));
        });
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
            予算:500万円以上;                3
            事業の予算:５００万円以上;        3
            予算:100万円未満、500万円以上;    6
            -予算:100万円未満 見回り;         1
            分野:防災;                      3
            分野:防災/見守り;               3
            分野:避難;                      0
            見回り -分野:防災;              1
            テーマ:直す;                    2
            テーマ:空き家を使う;             3
            """)
    void filtersTypedInTheBoxAreFilters(String query, long sections) throws Exception {
        SearchResults found = engine.search(SearchRequest.of(query, engine.facets()));

        assertThat(found.total().sections()).isEqualTo(sections);
    }

    @Test
    void aTypedValueThatIsNotListedIsSaidToBeUnknown() throws Exception {
        SearchResults found = engine.search(SearchRequest.of("予算:タダ", engine.facets()));

        assertThat(found.interpretation().unknownValues())
                .extracting(UnknownFacetValue::message)
                .containsExactly("事業の予算「タダ」はありません。100万円未満、100万円以上500万円未満、500万円以上のどれかで指定してください。");
    }

    @Test
    void ownFacetsAreCrossedWithOthers() throws Exception {
        FacetCrossTab table = engine.crossTab(everything(), Facet.PREFECTURE, budget, Deadline.NONE);

        for (String prefecture : List.of(Prefecture.SHIMANE.fullName(), Prefecture.KOCHI.fullName())) {
            for (String value : engine.facetValues(budget)) {
                assertThat(table.at(prefecture, value))
                        .as(prefecture + value)
                        .isEqualTo(engine.search(everything()
                                        .with(Facet.PREFECTURE, prefecture)
                                        .with(budget, value))
                                .total());
            }
        }
    }

    private static SearchRequest everything() {
        return SearchRequest.of("", engine.facets());
    }

    private static List<String> values(SearchResults results, Facet facet) {
        return results.facets().getOrDefault(facet, List.of()).stream()
                .map(FacetCount::value)
                .toList();
    }
}
