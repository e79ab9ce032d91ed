package jirei.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import jirei.lucene.search.BitDocSets;
import jirei.query.ExpansionOptions;
import jirei.query.Facet;
import jirei.query.QueryParser;
import jirei.query.SearchRequest;
import jirei.query.SortOrder;
import jirei.search.QueryInterpretation;
import jirei.search.Relaxation;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.search.IndexSearcher;
import org.junit.jupiter.api.Test;

class ResolvedQueryCacheTest {
    private final ResolvedQueryCache questions = new ResolvedQueryCache();
    private final List<String> understood = new ArrayList<>();

    @Test
    void aQuestionIsUnderstoodOnceHoweverItIsNarrowedSortedAndLeafedThrough() throws Exception {
        SearchRequest plain = SearchRequest.of("夜間の往診");

        ask(plain);
        ask(plain.with(Facet.PREFECTURE, "岩手県").sortedBy(SortOrder.YEAR));
        ask(plain.withPage(2));

        assertThat(understood).containsExactly("夜間の往診");
    }

    @Test
    void theSameWordsInOtherFormsAreAnotherQuestion() throws Exception {
        SearchRequest plain = SearchRequest.of("夜間の往診");

        ask(plain);
        ask(plain.with(ExpansionOptions.EVERY_FORM.verbatim(true)));

        assertThat(understood).hasSize(2);
    }

    @Test
    void onlyTheLastQuestionsAreKept() throws Exception {
        for (int i = 0; i <= 16; i++) {
            ask(SearchRequest.of("第" + i + "号"));
        }

        ask(SearchRequest.of("第16号"));
        ask(SearchRequest.of("第0号"));

        assertThat(understood).hasSize(18).endsWith("第16号", "第0号");
    }

    private void ask(SearchRequest request) throws IOException {
        ResolvedQuery asked = questions.of(request, one -> {
            understood.add(one.query());
            var meant = new QueryInterpretation(QueryParser.parse(one.query()), Relaxation.NONE, List.of(), null);
            return new ResolvedQuery(
                    meant, BitDocSets.of(new IndexSearcher(new MultiReader())).none(), List.of());
        });
        assertThat(asked.interpretation().query()).isEqualTo(QueryParser.parse(request.query()));
    }
}
