package jirei.intake.mieruka;

import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jirei.intake.layout.StringSimilarity;
import jirei.intake.source.JapaneseText;

/**
 * Recognizes the numbered main headings of a printed case, whose texts the highlights repeat. Not thread-safe.
 */
final class MainHeadings {
    private static final Pattern NUMBER_FIRST = Pattern.compile("([0-9０-９]{1,2})[.．][\\s\u3000]*(.*)", Pattern.DOTALL);
    /** Minimum similarity of a numbered heading and its highlight if it is not set as a heading. */
    private static final double MIN_NUMBERED = 0.5;
    /** Minimum similarity of a heading without its number and its highlight. */
    private static final double MIN_UNNUMBERED = 0.8;

    private final List<String> highlights;
    private int count;

    /** @param highlights the headings of the highlights */
    MainHeadings(List<String> highlights) {
        this.highlights = List.copyOf(highlights);
    }

    /** Returns the heading as printed if {@code piece} is the next main heading; empty text for its number alone. */
    Optional<String> next(PrintedPiece piece) {
        Matcher numbered = NUMBER_FIRST.matcher(piece.text());
        if (numbered.matches()) {
            int number = Integer.parseInt(Normalizer.normalize(numbered.group(1), Normalizer.Form.NFKC));
            String text = JapaneseText.strip(numbered.group(2));
            boolean isMain = number == count + 1 && (piece.isHeading() || similarity(text) >= MIN_NUMBERED);
            return isMain ? Optional.of(text.isEmpty() ? "" : piece.text()) : Optional.empty();
        }
        Matcher numberLast = LineGroupType.NUMBERED.matcher(piece.text());
        String text = numberLast.matches() ? numberLast.group(1) : piece.text();
        return similarity(text) >= MIN_UNNUMBERED ? Optional.of(text) : Optional.empty();
    }

    /** Returns whether {@code text} with {@code rest} is more like a highlight than without it. */
    boolean continues(String text, String rest) {
        return similarity(JapaneseText.join(List.of(text, rest))) > similarity(text);
    }

    /** Counts a main heading. */
    void add() {
        count++;
    }

    private double similarity(String text) {
        return highlights.stream()
                .mapToDouble(heading -> StringSimilarity.of(heading, text))
                .max()
                .orElse(0);
    }
}
