package jirei.engine.highlight;

import jirei.search.MatchRange;

/** Paragraphs in one line: a blank replaces the end of a paragraph, unless punctuation or a bracket separates it. Immutable. */
final class OneLine {
    private static final String SEPARATORS = "、，。．！？!?」』）)】〉》”〕］]…\n";

    private final String text;
    /** By offset in the paragraphs, the offset in the line; one more than the paragraphs have characters. */
    private final int[] offsets;

    private OneLine(String text, int[] offsets) {
        this.text = text;
        this.offsets = offsets;
    }

    static OneLine of(String paragraphs) {
        var line = new StringBuilder();
        int[] offsets = new int[paragraphs.length() + 1];
        for (int i = 0; i < paragraphs.length(); i++) {
            offsets[i] = line.length();
            char character = paragraphs.charAt(i);
            if (character != '\n') {
                line.append(character);
            } else if (i == 0 || SEPARATORS.indexOf(paragraphs.charAt(i - 1)) < 0) {
                line.append(' ');
            }
        }
        offsets[paragraphs.length()] = line.length();
        return new OneLine(line.toString(), offsets);
    }

    String text() {
        return text;
    }

    /** Returns {@code match} of the paragraphs in the line, after {@code shift} more characters. */
    MatchRange moved(MatchRange match, int shift) {
        return new MatchRange(offsets[match.start()] + shift, offsets[match.end()] + shift, match.word());
    }
}
