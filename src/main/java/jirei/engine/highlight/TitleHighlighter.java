package jirei.engine.highlight;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import jirei.analysis.NormalizedText;
import jirei.engine.query.HighlightPattern;
import jirei.search.MatchRange;

/** Finds the characters of words and their variants in case titles, which the index does not keep for highlighting. */
final class TitleHighlighter {
    private TitleHighlighter() {}

    /** Returns the matches of {@code patterns} in {@code title}, in order, not overlapping. */
    static List<MatchRange> matches(Map<HighlightPattern, Integer> patterns, String title) {
        NormalizedText folded = NormalizedText.of(title);
        List<MatchRange> found = new ArrayList<>();
        for (HighlightPattern pattern : patterns.keySet()) {
            String text = text(pattern);
            int word = patterns.getOrDefault(pattern, 0);
            int index = text.isEmpty() ? -1 : folded.text().indexOf(text);
            while (index >= 0) {
                int end = index + text.length();
                found.add(new MatchRange(folded.correctOffset(index), folded.correctOffset(end), word));
                index = folded.text().indexOf(text, end);
            }
        }
        return merged(found);
    }

    private static String text(HighlightPattern pattern) {
        return switch (pattern) {
            case HighlightPattern.Literal literal -> literal.folded();
            case HighlightPattern.Marked marked -> marked.isReading() ? "" : marked.text();
            case HighlightPattern.TermSequence terms ->
                String.join("", terms.phrase().terms());
        };
    }

    private static List<MatchRange> merged(List<MatchRange> found) {
        List<MatchRange> merged = new ArrayList<>();
        found.sort(Comparator.comparingInt(MatchRange::start).thenComparingInt(MatchRange::end));
        for (MatchRange range : found) {
            MatchRange.add(merged, range);
        }
        return List.copyOf(merged);
    }
}
