package jirei.web.page;

import org.jspecify.annotations.Nullable;

/** A run of text that matches as a whole or not at all. */
public sealed interface Part {
    /** The characters as they are, to be escaped by whoever shows them. */
    String text();

    /** What doesn't match. */
    record Plain(String text) implements Part {}

    /**
     * What matches.
     *
     * @param anchor the id by which a link leads here; null where none does
     */
    record Marked(String text, @Nullable String anchor) implements Part {}
}
