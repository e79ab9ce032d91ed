package jirei.query;

import java.util.Optional;

/** How hits are listed (表示単位). Immutable. */
public enum HitLayout {
    /** Each section with its best passages. */
    SECTIONS("section", "記述ごと"),
    /** Cases, each with its best sections. */
    CASES("case", "事例ごと"),
    /** Each section with every match of its text between the words before and behind it. */
    MATCHES("match", "語の前後を表で");

    private final String id;
    private final String label;

    HitLayout(String id, String label) {
        this.id = id;
        this.label = label;
    }

    /** Returns the name in URLs. */
    public String id() {
        return id;
    }

    /** Returns the Japanese display name. */
    public String label() {
        return label;
    }

    /** Returns the layout with the id {@code id}; empty for any other text. */
    public static Optional<HitLayout> named(String id) {
        for (HitLayout layout : values()) {
            if (layout.id.equals(id)) {
                return Optional.of(layout);
            }
        }
        return Optional.empty();
    }
}
