package jirei.intake.mieruka;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import jirei.intake.layout.SourceLine;
import jirei.intake.source.JapaneseText;

/** The caption of a photograph or figure, including the text inside the figure. Not thread-safe. */
final class Caption {
    private static final String PHOTOGRAPH = "写真";

    private final String label;
    private final List<SourceLine> lines = new ArrayList<>();
    private final List<List<String>> paragraphs = new ArrayList<>();

    /**
     * @throws IllegalArgumentException if {@code group} does not start with the label of a caption
     */
    Caption(LineGroup group) {
        Matcher start = LineGroupType.CAPTION_START.matcher(group.first().raw());
        if (!start.matches()) {
            throw new IllegalArgumentException(
                    "a caption must start with its label, got " + group.first().raw());
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

    /** Returns label and number as printed, as in 写真１. */
    String label() {
        return label;
    }

    int firstLine() {
        return lines.getFirst().number();
    }

    List<SourceLine> lines() {
        return lines;
    }

    /**
     * Adds lines printed separately: text continues the last paragraph, parts of a figure are paragraphs of their
     * own.
     */
    void continueWith(LineGroup group) {
        boolean isText = label.startsWith(PHOTOGRAPH) || isBracketed(group.text()) || endsInKana();
        boolean continuesParagraph = isText && !JapaneseText.startsItem(group.text());
        if (!continuesParagraph && !paragraphs.getLast().isEmpty()) {
            paragraphs.add(new ArrayList<>());
        }
        group.lines().forEach(line -> paragraphs.getLast().add(line.raw()));
        lines.addAll(group.lines());
    }

    /** Adds one or more items of the figure printed on one line. */
    void addItems(LineGroup group) {
        List<String> items = List.of(group.text().split(LineGroupType.BULLETS, -1));
        items.stream()
                .filter(item -> !JapaneseText.strip(item).isEmpty())
                .forEach(item -> paragraphs.add(new ArrayList<>(List.of(item))));
        lines.addAll(group.lines());
    }

    /** Returns whether the caption ends with a full stop. Complete captions have no full stop after the last word. */
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

    /** Returns whether the text ends in hiragana, a verb or particle that needs a continuation, rather than a noun. */
    private boolean endsInKana() {
        String text = lines.getLast().text();
        return Character.UnicodeScript.of(text.charAt(text.length() - 1)) == Character.UnicodeScript.HIRAGANA;
    }
}
