package jirei.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import jirei.search.MatchRange;
import jirei.search.Snippet;
import org.jspecify.annotations.Nullable;

/**
 * A text with highlighted matches. Immutable.
 *
 * @param parts the parts in order; concatenated they are the text
 */
public record MarkedText(List<Part> parts) {
    public MarkedText {
        parts = List.copyOf(parts);
    }

    /** Returns {@code text} without matches. */
    public static MarkedText plain(String text) {
        return of(text, List.of());
    }

    /**
     * Returns {@code text} with {@code matches} highlighted.
     *
     * @param matches ranges within the text, ascending and disjoint
     */
    public static MarkedText of(String text, List<MatchRange> matches) {
        return anchored(text, matches, () -> null);
    }

    /**
     * Returns {@code text} with {@code matches} highlighted, each with the next anchor of {@code anchors}.
     *
     * @param matches ranges within the text, ascending and disjoint
     * @param anchors called once for each match, in order
     */
    public static MarkedText anchored(String text, List<MatchRange> matches, Supplier<@Nullable String> anchors) {
        List<Part> parts = new ArrayList<>();
        int from = 0;
        for (MatchRange match : matches) {
            addPlain(parts, text.substring(from, match.start()));
            parts.add(new Part.Match(text.substring(match.start(), match.end()), anchors.get(), match.word()));
            from = match.end();
        }
        addPlain(parts, text.substring(from));
        return new MarkedText(parts);
    }

    /**
     * Returns this text with an ellipsis where it was cut, unless one is there. No-break spaces keep each ellipsis on the
     * line of the text next to it.
     */
    public MarkedText cut(boolean atStart, boolean atEnd) {
        List<Part> all = new ArrayList<>();
        if (atStart && !text().startsWith(Snippet.ELLIPSIS)) {
            all.add(new Part.Plain("…\u00a0"));
        }
        all.addAll(parts);
        if (atEnd && !text().endsWith(Snippet.ELLIPSIS)) {
            all.add(new Part.Plain("\u00a0…"));
        }
        return new MarkedText(all);
    }

    private static void addPlain(List<Part> parts, String text) {
        if (!text.isEmpty()) {
            parts.add(new Part.Plain(text));
        }
    }

    /** The plain text. */
    public String text() {
        return parts.stream().map(Part::text).collect(Collectors.joining());
    }

    /** The number of matches. */
    public long matches() {
        return parts.stream().filter(Part.Match.class::isInstance).count();
    }
}
