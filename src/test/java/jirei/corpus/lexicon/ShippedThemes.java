package jirei.corpus.lexicon;

import java.util.List;
import jirei.cases.Theme;

/** The eight themes of the bundled lexicon. Stateless. */
public final class ShippedThemes {
    public static final Theme CONTINUITY = named("ウ");
    public static final Theme TRAINING = named("カ");
    public static final Theme PUBLIC_AWARENESS = named("キ");

    private ShippedThemes() {}

    /** Returns all, in their order. */
    public static List<Theme> all() {
        return Lexicon.shipped().themes().themes();
    }

    /** Returns the theme with the id, title or label {@code name}. */
    public static Theme named(String name) {
        return Lexicon.shipped().themes().named(name).orElseThrow();
    }
}
