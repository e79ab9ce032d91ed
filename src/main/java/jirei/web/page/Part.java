package jirei.web.page;

import org.jspecify.annotations.Nullable;

/** A run of text that matches or does not match as a whole. Immutable. */
public sealed interface Part {
    /** The raw text; templates escape it. */
    String text();

    /** Text that does not match. */
    record Plain(String text) implements Part {}

    /**
     * Text that matches.
     *
     * @param anchor the id of its HTML element; null if no link leads here
     * @param word the index of the word of the query that matches, from 0
     */
    record Match(String text, @Nullable String anchor, int word) implements Part {
        /** The number of styles; further words begin again with the first. */
        private static final int STYLES = 6;

        /** The CSS class of the style of the word; null for the first style. */
        public @Nullable String cssClass() {
            return word % STYLES == 0 ? null : "word-" + word % STYLES;
        }
    }
}
