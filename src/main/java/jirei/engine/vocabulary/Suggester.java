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
import jirei.query.QueryExpression;
import jirei.query.QueryExpression.And;
import jirei.query.QueryExpression.MatchAll;
import jirei.query.QueryExpression.Not;
import jirei.query.QueryExpression.Or;
import jirei.query.QueryExpression.Phrase;
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

/** Completes the last word of a query that is being typed. */
public final class Suggester {
    /** What stands before the word that is typed: other words, a field, a sign that opens or excludes. */
    private static final Pattern TYPED =
            Pattern.compile("(.*[\\s\\p{Z}\"“”(（|｜:：])?((?<!\\S)[-－])?(.*)", Pattern.DOTALL);
    /** How many words are tried beside those before them, so that the time is bounded. */
    private static final int MAX_PROBES = 16;

    /** What may be an operator of a query. */
    private static final Pattern OPERATOR = Pattern.compile("[-－\"“”()（）|｜:：]|\\b(?:OR|AND|NOT)\\b");

    private final QueryAnalyzer lexicon;
    private final Supplier<Vocabulary> vocabulary;

    public Suggester(QueryAnalyzer lexicon, Supplier<Vocabulary> vocabulary) {
        this.lexicon = lexicon;
        this.vocabulary = vocabulary;
    }

    /** As {@link jirei.search.SearchEngine#suggest}; {@code matchesAny} says whether any section matches all of some queries. */
    public List<Suggestion> suggest(String typed, int limit, IOFunction<List<Query>, Boolean> matchesAny)
            throws IOException {
        Matcher parts = TYPED.matcher(typed);
        String word = parts.matches() ? parts.group(3) : "";
        if (word.isEmpty()) {
            return List.of();
        }
        Vocabulary words = vocabulary.get();
        var wanted = new Wanted(words.entries(), typed.substring(0, parts.start(3)), limit, matchesAny);
        BitSet beginning = words.beginning(word);
        wanted.take(beginning);
        if (wanted.suggestions.size() < limit) {
            BitSet containing = words.containing(word);
            containing.andNot(beginning);
            wanted.take(containing);
        }
        return wanted.suggestions;
    }

    /** What is suggested so far behind {@code before}. */
    private final class Wanted {
        private final List<VocabularyEntry> words;
        private final String before;
        private final int most;
        private final Query beside;
        private final IOFunction<List<Query>, Boolean> matchesAny;
        private final List<Suggestion> suggestions = new ArrayList<>();
        private int tried;

        Wanted(List<VocabularyEntry> words, String before, int limit, IOFunction<List<Query>, Boolean> matchesAny) {
            this.words = words;
            this.before = before;
            this.most = limit;
            this.beside = asTyped(before);
            this.matchesAny = matchesAny;
        }

        void take(BitSet numbers) throws IOException {
            for (int number = numbers.nextSetBit(0);
                    number >= 0 && suggestions.size() < most && tried < MAX_PROBES;
                    number = numbers.nextSetBit(number + 1)) {
                VocabularyEntry entry = words.get(number);
                if (leadsSomewhere(entry.text())) {
                    suggestions.add(
                            new Suggestion(before + entry.text(), entry.reading(), entry.kind(), entry.sections()));
                }
            }
        }

        private boolean leadsSomewhere(String word) throws IOException {
            boolean plain = !OPERATOR.matcher(word).find();
            if (before.isEmpty() && plain) {
                return true;
            }
            tried++;
            return (plain && isParted())
                    ? matchesAny.apply(List.of(beside, allWords(word)))
                    : matchesAny.apply(List.of(asTyped(before + word)));
        }

        /** Whether what stands before are words of their own. */
        private boolean isParted() {
            return !before.isBlank() && Character.isSpaceChar(before.charAt(before.length() - 1));
        }
    }

    /** The sections that have what {@code query} asks for as it is typed; that other forms may find more isn't worth the time. */
    private Query asTyped(String query) {
        var queries = new RequestQueryFactory(lexicon, ExpansionOptions.ALL, FieldBoosts.TUNED);
        return asTyped(QueryParser.parse(query).expression(), queries);
    }

    private Query asTyped(QueryExpression expression, RequestQueryFactory queries) {
        return switch (expression) {
            case MatchAll ignored -> SchemaQueries.allSections();
            case Not ignored -> SchemaQueries.allSections();
            case Value(var facet, String value) -> SchemaQueries.facetValue(facet, value);
            case Phrase phrase -> queries.exact(phrase);
            case Word word -> {
                WordQueryFactory ofWord = queries.word(word);
                yield allOf(ofWord.word().units().stream().map(ofWord::terms).toList());
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

    /** The sections that have all words of {@code text}; their order isn't looked at, since that takes long. */
    private Query allWords(String text) {
        var all = new BooleanQuery.Builder();
        for (String term : lexicon.terms(text, Analysis.NORMAL_MODE)) {
            List<Query> inParts = RequestQueryFactory.parts(QueryField.ANYWHERE).stream()
                    .<Query>map(part ->
                            new TermQuery(new Term(part.in(Analysis.NORMAL_MODE).luceneName(), term)))
                    .toList();
            all.add(WordQueryFactory.anyOf(inParts), Occur.FILTER);
        }
        return all.build();
    }
}
