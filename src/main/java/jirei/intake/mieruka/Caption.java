package jirei.intake.mieruka;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import jirei.intake.layout.SourceLine;
import jirei.intake.source.JapaneseText;

/** What is said under a photograph or a figure, with what the figure itself holds. */
final class Caption {
    private static final String PHOTOGRAPH = "写真";

    private final String label;
    private final List<SourceLine> lines = new ArrayList<>();
    private final List<List<String>> paragraphs = new ArrayList<>();

    /**
     * @throws IllegalArgumentException if {@code group} doesn't begin with a caption's label
     */
    Caption(LineGroup group) {
        Matcher start = LineGroupType.CAPTION_START.matcher(group.first().raw());
        if (!start.matches()) {
            throw new IllegalArgumentException(
                    "a caption begins with its label, got " + group.first().raw());
        }
        label = start.group(1) + start.group(2);
        lines.addAll(group.lines());
        paragraphs.add(new ArrayList<>());
        String rest = start.group(3) == null ? "" : JapaneseText.strip(start.group(3));
        if (!rest.isEmpty()) {
            paragraphs.getLast().add(rest);
        }
        group.lines().stream().skip(1).map(SourceLine::raw).forEach(paragraphs.getLast()::add);
    }

    /** Label and number as printed, as in 写真１. */
    String label() {
        return label;
    }

    int firstLine() {
        return lines.getFirst().number();
    }

    List<SourceLine> lines() {
        return lines;
    }

    /** Goes on with lines that were printed apart: text runs on, the parts of a figure stand one a line. */
    void continueWith(LineGroup group) {
        boolean isText = label.startsWith(PHOTOGRAPH) || isBracketed(group.text()) || endsInKana();
        boolean runsOn = isText && !JapaneseText.beginsItem(group.text());
        if (!runsOn && !paragraphs.getLast().isEmpty()) {
            paragraphs.add(new ArrayList<>());
        }
        group.lines().forEach(line -> paragraphs.getLast().add(line.raw()));
        lines.addAll(group.lines());
    }

    /** Goes on with an item of the figure, or several that stand on one line. */
    void continueWithItems(LineGroup group) {
        List<String> items = List.of(group.text().split(LineGroupType.BULLETS, -1));
        items.stream().filter(item -> !item.isBlank()).forEach(item -> paragraphs.add(new ArrayList<>(List.of(item))));
        lines.addAll(group.lines());
    }

    /** Whether its last sentence is closed by a full stop, which captions leave out behind their last word. */
    boolean endsWithStop() {
        return lines.getLast().text().endsWith("。");
    }

    String text() {
        return paragraphs.stream()
                .map(JapaneseText::join)
                .filter(paragraph -> !paragraph.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    static boolean isBracketed(String text) {
        return text.matches("[（(].*[）)](?:https?://\\S+)?");
    }

    /** Nouns end a label; a verb or a particle goes on. */
    private boolean endsInKana() {
        String text = lines.getLast().text();
        return Character.UnicodeScript.of(text.charAt(text.length() - 1)) == Character.UnicodeScript.HIRAGANA;
    }
}
