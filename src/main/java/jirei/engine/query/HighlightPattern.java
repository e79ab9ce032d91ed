package jirei.engine.query;

import jirei.engine.schema.AnalyzedField;

/** A pattern whose matches are highlighted. Equal patterns are highlighted once. Immutable. */
public sealed interface HighlightPattern {
    /**
     * Identifies the pattern when passages are ranked by their number of distinct matches: its terms in order,
     * separated by spaces.
     */
    String label();

    /**
     * Terms of {@link AnalyzedField.Analysis#SEARCH_MODE} at given positions.
     *
     * @param phrase the terms
     */
    record TermSequence(TermPhrase phrase) implements HighlightPattern {
        @Override
        public String label() {
            return String.join(" ", phrase.terms());
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
     * Consecutive terms of {@link AnalyzedField.Analysis#BIGRAM} or {@link AnalyzedField.Analysis#READING_BIGRAM}, some of
     * which are marked as the edge of a word.
     *
     * @param phrase the terms
     * @param text the folded characters or the reading
     * @param isReading whether the terms are of a reading
     */
    record Marked(TermPhrase phrase, String text, boolean isReading) implements HighlightPattern {
        @Override
        public String label() {
            return String.join(" ", WordQueryFactory.terms(text));
        }
    }
}
