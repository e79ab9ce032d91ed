package jirei.engine.query;

import java.util.List;
import jirei.query.Expansion;
import jirei.query.ExpansionKind;

/**
 * A unit of a query word: a term, or a sequence of terms that is in the lexicon. Immutable.
 *
 * @param text the unit as typed, folded
 * @param parts the text of each of its phrases, as typed, folded
 * @param phrases its terms in order, at least one; a section must match all phrases, but not next to each other
 * @param variants its spelling variants and synonyms
 */
public record WordUnit(String text, List<String> parts, List<TermPhrase> phrases, List<Variant> variants) {
    public WordUnit {
        parts = List.copyOf(parts);
        phrases = List.copyOf(phrases);
        variants = List.copyOf(variants);
    }

    /** Returns its terms, in order, at least one. */
    public List<String> terms() {
        return phrases.stream().flatMap(phrase -> phrase.terms().stream()).toList();
    }

    /**
     * A spelling variant or synonym of a unit. Immutable.
     *
     * @param kind variant or synonym
     * @param text the variant
     * @param phrases its terms in order, as one phrase; empty if it has none
     */
    public record Variant(ExpansionKind kind, String text, List<TermPhrase> phrases) {
        public Variant {
            phrases = List.copyOf(phrases);
        }

        /** Returns the variant as an expansion. */
        public Expansion expansion() {
            return new Expansion(kind, text);
        }
    }
}
