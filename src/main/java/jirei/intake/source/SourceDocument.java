package jirei.intake.source;

import java.util.List;

/**
 * A source document, whatever its format was.
 *
 * @param name the file name, for messages and ids
 * @param title the title that the document gives itself; empty where it gives none
 * @param unit what places are counted in, as a person says it: 行, ページ, スライド or 段落
 * @param blocks its parts in reading order
 * @param lines its text line by line, for layouts that are known by their lines; empty where the format has none
 */
public record SourceDocument(String name, String title, String unit, List<Block> blocks, List<String> lines) {
    /** The unit of presentations. */
    public static final String SLIDES = "スライド";

    public SourceDocument {
        title = JapaneseText.tidy(title);
        blocks = List.copyOf(blocks);
        lines = List.copyOf(lines);
    }
}
