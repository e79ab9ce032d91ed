package jirei.engine.query;

import java.util.List;
import jirei.engine.schema.AnalyzedField;

/** Something that is highlighted wherever it stands in a text. Equal ones are highlighted once. */
public sealed interface HighlightPattern {
    /** What tells it from others when pieces of a text are compared by how many things match in them: its terms in a row. */
    String label();

    /** Words in a row, as {@link AnalyzedField.Analysis#SEARCH_MODE} has them. */
    record TermSequence(List<String> terms) implements HighlightPattern {
        public TermSequence {
            terms = List.copyOf(terms);
        }

        @Override
        public String label() {
            return String.join(" ", terms);
        }
    }

    /** The very characters of {@code folded}, width and case aside. */
    record Literal(String folded) implements HighlightPattern {
        @Override
        public String label() {
            return String.join(" ", WordQueryFactory.terms(folded));
        }
    }

    /** What is read as {@code pairs} of kana in a row. */
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
