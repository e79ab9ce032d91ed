package jirei.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import jirei.engine.highlight.RequestPatterns;
import jirei.engine.match.CountedMatches;
import jirei.query.ExpansionOptions;
import jirei.query.Facet;
import jirei.query.SearchRequest;
import jirei.query.SortOrder;
import jirei.search.QueryInterpretation;
import jirei.search.Relaxation;
import org.junit.jupiter.api.Test;

class ResolvedQueryCacheTest {
    private final ResolvedQueryCache<String> cache = new ResolvedQueryCache<>(16);
    private final List<String> resolvedTexts = new ArrayList<>();

    @Test
    void aQueryIsResolvedOnceForAllFiltersSortOrdersAndPages() throws Exception {
        SearchRequest plain = SearchRequest.of("夜間の往診");

        get(plain);
        get(plain.with(Facet.PREFECTURE, "岩手県").sortedBy(SortOrder.YEAR));
        get(plain.withPage(2));

        assertThat(resolvedTexts).containsExactly("夜間の往診");
    }

    @Test
    void otherExpansionOptionsHaveTheirOwnEntry() throws Exception {
        SearchRequest plain = SearchRequest.of("夜間の往診");

        get(plain);
        get(plain.with(ExpansionOptions.ALL.verbatim(true)));

        assertThat(resolvedTexts).hasSize(2);
    }

    @Test
    void theNumberOfEntriesIsBounded() throws Exception {
        for (int i = 0; i < 100; i++) {
            get(SearchRequest.of("第" + i + "号"));
        }
        resolvedTexts.clear();
        for (int i = 0; i < 100; i++) {
            get(SearchRequest.of("第" + i + "号"));
        }

        assertThat(resolvedTexts).hasSizeGreaterThanOrEqualTo(84);
    }

    private void get(SearchRequest request) throws IOException {
        ResolvedQuery<String> resolved = cache.get(request, () -> {
            resolvedTexts.add(request.query().text());
            var interpretation = new QueryInterpretation(request.query(), Relaxation.NONE, List.of(), null);
            return new ResolvedQuery<>(
                    interpretation, new CountedMatches<>("matches", "", ""), false, List.of(), RequestPatterns.NONE);
        });
        assertThat(resolved.interpretation().query()).isEqualTo(request.query());
    }
}
