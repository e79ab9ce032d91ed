package jirei.intake.mieruka;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import jirei.intake.layout.SourceLine;
import jirei.intake.source.JapaneseText;

/** A text of the body, whose lines may be interrupted by other elements. Not thread-safe. */
final class TextBlock {
    /** Minimum width of a full line, in full-width characters. */
    private static final double MIN_FULL_WIDTH = 30;

    private final boolean startsPage;
    private final boolean indented;
    private final boolean inTail;
    private final List<List<SourceLine>> paragraphs = new ArrayList<>();
    private boolean closed;

    /**
     * @param group the first lines
     * @param startsPage whether it is the first text of its page
     * @param inTail whether it follows the label of the further activities
     */
    TextBlock(LineGroup group, boolean startsPage, boolean inTail) {
        this.startsPage = startsPage;
        this.indented = group.first().startsParagraph();
        this.inTail = inTail;
        addParagraph(group);
    }

    void addParagraph(LineGroup group) {
        paragraphs.add(new ArrayList<>(group.lines()));
    }

    void continueWith(LineGroup group) {
        paragraphs.getLast().addAll(group.lines());
    }

    /** Marks the last paragraph as complete although it does not end with a full stop. */
    void close() {
        closed = true;
    }

    /** Returns whether the last sentence is unfinished. */
    boolean isOpen() {
        return !closed
                && !JapaneseText.endsSentence(paragraphs.getLast().getLast().raw());
    }

    List<SourceLine> lastParagraph() {
        return List.copyOf(paragraphs.getLast());
    }

    boolean startsPage() {
        return startsPage;
    }

    boolean isIndented() {
        return indented;
    }

    boolean isInTail() {
        return inTail;
    }

    int firstLine() {
        return paragraphs.getFirst().getFirst().number();
    }

    SourceLine lastLine() {
        return paragraphs.getLast().getLast();
    }

    List<SourceLine> lines() {
        return paragraphs.stream().flatMap(List::stream).toList();
    }

    String text() {
        return paragraphs.stream()
                .map(lines ->
                        JapaneseText.join(lines.stream().map(SourceLine::raw).toList()))
                .collect(Collectors.joining("\n"));
    }

    /** Returns the mean width of its full lines, in full-width characters; 0 if it has none. */
    double lineWidth() {
        return lines().stream()
                .mapToDouble(SourceLine::width)
                .filter(width -> width >= MIN_FULL_WIDTH)
                .average()
                .orElse(0);
    }

    /** Returns the share of lines not preceded by a blank line, 0 to 1. It is higher for texts in boxes. */
    double tightness() {
        List<SourceLine> lines = lines();
        long close =
                lines.stream().skip(1).filter(line -> !line.afterBlankLine()).count();
        return lines.size() < 2 ? 0 : (double) close / (lines.size() - 1);
    }
}
