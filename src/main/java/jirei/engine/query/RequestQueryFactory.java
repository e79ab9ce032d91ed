package jirei.engine.query;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jirei.engine.query.WordQueryFactory.ScoringClause;
import jirei.engine.schema.AnalyzedField.Source;
import jirei.query.ExpansionKind;
import jirei.query.ExpansionOptions;
import jirei.query.QueryExpression;
import jirei.query.QueryExpression.Phrase;
import jirei.query.QueryExpression.Prefix;
import jirei.query.QueryExpression.Word;
import jirei.query.QueryField;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;

/**
 * Builds the queries of one request: matching queries, scoring clauses and highlight patterns of its words and phrases.
 * Not thread-safe.
 */
public final class RequestQueryFactory {
    private static final EnumSet<Source> OWN_TEXTS = EnumSet.of(Source.TEXT, Source.HEADING);

    private final QueryAnalyzer analyzer;
    private final ExpansionOptions expansionOptions;
    private final FieldBoosts boosts;
    private final Map<String, AnalyzedWord> analyzed = new HashMap<>();
    private final Map<Word, WordQueryFactory> words = new HashMap<>();
    private final Map<Word, WordQueryFactory> ownTexts = new HashMap<>();
    private final Map<Word, WordQueryFactory> contexts = new HashMap<>();

    /**
     * @param analyzer analyzes query words
     * @param expansionOptions the allowed expansions
     * @param boosts the boosts of scoring clauses
     */
    public RequestQueryFactory(QueryAnalyzer analyzer, ExpansionOptions expansionOptions, FieldBoosts boosts) {
        this.analyzer = analyzer;
        this.expansionOptions = expansionOptions;
        this.boosts = boosts;
    }

    /** The allowed expansions. */
    public ExpansionOptions expansionOptions() {
        return expansionOptions;
    }

    /** The boosts of scoring clauses. */
    public FieldBoosts boosts() {
        return boosts;
    }

    /** Returns the queries of {@code word}. A text is analyzed once for all fields. */
    public WordQueryFactory word(Word word) {
        WordQueryFactory queries = words.get(word);
        if (queries == null) {
            AnalyzedWord text =
                    analyzed.computeIfAbsent(word.text(), key -> analyzer.analyze(key, parts(word.field())));
            queries = new WordQueryFactory(analyzer, text.in(parts(word.field())), expansionOptions, boosts);
            words.put(word, queries);
        }
        return queries;
    }

    /** Returns the content words of {@code word}, see {@link QueryAnalyzer#contentWords}. */
    public List<String> contentWords(Word word) {
        return analyzer.contentWords(word.text());
    }

    /** Returns the queries of {@code word} in text and heading. */
    public WordQueryFactory inOwnText(Word word) {
        return ownTexts.computeIfAbsent(word, key -> in(key, OWN_TEXTS));
    }

    /** Returns the queries of {@code word} in the other texts: title, place and parent heading. */
    public WordQueryFactory inContext(Word word) {
        return contexts.computeIfAbsent(word, key -> in(key, EnumSet.complementOf(OWN_TEXTS)));
    }

    private WordQueryFactory in(Word word, Set<Source> sources) {
        Set<Source> common = EnumSet.copyOf(parts(word.field()));
        common.retainAll(sources);
        return word(word).in(common);
    }

    /** Matches the exact characters of {@code phrase}. */
    public Query exact(Phrase phrase) {
        return WordQueryFactory.exact(phrase.text(), exactSources(phrase.field()));
    }

    /** Matches sections with a word that begins with {@code prefix}. */
    public Query prefix(Prefix prefix) {
        return WordQueryFactory.prefix(prefix.text(), exactSources(prefix.field()));
    }

    /** Matches the characters of {@code word}, also within other words, or its reading if it is typed as a reading. */
    public Query typed(Word word) {
        return word(word).infix();
    }

    /** Returns the scoring clauses of a word or phrase; none for other expressions. */
    public List<ScoringClause> scores(QueryExpression leaf) {
        return switch (leaf) {
            case Word word -> word(word).scoringClauses();
            case Phrase(String text, QueryField field) ->
                exactSources(field).stream()
                        .map(source -> ScoringClause.of(
                                ExpansionKind.ORIGINAL,
                                text,
                                source,
                                new BoostQuery(WordQueryFactory.exact(text, Set.of(source)), boosts.phrase(source))))
                        .toList();
            case Prefix(String text, QueryField field) -> scores(new Phrase(text, field));
            default -> List.of();
        };
    }

    /**
     * Returns the highlight patterns of {@code expression} for {@code source}, which is heading or text, each with the index
     * of the first word that has it.
     *
     * @param infixWords the words whose characters also match within other words
     */
    public Map<HighlightPattern, Integer> highlightPatterns(
            QueryExpression expression, Source source, Set<Word> infixWords) {
        Map<HighlightPattern, Integer> patterns = new LinkedHashMap<>();
        int index = 0;
        for (QueryExpression leaf : expression.leaves()) {
            for (HighlightPattern pattern : patterns(leaf, source, infixWords)) {
                patterns.putIfAbsent(pattern, index);
            }
            index++;
        }
        return patterns;
    }

    private List<HighlightPattern> patterns(QueryExpression leaf, Source source, Set<Word> infixWords) {
        return switch (leaf) {
            case Word word
            when parts(word.field()).contains(source) -> word(word).highlightPatterns(infixWords.contains(word));
            case Phrase(String text, QueryField field)
            when parts(field).contains(source) -> WordHighlight.literalPatterns(text);
            case Prefix(String text, QueryField field)
            when parts(field).contains(source) -> WordHighlight.prefixPatterns(text);
            default -> List.of();
        };
    }

    /** Phrases and single characters are matched only in displayed text: heading and text. */
    private static Set<Source> exactSources(QueryField field) {
        return field == QueryField.ANYWHERE ? EnumSet.of(Source.TEXT, Source.HEADING) : parts(field);
    }

    /** Returns the texts that a search in {@code field} covers. */
    public static Set<Source> parts(QueryField field) {
        return switch (field) {
            case ANYWHERE -> EnumSet.of(Source.TEXT, Source.HEADING, Source.CONTEXT);
            case HEADING -> EnumSet.of(Source.HEADING);
            case TEXT -> EnumSet.of(Source.TEXT);
            case TITLE -> EnumSet.of(Source.TITLE);
            case PLACE -> EnumSet.of(Source.PLACE);
        };
    }
}
