package jirei.query;

import java.util.Optional;

/** How a form in which a word is looked for stands to what was typed. */
public enum ExpansionKind {
    /** The word as typed. */
    ORIGINAL("typed", "入力したことば"),
    /** The same word written otherwise: okurigana, old forms, long vowels, another calendar. */
    VARIANT("spelling", "表記ゆれ"),
    /** Another word of the lexicon that says the same. */
    SYNONYM("synonym", "同義語"),
    /** The word typed as it is read. */
    READING("reading", "読み");

    private final String id;
    private final String label;

    ExpansionKind(String id, String label) {
        this.id = id;
        this.label = label;
    }

    /** The name in URLs and in JSON. */
    public String id() {
        return id;
    }

    /** The name shown to people. */
    public String label() {
        return label;
    }

    /** The kind with the id {@code id}; empty for any other text. */
    public static Optional<ExpansionKind> named(String id) {
        for (ExpansionKind kind : values()) {
            if (kind.id.equals(id)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
