package jirei.engine.query;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jirei.engine.query.WordQueryFactory.ScoringClause;
import jirei.engine.schema.AnalyzedField.Source;
import jirei.query.ExpansionKind;
import jirei.query.ExpansionOptions;
import jirei.query.QueryExpression;
import jirei.query.QueryExpression.Phrase;
import jirei.query.QueryExpression.Word;
import jirei.query.QueryField;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;

/** The queries of one request: for its words, for what orders the sections that answer, for what is highlighted in them. */
public final class RequestQueryFactory {
    private final QueryAnalyzer lexicon;
    private final ExpansionOptions expansionOptions;
    private final FieldBoosts boosts;
    private final Map<Word, WordQueryFactory> words = new HashMap<>();

    public RequestQueryFactory(QueryAnalyzer lexicon, ExpansionOptions expansionOptions, FieldBoosts boosts) {
        this.lexicon = lexicon;
        this.expansionOptions = expansionOptions;
        this.boosts = boosts;
    }

    public ExpansionOptions expansionOptions() {
        return expansionOptions;
    }

    public FieldBoosts boosts() {
        return boosts;
    }

    /** The queries of {@code word}, which is analysed once. */
    public WordQueryFactory word(Word word) {
        return words.computeIfAbsent(
                word,
                unknown -> new WordQueryFactory(
                        lexicon, lexicon.analyze(unknown.text(), parts(unknown.field())), expansionOptions, boosts));
    }

    /** Sections with the very characters of {@code phrase}. */
    public Query exact(Phrase phrase) {
        return WordQueryFactory.exact(phrase.text(), exactParts(phrase.field()));
    }

    /** The sections in which {@code word} stands as it was typed, or where it was typed as a reading, is read so. */
    public Query typed(Word word) {
        return word(word).originalText();
    }

    /** What may be added to the score for a word or phrase. */
    public List<ScoringClause> scores(QueryExpression leaf) {
        return switch (leaf) {
            case Word word -> word(word).scoringClauses();
            case Phrase(String text, QueryField field) ->
                exactParts(field).stream()
                        .map(part -> ScoringClause.of(
                                ExpansionKind.ORIGINAL,
                                text,
                                part,
                                new BoostQuery(WordQueryFactory.exact(text, Set.of(part)), boosts.of(part))))
                        .toList();
            default -> List.of();
        };
    }

    /** What is highlighted in {@code part}, which is heading or text. */
    public Set<HighlightPattern> highlightPatterns(QueryExpression expression, Source part) {
        Set<HighlightPattern> marks = new LinkedHashSet<>();
        for (QueryExpression leaf : expression.leaves()) {
            if (leaf instanceof Word word && parts(word.field()).contains(part)) {
                marks.addAll(word(word).highlightPatterns());
            } else if (leaf instanceof Phrase(String text, QueryField field)
                    && parts(field).contains(part)) {
                marks.addAll(WordQueryFactory.literalPatterns(text));
            }
        }
        return marks;
    }

    /** A phrase or a single character is looked for where a reader sees it: in heading and text. */
    private static Set<Source> exactParts(QueryField field) {
        return field == QueryField.ANYWHERE ? EnumSet.of(Source.TEXT, Source.HEADING) : parts(field);
    }

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
