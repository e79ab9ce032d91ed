package jirei.search;

import java.util.List;
import jirei.query.ParsedQuery;
import org.jspecify.annotations.Nullable;

/**
 * How a query was understood and what was done to answer it.
 *
 * @param query what was answered, parsed: what was typed, or what was taken for meant
 * @param relaxation how far the search had to be widened to find anything
 * @param words the words that were looked for, in the order typed
 * @param correction another spelling of what was typed; null where none is proposed
 */
public record QueryInterpretation(
        ParsedQuery query,
        Relaxation relaxation,
        List<WordInterpretation> words,
        @Nullable SpellingCorrection correction) {
    public QueryInterpretation {
        words = List.copyOf(words);
    }

    /** This with a proposal of another spelling. */
    public QueryInterpretation withCorrection(SpellingCorrection proposed) {
        return new QueryInterpretation(query, relaxation, words, proposed);
    }

    /** The words that no hit was asked to have, in the order typed. */
    public List<String> dropped() {
        return words.stream()
                .filter(WordInterpretation::dropped)
                .map(WordInterpretation::text)
                .toList();
    }
}
