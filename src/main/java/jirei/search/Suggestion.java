package jirei.search;

/**
 * A completion of a partially typed query. Immutable.
 *
 * @param text completed query: the text before the last word as typed, followed by the completed word
 * @param reading reading of the word in full-width katakana; characters without a reading are unchanged
 * @param kind kind of the word
 * @param sections number of sections that {@code text} finds; 0 if they were not counted
 */
public record Suggestion(String text, String reading, Kind kind, int sections) {
    /** Returns this suggestion with another number of sections. */
    public Suggestion withSections(int number) {
        return new Suggestion(text, reading, kind, number);
    }

    /** Kind of a word. The first kind applies if a word is of several. Immutable. */
    public enum Kind {
        /** An actor by its canonical name. */
        ACTOR("actor", "主体"),
        /** A prefecture, or the place of a case as printed. */
        PLACE("place", "地名"),
        /** A noun or a compound of consecutive nouns. */
        TERM("term", "用語"),
        /** The complete heading of a section. */
        HEADING("heading", "見出し");

        private final String id;
        private final String label;

        Kind(String id, String label) {
            this.id = id;
            this.label = label;
        }

        /** Returns the name in JSON, e.g. {@code term}. */
        public String id() {
            return id;
        }

        /** Returns the Japanese display name, e.g. 用語. */
        public String label() {
            return label;
        }
    }
}
