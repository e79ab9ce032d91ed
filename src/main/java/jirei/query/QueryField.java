package jirei.query;

import java.util.List;
import java.util.Optional;

/** Where in a section a word is looked for. */
public enum QueryField {
    /** Heading, text and what the section stands in. */
    ANYWHERE,
    HEADING,
    TEXT,
    /** The title of the case. */
    TITLE,
    PLACE;

    /** What may be typed before the colon, the preferred name first; empty for {@link #ANYWHERE}. */
    public List<String> names() {
        return switch (this) {
            case ANYWHERE -> List.of();
            case HEADING -> List.of("見出し", "heading");
            case TEXT -> List.of("本文", "text");
            case TITLE -> List.of("題名", "表題", "事例名", "title");
            case PLACE -> List.of("地域", "場所", "市町村", "place");
        };
    }

    /** The field that {@code name} stands for; empty for any other text. */
    public static Optional<QueryField> named(String name) {
        for (QueryField field : values()) {
            if (field.names().contains(name)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }
}
