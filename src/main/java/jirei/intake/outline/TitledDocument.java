package jirei.intake.outline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import jirei.intake.source.Block;
import jirei.intake.source.JapaneseText;
import jirei.intake.source.SourceDocument;
import jirei.intake.source.SourceFile;

/**
 * A source document with its title. Immutable.
 *
 * @param document the document
 * @param title the title, at most 100 code points if it is longer than a line of the document
 * @param blocks the blocks without the title
 * @param certain whether the title is from the document rather than its file name
 */
record TitledDocument(SourceDocument document, String title, List<Block> blocks, boolean certain) {
    /** Default titles that programs write into the metadata. */
    private static final Pattern DEFAULT_TITLE = Pattern.compile(
            "(?i)microsoft (word|powerpoint).*|(power ?point|プレゼンテーション|スライド).{0,6}|無題.*|untitled.*|(document|文書|title|タイトル)\\s*[0-9]*|.*\\.(docx?|pptx?|pdf|odt|html?|jtd|xdw|indd|txt|md)");

    private static final int MAX_TITLE_LENGTH = 100;
    /** Number of blocks within which the title must be. */
    private static final int TITLE_SEARCH_BLOCKS = 5;

    static TitledDocument of(SourceDocument document) {
        List<Block> blocks = document.blocks();
        boolean isPresentation = document.unit().equals(SourceDocument.SLIDES); // the title is on the first slide
        int at = isPresentation && blocks.getFirst().isHeading() ? 0 : titleIndex(blocks);
        String metadataTitle = DEFAULT_TITLE.matcher(document.title()).matches() ? "" : document.title();
        if (at >= 0) {
            String title = blocks.get(at).text();
            List<Block> rest = new ArrayList<>(blocks);
            rest.remove(at);
            return new TitledDocument(document, truncate(title), List.copyOf(rest), true);
        }
        if (!metadataTitle.isEmpty()) {
            return new TitledDocument(document, truncate(metadataTitle), blocks, true);
        }
        Block first = blocks.getFirst();
        boolean isTitle = first.kind() == Block.Kind.PARAGRAPH
                && first.text().length() <= MAX_TITLE_LENGTH
                && !JapaneseText.endsSentence(first.text())
                && blocks.size() > 1;
        if (isTitle) {
            return new TitledDocument(document, first.text(), blocks.subList(1, blocks.size()), true);
        }
        String stem = new SourceFile(Path.of("."), document.name()).stem();
        return new TitledDocument(document, JapaneseText.strip(stem).isEmpty() ? "無題" : truncate(stem), blocks, false);
    }

    /**
     * Returns the index of the title: the only heading of the highest level, near the start and before all other
     * headings; -1 for none.
     */
    private static int titleIndex(List<Block> blocks) {
        OptionalInt highest =
                blocks.stream().filter(Block::isHeading).mapToInt(Block::level).min();
        if (highest.isEmpty()) {
            return -1;
        }
        int found = -1;
        for (int at = 0; at < blocks.size(); at++) {
            if (blocks.get(at).level() == highest.getAsInt() && !CaseBlocks.isCaseHeader(blocks.get(at))) {
                boolean isOnly = found < 0;
                if (!isOnly) {
                    return -1;
                }
                found = at;
            }
        }
        if (found < 0) {
            return -1;
        }
        boolean isFirstHeading = blocks.subList(0, found).stream().noneMatch(Block::isHeading);
        return isFirstHeading && found < TITLE_SEARCH_BLOCKS ? found : -1;
    }

    private static String truncate(String title) {
        return title.codePointCount(0, title.length()) <= MAX_TITLE_LENGTH
                ? title
                : title.substring(0, title.offsetByCodePoints(0, MAX_TITLE_LENGTH));
    }
}
