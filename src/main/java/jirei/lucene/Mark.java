package jirei.lucene;

import java.util.List;

/** Something that is highlighted wherever it stands in a text. Equal ones are highlighted once. */
sealed interface Mark {
    /** What tells it from others when pieces of a text are compared by how many things match in them: its terms in a row. */
    String label();

    /** Words in a row, as {@link TextField.Terms#WORDS} has them. */
    record Words(List<String> terms) implements Mark {
        public Words {
            terms = List.copyOf(terms);
        }

        @Override
        public String label() {
            return String.join(" ", terms);
        }
    }

    /** The very characters of {@code folded}, width and case aside. */
    record Characters(String folded) implements Mark {
        @Override
        public String label() {
            return String.join(" ", WordQueries.terms(folded));
        }
    }

    /** What is read as {@code pairs} of kana in a row. */
    record Reading(List<String> pairs) implements Mark {
        public Reading {
            pairs = List.copyOf(pairs);
        }

        @Override
        public String label() {
            return String.join(" ", pairs);
        }
    }
}
