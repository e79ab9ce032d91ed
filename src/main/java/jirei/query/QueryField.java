package jirei.query;

import java.util.List;
import java.util.Optional;

/** Field of a section in which a word is searched. Immutable. */
public enum QueryField {
    /** Heading, text and context of the section. */
    ANYWHERE,
    HEADING,
    TEXT,
    /** The title of the case. */
    TITLE,
    PLACE;

    /** Returns the names accepted before the colon, the preferred one first; empty for {@link #ANYWHERE}. */
    public List<String> names() {
        return switch (this) {
            case ANYWHERE -> List.of();
            case HEADING -> List.of("見出し", "見出", "heading");
            case TEXT -> List.of("本文", "text", "body");
            case TITLE -> List.of("題名", "表題", "事例名", "題", "タイトル", "title");
            case PLACE -> List.of("地域", "場所", "市町村", "市区町村", "自治体", "地名", "place");
        };
    }

    /** Returns the field called {@code name}; empty for any other text. */
    public static Optional<QueryField> named(String name) {
        for (QueryField field : values()) {
            if (field.names().contains(name)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }
}
