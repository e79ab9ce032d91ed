package jirei.intake.mieruka;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import jirei.intake.layout.SourceLine;
import jirei.intake.source.JapaneseText;

/** Body text from where it begins to where it ends, whatever else was printed in between. */
final class TextBlock {
    private static final double FULL_LINE = 30;

    private final boolean opensPage;
    private final boolean indented;
    private final boolean inTail;
    private final List<List<SourceLine>> paragraphs = new ArrayList<>();
    private boolean closed;

    /**
     * @param opensPage whether it is the first text of its page
     * @param inTail whether it stands behind the label of the further activities
     */
    TextBlock(LineGroup group, boolean opensPage, boolean inTail) {
        this.opensPage = opensPage;
        this.indented = group.first().opensParagraph();
        this.inTail = inTail;
        addParagraph(group);
    }

    void addParagraph(LineGroup group) {
        paragraphs.add(new ArrayList<>(group.lines()));
    }

    void continueWith(LineGroup group) {
        paragraphs.getLast().addAll(group.lines());
    }

    /** Says that the last paragraph is whole though no sentence ends it. */
    void close() {
        closed = true;
    }

    /** Whether the last sentence is not finished. */
    boolean isOpen() {
        return !closed
                && !JapaneseText.endsSentence(paragraphs.getLast().getLast().raw());
    }

    List<SourceLine> lastParagraph() {
        return List.copyOf(paragraphs.getLast());
    }

    boolean opensPage() {
        return opensPage;
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

    /** How wide its full lines are set, in full-width characters; 0 where it has none. */
    double measure() {
        return lines().stream()
                .mapToDouble(SourceLine::width)
                .filter(width -> width >= FULL_LINE)
                .average()
                .orElse(0);
    }

    /** The share of lines that follow the one before without an empty line: boxes are set closer than the text around them. */
    double tightness() {
        List<SourceLine> lines = lines();
        long close = lines.stream().skip(1).filter(line -> !line.afterGap()).count();
        return lines.size() < 2 ? 0 : (double) close / (lines.size() - 1);
    }
}
