package jirei.lucene;

import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import jirei.cases.Prefecture;
import jirei.cases.SectionKind;
import jirei.cases.Theme;
import jirei.query.Facet;
import jirei.query.QueryParser;
import jirei.query.SearchRequest;
import jirei.query.SortOrder;
import jirei.search.Explanation;
import jirei.search.Explanation.WordMatch;
import jirei.search.FacetLabel;
import jirei.search.SearchResults;
import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.facet.DrillSideways;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollector.MatchingDocs;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.taxonomy.TaxonomyReader;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Answers one request: widens where nothing is found, counts every facet sideways, shows the hits of the page. */
final class SectionSearch {
    private static final SortField SCORE = SortField.FIELD_SCORE;
    private static final SortField NUMBER = new SortField(IndexField.NUMBER.luceneName(), SortField.Type.LONG);
    private static final SortField CASE_ID = new SortField(IndexField.CASE_ID.luceneName(), SortField.Type.STRING);
    private static final SortField POSITION = new SortField(IndexField.POSITION.luceneName(), SortField.Type.LONG);

    private final IndexSearcher searcher;
    private final QueryLexicon lexicon;
    private final SectionSets sets;
    private final LazyCorrector corrector;
    private final Hits hits;
    private final List<String> actors;

    SectionSearch(
            IndexSearcher searcher,
            QueryLexicon lexicon,
            SectionSets sets,
            List<VocabularyEntry> vocabulary,
            Hits hits,
            List<String> actors) {
        this.corrector = new LazyCorrector(vocabulary, lexicon);
        this.searcher = searcher;
        this.lexicon = lexicon;
        this.sets = sets;
        this.hits = hits;
        this.actors = actors;
    }

    SearchResults search(SearchRequest request) throws IOException {
        long start = System.nanoTime();
        var queries = new SectionQueries(lexicon, request.matching(), Weights.MEASURED);
        SectionSets ofRequest = sets.forRequest();
        var gate = new Gate(ofRequest, queries);
        Widener.Widened widened =
                new Corrections(ofRequest, gate, queries, corrector).widen(QueryParser.parse(request.query()));
        var expression = widened.interpretation().query().expression();
        Found found = find(queries.scored(widened.sections(), expression, gate), request);
        int from = (request.page() - 1) * request.size();
        List<ScoreDoc> page = found.top()
                .subList(Math.min(from, found.top().size()), found.top().size());
        return new SearchResults(
                widened.interpretation(),
                FacetCounts.total(found.matching()),
                hits.show(queries, expression, page, from),
                found.facets(),
                (System.nanoTime() - start) / 1_000_000);
    }

    /** Why the section of the document {@code doc} answers {@code request}. */
    Explanation explain(SearchRequest request, int doc) throws IOException {
        var queries = new SectionQueries(lexicon, request.matching(), Weights.MEASURED);
        var gate = new Gate(sets.forRequest(), queries);
        var expression = QueryParser.parse(request.query()).expression();
        List<WordMatch> words = new Explaining(searcher, queries, gate, doc).words(expression);
        float score = (float) words.stream().mapToDouble(WordMatch::points).sum();
        var hit = hits.show(queries, expression, List.of(new FieldDoc(doc, score, new Object[] {score})), 0)
                .getFirst();
        return new Explanation(hit, sets.sections().cardinality(), words);
    }

    /** The best hits up to the end of the page, all that matches, and the labels of every facet. */
    private record Found(List<ScoreDoc> top, Collection<MatchingDocs> matching, Map<Facet, List<FacetLabel>> facets) {}

    private Found find(Query query, SearchRequest request) throws IOException {
        var top = new TopFieldCollectorManager(
                sort(request.sort()), request.page() * request.size(), null, Integer.MAX_VALUE);
        var all = new MultiCollectorManager(top, new FacetsCollectorManager());
        var drillDown = new DrillDownQuery(new FacetsConfig(), query);
        List<Facet> chosen = List.copyOf(request.filters().keySet());
        for (Facet facet : chosen) {
            drillDown.add(
                    facet.id(),
                    WordQueries.anyOf(request.values(facet).stream()
                            .map(value -> SectionQueries.facetValue(facet, value))
                            .toList()));
        }
        if (chosen.isEmpty()) {
            Object[] answer = searcher.search(query, all);
            return found(answer, chosen, List.of(), request);
        }
        List<FacetsCollectorManager> sideways =
                chosen.stream().map(facet -> new FacetsCollectorManager()).toList();
        DrillSideways.Result<Object[], FacetsCollector> answer =
                new DrillSideways(searcher, new FacetsConfig(), (TaxonomyReader) null).search(drillDown, all, sideways);
        return found(answer.drillDownResult(), chosen, answer.drillSidewaysResults(), request);
    }

    private Found found(Object[] answer, List<Facet> chosen, List<FacetsCollector> sideways, SearchRequest request)
            throws IOException {
        Collection<MatchingDocs> matching = ((FacetsCollector) answer[1]).getMatchingDocs();
        Map<Facet, List<FacetLabel>> facets = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            int beside = chosen.indexOf(facet);
            Collection<MatchingDocs> counted =
                    beside < 0 ? matching : sideways.get(beside).getMatchingDocs();
            List<FacetLabel> labels = FacetCounts.labels(facet, counted, request.values(facet));
            facets.put(facet, labels.stream().sorted(order(facet)).toList());
        }
        return new Found(List.of(((TopFieldDocs) answer[0]).scoreDocs), matching, facets);
    }

    /** Prefectures from north to south, kinds and themes in their own order, actors by frequency, years from the newest. */
    private Comparator<FacetLabel> order(Facet facet) {
        Comparator<FacetLabel> byValue = Comparator.comparing(FacetLabel::value);
        return switch (facet) {
            case PREFECTURE ->
                Comparator.<FacetLabel>comparingInt(label -> Prefecture.named(label.value())
                                .map(Prefecture::ordinal)
                                .orElse(Integer.MAX_VALUE))
                        .thenComparing(byValue);
            case KIND ->
                Comparator.<FacetLabel>comparingInt(label -> SectionKind.named(label.value())
                                .map(SectionKind::ordinal)
                                .orElse(Integer.MAX_VALUE))
                        .thenComparing(byValue);
            case THEME ->
                Comparator.<FacetLabel>comparingInt(label ->
                                Theme.named(label.value()).map(Theme::ordinal).orElse(Integer.MAX_VALUE))
                        .thenComparing(byValue);
            case ACTOR ->
                Comparator.<FacetLabel>comparingLong(label -> -label.count().sections())
                        .thenComparingInt(label -> Math.floorMod(actors.indexOf(label.value()), Integer.MAX_VALUE))
                        .thenComparing(byValue);
            case YEAR -> byValue.reversed();
        };
    }

    static Sort sort(SortOrder order) {
        return switch (order) {
            case RELEVANCE -> new Sort(SCORE, NUMBER, CASE_ID, POSITION);
            case NUMBER -> new Sort(NUMBER, CASE_ID, POSITION, SCORE);
        };
    }

    /** The score of {@code hit}, from among the values it was sorted by. */
    static float scoreOf(ScoreDoc hit) {
        for (Object value : ((FieldDoc) hit).fields) {
            if (value instanceof Float score) {
                return score;
            }
        }
        return 0;
    }

    /** The id of the case of {@code hit}, from among the values it was sorted by. */
    static String caseIdOf(ScoreDoc hit) {
        for (Object value : ((FieldDoc) hit).fields) {
            if (value instanceof BytesRef id) {
                return id.utf8ToString();
            }
        }
        throw new IllegalArgumentException("hit must have been sorted by case id, got " + hit);
    }

    /** Made for the first word that may be misspelt: most questions have none. */
    private static final class LazyCorrector implements Supplier<Corrector> {
        private final List<VocabularyEntry> vocabulary;
        private final QueryLexicon lexicon;
        private @Nullable Corrector made;

        LazyCorrector(List<VocabularyEntry> vocabulary, QueryLexicon lexicon) {
            this.vocabulary = vocabulary;
            this.lexicon = lexicon;
        }

        @Override
        public synchronized Corrector get() {
            Corrector known = made;
            if (known == null) {
                known = Corrector.of(vocabulary, lexicon);
                made = known;
            }
            return known;
        }
    }
}
