package jirei.engine.query;

import java.util.List;
import jirei.engine.schema.AnalyzedField;

/** A pattern whose matches are highlighted. Equal patterns are highlighted once. Immutable. */
public sealed interface HighlightPattern {
    /**
     * Identifies the pattern when passages are ranked by their number of distinct matches: its terms in order,
     * separated by spaces.
     */
    String label();

    /**
     * Consecutive terms of {@link AnalyzedField.Analysis#SEARCH_MODE}.
     *
     * @param terms the terms, at least one
     */
    record TermSequence(List<String> terms) implements HighlightPattern {
        public TermSequence {
            terms = List.copyOf(terms);
        }

        @Override
        public String label() {
            return String.join(" ", terms);
        }
    }

    /**
     * Exact characters, ignoring width and case.
     *
     * @param folded the characters, folded by width and case
     */
    record Literal(String folded) implements HighlightPattern {
        @Override
        public String label() {
            return String.join(" ", WordQueryFactory.terms(folded));
        }
    }

    /**
     * Text with a given reading.
     *
     * @param pairs the kana bigrams of the reading, in order
     */
    record Reading(List<String> pairs) implements HighlightPattern {
        public Reading {
            pairs = List.copyOf(pairs);
        }

        @Override
        public String label() {
            return String.join(" ", pairs);
        }
    }
}
