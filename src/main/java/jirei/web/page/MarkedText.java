package jirei.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import jirei.search.MatchRange;
import org.jspecify.annotations.Nullable;

/**
 * A text cut into what matches and what doesn't.
 *
 * @param parts the parts in order; joined they are the text
 */
public record MarkedText(List<Part> parts) {
    public MarkedText {
        parts = List.copyOf(parts);
    }

    /** {@code text} with nothing marked. */
    public static MarkedText plain(String text) {
        return of(text, List.of());
    }

    /** {@code text} with {@code matches} marked, which come in order, inside the text and without overlap. */
    public static MarkedText of(String text, List<MatchRange> matches) {
        return anchored(text, matches, () -> null);
    }

    /** The same with an anchor from {@code anchors} for each match. */
    public static MarkedText anchored(String text, List<MatchRange> matches, Supplier<@Nullable String> anchors) {
        List<Part> parts = new ArrayList<>();
        int from = 0;
        for (MatchRange match : matches) {
            addPlain(parts, text.substring(from, match.start()));
            parts.add(new Part.Marked(text.substring(match.start(), match.end()), anchors.get()));
            from = match.end();
        }
        addPlain(parts, text.substring(from));
        return new MarkedText(parts);
    }

    private static void addPlain(List<Part> parts, String text) {
        if (!text.isEmpty()) {
            parts.add(new Part.Plain(text));
        }
    }

    /** The text as it was before it was cut. */
    public String text() {
        return parts.stream().map(Part::text).collect(Collectors.joining());
    }

    /** How many matches it has. */
    public long matches() {
        return parts.stream().filter(Part.Marked.class::isInstance).count();
    }
}
