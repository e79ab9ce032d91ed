package jirei.query;

import java.util.Optional;

/** How an expansion relates to the typed word. Immutable. */
public enum ExpansionKind {
    /** The word as typed. */
    ORIGINAL("typed", "入力したキーワード"),
    /** A spelling variant of the word: okurigana, old kanji forms, long vowels, another calendar. */
    VARIANT("spelling", "表記ゆれ"),
    /** A synonym from the lexicon. */
    SYNONYM("synonym", "同義語"),
    /** A match by reading, for a word typed in kana or Latin letters. */
    READING("reading", "読み"),
    /** The characters of the word within other words; off unless the word matches nothing else. */
    INFIX("inside", "語の途中に含むもの"),
    /** A place among other words as a condition on the place of the case; if it is off, the place is a word. */
    PLACE("place", "場所");

    private final String id;
    private final String label;

    ExpansionKind(String id, String label) {
        this.id = id;
        this.label = label;
    }

    /** Returns the name in URLs and JSON. */
    public String id() {
        return id;
    }

    /** Returns the Japanese display name. */
    public String label() {
        return label;
    }

    /** Returns the kind with the id {@code id}; empty for any other text. */
    public static Optional<ExpansionKind> named(String id) {
        for (ExpansionKind kind : values()) {
            if (kind.id.equals(id)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
