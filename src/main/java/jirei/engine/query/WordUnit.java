package jirei.engine.query;

import java.util.List;
import jirei.query.Expansion;
import jirei.query.ExpansionKind;

/**
 * A unit of a query word: a term, or a sequence of terms that is in the lexicon. Immutable.
 *
 * @param text the unit as typed, folded
 * @param terms its terms, in order, at least one
 * @param variants its spelling variants and synonyms
 */
public record WordUnit(String text, List<String> terms, List<Variant> variants) {
    public WordUnit {
        terms = List.copyOf(terms);
        variants = List.copyOf(variants);
    }

    /**
     * A spelling variant or synonym of a unit. Immutable.
     *
     * @param kind variant or synonym
     * @param text the variant
     * @param terms its terms, in order; may be empty
     */
    public record Variant(ExpansionKind kind, String text, List<String> terms) {
        public Variant {
            terms = List.copyOf(terms);
        }

        /** Returns the variant as an expansion. */
        public Expansion expansion() {
            return new Expansion(kind, text);
        }
    }
}
