package jirei.cases;

import java.util.Optional;

/** Role of a section in its case. Immutable. */
public enum SectionKind {
    /** One or two sentences on what is remarkable about the case. */
    HIGHLIGHT("highlight", "ここがすごい"),
    /** Text directly under a numbered main heading. */
    LEAD("lead", "取組の概要"),
    /** Text under a subheading. */
    SUBSECTION("subsection", "取組の詳細"),
    /** A box on what made the initiative succeed. */
    POINT("point", "ポイント"),
    /** The role of one organization. */
    ROLE("role", "関係機関の役割"),
    /** One further activity. */
    ACTIVITY("activity", "その他の活動"),
    /** The caption of a photograph or a figure. */
    CAPTION("caption", "写真・図"),
    /** A footnote. */
    NOTE("note", "注");

    private final String id;
    private final String label;

    SectionKind(String id, String label) {
        this.id = id;
        this.label = label;
    }

    /** Returns the name in files, URLs and JSON, e.g. {@code highlight}. */
    public String id() {
        return id;
    }

    /** Returns the Japanese display name, e.g. 関係機関の役割. */
    public String label() {
        return label;
    }

    /** Returns the kind whose id or label is {@code name}; empty for any other text. */
    public static Optional<SectionKind> named(String name) {
        for (SectionKind kind : values()) {
            if (kind.id.equals(name) || kind.label.equals(name)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
