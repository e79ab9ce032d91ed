package jirei.intake.layout;

import java.util.List;

/**
 * The text of a source document. Immutable.
 *
 * @param name the file name, for messages
 * @param lines all lines, unchanged, without line terminators
 */
public record SourceText(String name, List<String> lines) {
    /** Copies the lines. */
    public SourceText {
        lines = List.copyOf(lines);
    }

    static SourceText of(String name, String text) {
        return new SourceText(name, text.lines().toList());
    }
}
