package jirei.search;

import java.util.OptionalLong;
import jirei.query.Expansion;

/**
 * The matches of a query word within other words, as in 沼津市 for 津市. Immutable.
 *
 * @param word word as typed
 * @param expansion the expansion, which a request toggles
 * @param use whether it was searched
 * @param sections number of sections of this request, with its other words and filters, that only this expansion adds,
 *     or would add; empty if it was not counted
 */
public record InfixCount(String word, Expansion expansion, Use use, OptionalLong sections) {
    /** Whether the expansion was searched. Immutable. */
    public enum Use {
        /** It was not requested, and the word matches otherwise. */
        OFF("off"),
        /** It was requested. */
        ON("on"),
        /** It was searched because the word matches nothing else. */
        ONLY("only");

        private final String id;

        Use(String id) {
            this.id = id;
        }

        /** Returns the name in JSON. */
        public String id() {
            return id;
        }
    }
}
