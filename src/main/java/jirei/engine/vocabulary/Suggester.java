package jirei.engine.vocabulary;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jirei.engine.query.FieldBoosts;
import jirei.engine.query.QueryAnalyzer;
import jirei.engine.query.RequestQueryFactory;
import jirei.engine.query.WordQueryFactory;
import jirei.engine.schema.AnalyzedField.Analysis;
import jirei.engine.schema.SchemaQueries;
import jirei.query.ExpansionOptions;
import jirei.query.FacetScheme;
import jirei.query.QueryExpression;
import jirei.query.QueryExpression.And;
import jirei.query.QueryExpression.MatchAll;
import jirei.query.QueryExpression.MatchNone;
import jirei.query.QueryExpression.Not;
import jirei.query.QueryExpression.Or;
import jirei.query.QueryExpression.Phrase;
import jirei.query.QueryExpression.Prefix;
import jirei.query.QueryExpression.Value;
import jirei.query.QueryExpression.Word;
import jirei.query.QueryField;
import jirei.query.QueryParser;
import jirei.search.Suggestion;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.IOFunction;

/** Completes the last word of a query. Thread-safe if its {@link QueryAnalyzer} is. */
public final class Suggester {
    /** Splits typed text into preceding words, field or opening sign; a prohibition sign; and the word being typed. */
    private static final Pattern TYPED_PARTS =
            Pattern.compile("(.*[\\s\\p{Z}\"“”(（|｜:：])?((?<!\\S)[-－])?(.*)", Pattern.DOTALL);
    /** The maximum number of completions checked against the index, to bound the time. */
    private static final int MAX_PROBES = 16;

    /** A possible query operator. */
    private static final Pattern OPERATOR = Pattern.compile("[-－\"“”()（）|｜:：]|\\b(?:OR|AND|NOT)\\b");

    private final QueryAnalyzer analyzer;
    private final Supplier<Vocabulary> vocabulary;
    private final FacetScheme facets;

    /**
     * Completes words from {@code vocabulary}.
     *
     * @param facets the facets of the corpus
     */
    public Suggester(QueryAnalyzer analyzer, Supplier<Vocabulary> vocabulary, FacetScheme facets) {
        this.analyzer = analyzer;
        this.vocabulary = vocabulary;
        this.facets = facets;
    }

    /**
     * Implements {@link jirei.search.SearchEngine#suggest}.
     *
     * @param typed the query as typed so far
     * @param limit the maximum number of suggestions
     * @param matchesAny returns whether any section matches all of the given queries
     */
    public List<Suggestion> suggest(String typed, int limit, IOFunction<List<Query>, Boolean> matchesAny)
            throws IOException {
        Matcher parts = TYPED_PARTS.matcher(typed);
        String word = parts.matches() ? parts.group(3) : "";
        if (word.isEmpty()) {
            return List.of();
        }
        Vocabulary words = vocabulary.get();
        var collector = new SuggestionCollector(words.entries(), typed.substring(0, parts.start(3)), limit, matchesAny);
        BitSet prefixMatches = words.withPrefix(word);
        collector.collect(prefixMatches);
        if (collector.suggestions.size() < limit) {
            BitSet infixMatches = words.withInfix(word);
            infixMatches.andNot(prefixMatches);
            collector.collect(infixMatches);
        }
        return collector.suggestions;
    }

    /** Collects the suggestions for a word after {@code prefix}. */
    private final class SuggestionCollector {
        private final List<VocabularyEntry> words;
        private final String prefix;
        private final int limit;
        private final Query prefixQuery;
        private final IOFunction<List<Query>, Boolean> matchesAny;
        private final List<Suggestion> suggestions = new ArrayList<>();
        private int probes;

        SuggestionCollector(
                List<VocabularyEntry> words, String prefix, int limit, IOFunction<List<Query>, Boolean> matchesAny) {
            this.words = words;
            this.prefix = prefix;
            this.limit = limit;
            this.prefixQuery = asTyped(prefix);
            this.matchesAny = matchesAny;
        }

        void collect(BitSet numbers) throws IOException {
            for (int number = numbers.nextSetBit(0);
                    number >= 0 && suggestions.size() < limit && probes < MAX_PROBES;
                    number = numbers.nextSetBit(number + 1)) {
                VocabularyEntry entry = words.get(number);
                if (hasMatches(entry.text())) {
                    suggestions.add(
                            new Suggestion(prefix + entry.text(), entry.reading(), entry.kind(), entry.sections()));
                }
            }
        }

        private boolean hasMatches(String word) throws IOException {
            boolean plain = !OPERATOR.matcher(word).find();
            if (prefix.isEmpty() && plain) {
                return true;
            }
            probes++;
            return (plain && endsInSpace())
                    ? matchesAny.apply(List.of(prefixQuery, allWords(word)))
                    : matchesAny.apply(List.of(asTyped(prefix + word)));
        }

        /** Returns whether the prefix ends in white space, so that it consists of separate words. */
        private boolean endsInSpace() {
            return !prefix.isBlank() && Character.isSpaceChar(prefix.charAt(prefix.length() - 1));
        }
    }

    /** Matches {@code query} without expansions; evaluating expansions for more matches would take too long. */
    private Query asTyped(String query) {
        var queries = new RequestQueryFactory(analyzer, ExpansionOptions.ALL, FieldBoosts.TUNED);
        return asTyped(QueryParser.parse(query, facets).expression(), queries);
    }

    private Query asTyped(QueryExpression expression, RequestQueryFactory queries) {
        return switch (expression) {
            case MatchAll ignored -> SchemaQueries.allSections();
            case Not ignored -> SchemaQueries.allSections();
            case Value(var facet, String value) -> SchemaQueries.facetValue(facet, value);
            case MatchNone ignored -> SchemaQueries.allSections();
            case Prefix prefix -> queries.prefix(prefix);
            case Phrase phrase -> queries.exact(phrase);
            case Word word -> {
                WordQueryFactory factory = queries.word(word);
                yield allOf(factory.word().units().stream().map(factory::terms).toList());
            }
            case And(List<QueryExpression> operands) -> allOf(asTyped(operands, queries));
            case Or(List<QueryExpression> operands) -> WordQueryFactory.anyOf(asTyped(operands, queries));
        };
    }

    private List<Query> asTyped(List<QueryExpression> operands, RequestQueryFactory queries) {
        return operands.stream().map(operand -> asTyped(operand, queries)).toList();
    }

    private static Query allOf(List<Query> queries) {
        var all = new BooleanQuery.Builder();
        queries.forEach(query -> all.add(query, Occur.FILTER));
        return all.build();
    }

    /** Matches sections with all terms of {@code text}, in any order, since phrases would take too long. */
    private Query allWords(String text) {
        var all = new BooleanQuery.Builder();
        for (String term : analyzer.terms(text, Analysis.NORMAL_MODE)) {
            List<Query> anySource = RequestQueryFactory.parts(QueryField.ANYWHERE).stream()
                    .<Query>map(source -> new TermQuery(
                            new Term(source.in(Analysis.NORMAL_MODE).luceneName(), term)))
                    .toList();
            all.add(WordQueryFactory.anyOf(anySource), Occur.FILTER);
        }
        return all.build();
    }
}
