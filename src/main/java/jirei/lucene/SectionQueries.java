package jirei.lucene;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jirei.lucene.TextField.Part;
import jirei.lucene.WordQueries.Scored;
import jirei.query.ExpansionKind;
import jirei.query.ExpansionOptions;
import jirei.query.QueryExpression;
import jirei.query.QueryExpression.Phrase;
import jirei.query.QueryExpression.Word;
import jirei.query.QueryField;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;

/** The queries of one request: for its words, for what orders the sections that answer, for what is highlighted in them. */
final class SectionQueries {
    private final QueryLexicon lexicon;
    private final ExpansionOptions matching;
    private final Weights weights;
    private final Map<Word, WordQueries> words = new HashMap<>();

    SectionQueries(QueryLexicon lexicon, ExpansionOptions matching, Weights weights) {
        this.lexicon = lexicon;
        this.matching = matching;
        this.weights = weights;
    }

    ExpansionOptions matching() {
        return matching;
    }

    Weights weights() {
        return weights;
    }

    /** The queries of {@code word}, which is analysed once. */
    WordQueries word(Word word) {
        return words.computeIfAbsent(
                word,
                unknown -> new WordQueries(
                        lexicon, lexicon.analyze(unknown.text(), parts(unknown.field())), matching, weights));
    }

    /** Sections with the very characters of {@code phrase}. */
    Query exact(Phrase phrase) {
        return WordQueries.exact(phrase.text(), exactParts(phrase.field()));
    }

    /** The sections in which {@code word} stands as it was typed, or where it was typed as a reading, is read so. */
    Query typed(Word word) {
        return word(word).typed();
    }

    /** What may be added to the score for a word or phrase. */
    List<Scored> scores(QueryExpression leaf) {
        return switch (leaf) {
            case Word word -> word(word).scores();
            case Phrase(String text, QueryField field) ->
                exactParts(field).stream()
                        .map(part -> Scored.of(
                                ExpansionKind.TYPED,
                                text,
                                part,
                                new BoostQuery(WordQueries.exact(text, Set.of(part)), weights.of(part))))
                        .toList();
            default -> List.of();
        };
    }

    /** What is highlighted in {@code part}, which is heading or text. */
    Set<Mark> marks(QueryExpression expression, Part part) {
        Set<Mark> marks = new LinkedHashSet<>();
        for (QueryExpression leaf : expression.leaves()) {
            if (leaf instanceof Word word && parts(word.field()).contains(part)) {
                marks.addAll(word(word).marks());
            } else if (leaf instanceof Phrase(String text, QueryField field)
                    && parts(field).contains(part)) {
                marks.addAll(WordQueries.characters(text));
            }
        }
        return marks;
    }

    /** A phrase or a single character is looked for where a reader sees it: in heading and text. */
    private static Set<Part> exactParts(QueryField field) {
        return field == QueryField.ANYWHERE ? EnumSet.of(Part.TEXT, Part.HEADING) : parts(field);
    }

    static Set<Part> parts(QueryField field) {
        return switch (field) {
            case ANYWHERE -> EnumSet.of(Part.TEXT, Part.HEADING, Part.CONTEXT);
            case HEADING -> EnumSet.of(Part.HEADING);
            case TEXT -> EnumSet.of(Part.TEXT);
            case TITLE -> EnumSet.of(Part.TITLE);
            case PLACE -> EnumSet.of(Part.PLACE);
        };
    }
}
