package jirei.search;

/**
 * What a query may become that is being typed.
 *
 * @param text the query completed: what was typed before the last word, then the word
 * @param reading how the word is read, in full-width katakana; what can't be read stands as it is
 * @param kind what the word is
 * @param sections in how many sections the word stands; at least as many in a large corpus
 */
public record Suggestion(String text, String reading, Kind kind, int sections) {
    /** What a word is. Of several that a word could be, the first holds. */
    public enum Kind {
        /** Who acts, by the canonical name. */
        ACTOR("actor", "主体"),
        /** A prefecture, or a place as its case names it. */
        PLACE("place", "地名"),
        /** A noun or several in a row. */
        TERM("term", "用語"),
        /** The heading of a section, whole. */
        HEADING("heading", "見出し");

        private final String id;
        private final String label;

        Kind(String id, String label) {
            this.id = id;
            this.label = label;
        }

        /** The name in JSON, as in {@code term}. */
        public String id() {
            return id;
        }

        /** The name shown to people, as in 用語. */
        public String label() {
            return label;
        }
    }
}
