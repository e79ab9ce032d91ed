package jirei.intake.layout;

import java.util.List;

/**
 * The text of a source document.
 *
 * @param name the file name, for messages
 * @param lines its lines as they stand there, without line ends; line 1 of the document is the first
 */
public record SourceText(String name, List<String> lines) {
    public SourceText {
        lines = List.copyOf(lines);
    }

    static SourceText of(String name, String text) {
        return new SourceText(name, text.lines().toList());
    }
}
