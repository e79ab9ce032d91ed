package jirei.cases;

import java.util.Optional;

/** What part a section plays in its case. */
public enum SectionKind {
    /** What the case is praised for, one sentence or two. */
    HIGHLIGHT("highlight", "ここがすごい"),
    /** Text that stands directly under a numbered main heading. */
    LEAD("lead", "取組の概要"),
    /** Text under a heading of its own. */
    SUBSECTION("subsection", "取組の詳細"),
    /** A box that says what made the difference. */
    POINT("point", "ポイント"),
    /** What one organisation does. */
    ROLE("role", "関係機関の役割"),
    /** One further activity. */
    ACTIVITY("activity", "その他の活動"),
    /** What is said under a photograph or a figure. */
    CAPTION("caption", "写真・図"),
    /** A footnote. */
    NOTE("note", "注");

    private final String id;
    private final String label;

    SectionKind(String id, String label) {
        this.id = id;
        this.label = label;
    }

    /** The name in files, URLs and JSON, as in {@code highlight}. */
    public String id() {
        return id;
    }

    /** The name shown to people, as in 関係機関の役割. */
    public String label() {
        return label;
    }

    /** The kind called {@code name}, by its id or its label; empty for any other text. */
    public static Optional<SectionKind> named(String name) {
        for (SectionKind kind : values()) {
            if (kind.id.equals(name) || kind.label.equals(name)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
