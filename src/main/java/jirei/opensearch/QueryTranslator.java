package jirei.opensearch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexOrDocValuesQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PointRangeQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefIterator;

/** Translates Lucene queries to the OpenSearch query DSL, with the same matches and scores. Stateless. */
final class QueryTranslator {
    private QueryTranslator() {}

    /**
     * Translates {@code query}.
     *
     * @throws IllegalArgumentException if the type of the query or of a clause is not supported
     */
    static Map<String, Object> of(Query query) {
        return of(query, 1);
    }

    private static Map<String, Object> of(Query query, float boost) {
        return switch (query) {
            case MatchNoDocsQuery ignored -> named("match_none", Map.of());
            case BoostQuery boosted -> of(boosted.getQuery(), boost * boosted.getBoost());
            case TermQuery term ->
                named(
                        "term",
                        Map.of(
                                term.getTerm().field(),
                                Map.of(
                                        "value",
                                        PretokenizedText.term(term.getTerm().text()),
                                        "boost",
                                        boost)));
            case PhraseQuery phrase -> phrase(phrase, boost);
            case PrefixQuery prefix ->
                named(
                        "prefix",
                        Map.of(
                                prefix.getField(),
                                Map.of("value", prefix.getPrefix().text(), "boost", boost)));
            case BooleanQuery bool -> bool(bool, boost);
            case ConstantScoreQuery constant ->
                named("constant_score", Map.of("filter", of(constant.getQuery()), "boost", boost));
            case DisjunctionMaxQuery disjunction ->
                named(
                        "dis_max",
                        Map.of(
                                "queries",
                                disjunction.getDisjuncts().stream()
                                        .map(QueryTranslator::of)
                                        .toList(),
                                "tie_breaker",
                                disjunction.getTieBreakerMultiplier(),
                                "boost",
                                boost));
            case TermInSetQuery set -> named("terms", Map.of(set.getField(), terms(set), "boost", boost));
            case FieldExistsQuery exists -> named("exists", Map.of("field", exists.getField(), "boost", boost));
            case IndexOrDocValuesQuery points -> of(points.getIndexQuery(), boost);
            case PointRangeQuery range -> range(range, boost);
            case SameCaseQuery sameCase -> sameCaseQuery(sameCase);
            default -> throw new IllegalArgumentException("no translation of " + query.getClass());
        };
    }

    private static Map<String, Object> named(String name, Object content) {
        return Map.of(name, content);
    }

    private static Map<String, Object> phrase(PhraseQuery phrase, float boost) {
        List<String> terms =
                Stream.of(phrase.getTerms()).map(term -> term.text()).toList();
        Map<String, Object> match = Map.of(
                "query", PretokenizedText.of(terms, phrase.getPositions()), "slop", phrase.getSlop(), "boost", boost);
        return terms.isEmpty()
                ? named("match_none", Map.of())
                : named("match_phrase", Map.of(phrase.getField(), match));
    }

    private static Map<String, Object> bool(BooleanQuery query, float boost) {
        Map<String, Object> clauses = new LinkedHashMap<>();
        add(clauses, "must", query, BooleanClause.Occur.MUST);
        add(clauses, "filter", query, BooleanClause.Occur.FILTER);
        add(clauses, "should", query, BooleanClause.Occur.SHOULD);
        add(clauses, "must_not", query, BooleanClause.Occur.MUST_NOT);
        if (clauses.isEmpty()) {
            return named("match_none", Map.of());
        }
        if (query.getMinimumNumberShouldMatch() > 0) {
            clauses.put("minimum_should_match", query.getMinimumNumberShouldMatch());
        }
        clauses.put("boost", boost);
        return named("bool", clauses);
    }

    private static void add(Map<String, Object> clauses, String name, BooleanQuery query, BooleanClause.Occur occur) {
        List<Map<String, Object>> translated = clauses(query, occur);
        if (!translated.isEmpty()) {
            clauses.put(name, translated);
        }
    }

    /** Translates the clauses of {@code query} with {@code occur}. */
    static List<Map<String, Object>> clauses(BooleanQuery query, BooleanClause.Occur occur) {
        return query.clauses().stream()
                .filter(clause -> clause.occur() == occur)
                .map(clause -> of(clause.query()))
                .toList();
    }

    private static List<String> terms(TermInSetQuery set) {
        List<String> terms = new ArrayList<>();
        try {
            BytesRefIterator iterator = set.getBytesRefIterator();
            for (BytesRef term = iterator.next(); term != null; term = iterator.next()) {
                terms.add(PretokenizedText.term(term.utf8ToString()));
            }
            return terms;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> range(PointRangeQuery range, float boost) {
        double min = DoublePoint.decodeDimension(range.getLowerPoint(), 0);
        double max = DoublePoint.decodeDimension(range.getUpperPoint(), 0);
        Map<String, Object> bounds = new LinkedHashMap<>();
        if (!Double.isInfinite(min)) {
            bounds.put("gte", min);
        }
        if (!Double.isInfinite(max)) {
            bounds.put("lte", max);
        }
        bounds.put("boost", boost);
        return named("range", Map.of(range.getField(), bounds));
    }

    private static Map<String, Object> sameCaseQuery(SameCaseQuery query) {
        List<Map<String, Object>> clauses = query.sets().stream()
                .map(set -> named("has_child", Map.of("type", IndexMapping.SECTION, "query", of(set))))
                .toList();
        return named(
                "has_parent",
                Map.of("parent_type", IndexMapping.CASE, "query", named("bool", Map.of("filter", clauses))));
    }

    /** Matches the conjunction of {@code queries} without scoring; all documents if there are none. */
    static Map<String, Object> allOf(List<Map<String, Object>> queries) {
        return queries.isEmpty() ? named("match_all", Map.of()) : named("bool", Map.of("filter", queries));
    }
}
