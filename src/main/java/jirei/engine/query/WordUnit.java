package jirei.engine.query;

import java.util.List;
import jirei.query.Expansion;
import jirei.query.ExpansionKind;

/**
 * A piece of a query word that stands for one thing: a term, or a run of terms that is in the lexicon.
 *
 * @param text the piece as typed, folded
 * @param terms the terms it is cut into, in order, at least one
 * @param variants what may stand for it too
 */
public record WordUnit(String text, List<String> terms, List<Variant> variants) {
    public WordUnit {
        terms = List.copyOf(terms);
        variants = List.copyOf(variants);
    }

    /**
     * Another way to say or write a piece of a query.
     *
     * @param kind how it stands to what was typed: another spelling or a synonym
     * @param text the other way
     * @param terms the terms it is cut into, in order; may be empty
     */
    public record Variant(ExpansionKind kind, String text, List<String> terms) {
        public Variant {
            terms = List.copyOf(terms);
        }

        public Expansion expansion() {
            return new Expansion(kind, text);
        }
    }
}
