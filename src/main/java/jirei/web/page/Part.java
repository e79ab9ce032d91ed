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
     */
    record Match(String text, @Nullable String anchor) implements Part {}
}
