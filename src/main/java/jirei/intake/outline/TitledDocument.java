package jirei.intake.outline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import jirei.intake.headings.Cover;
import jirei.intake.headings.HeadingRules;
import jirei.intake.headings.TitleLine;
import jirei.intake.source.Block;
import jirei.intake.source.JapaneseText;
import jirei.intake.source.SourceDocument;
import jirei.intake.source.SourceFile;

/**
 * A source document with its title. Immutable.
 *
 * @param document the document
 * @param title the title, at most 100 code points if it is longer than a line of the document
 * @param cover the other lines of the cover
 * @param blocks the blocks without the title
 * @param certain whether the title is from the text of the document
 */
record TitledDocument(SourceDocument document, String title, List<String> cover, List<Block> blocks, boolean certain) {
    /** Default titles that programs write into the metadata. */
    private static final Pattern DEFAULT_TITLE = Pattern.compile(
            "(?i)microsoft (word|powerpoint|excel).*|(power ?point|プレゼンテーション|スライド).{0,6}|無題.*|untitled.*|(document|文書|title|タイトル|book|sheet)\\s*[0-9]*|.*\\.(docx?|pptx?|xlsx?|pdf|odt|html?|jtd|xdw|indd|txt|md)");

    private static final int MAX_TITLE_LENGTH = 100;
    /** Number of blocks that must contain the title in the metadata. */
    private static final int METADATA_SEARCH_BLOCKS = 30;

    /**
     * Finds the title of a document.
     *
     * @param blocks the blocks of the document, up to the first of several cases
     * @param isCollection whether the document has several cases
     */
    static TitledDocument of(SourceDocument document, List<Block> blocks, boolean isCollection) {
        boolean hasSlides = document.unit().equals(SourceDocument.SLIDES);
        List<Integer> cover = Cover.lines(blocks, document.hasPages());
        List<String> lines = cover.stream().map(at -> blocks.get(at).text()).toList();
        Optional<String> labelled = isCollection ? Optional.empty() : TitleLine.labelled(blocks);
        if (labelled.isPresent()) {
            return new TitledDocument(document, truncate(labelled.get()), lines, blocks, true);
        }
        boolean startsWithTitle = hasSlides
                && !blocks.isEmpty()
                && blocks.getFirst().isHeading()
                && TitleLine.canBeTitle(blocks.getFirst().text());
        if (blocks.size() == 1 && !isCollection) {
            return withoutLine(document, List.of(HeadingRules.demoted(blocks.getFirst())), lines); // the only text
        }
        OptionalInt at = startsWithTitle ? OptionalInt.of(0) : TitleLine.find(blocks, cover);
        if (at.isPresent()) {
            List<Block> rest = new ArrayList<>(blocks);
            cover.forEach(line -> rest.set(line, HeadingRules.demoted(blocks.get(line))));
            String title = rest.remove(at.getAsInt()).text();
            return new TitledDocument(document, truncate(title), lines, List.copyOf(rest), true);
        }
        return withoutLine(document, blocks, lines);
    }

    /** Takes the title from the metadata if the text contains it or there is no other, else from the file name. */
    private static TitledDocument withoutLine(SourceDocument document, List<Block> blocks, List<String> cover) {
        String metadata = DEFAULT_TITLE.matcher(document.title()).matches() ? "" : document.title();
        if (!metadata.isEmpty()) {
            String key = JapaneseText.comparisonKey(metadata);
            boolean stands = blocks.stream()
                    .limit(METADATA_SEARCH_BLOCKS)
                    .anyMatch(block -> JapaneseText.comparisonKey(block.text()).contains(key));
            return new TitledDocument(
                    document,
                    truncate(metadata),
                    cover,
                    blocks,
                    stands || document.unit().equals("行"));
        }
        String stem = new SourceFile(Path.of("."), document.name()).stem();
        String title = JapaneseText.strip(stem).isEmpty() ? "無題" : truncate(stem);
        return new TitledDocument(document, title, cover, blocks, false);
    }

    private static String truncate(String title) {
        return title.codePointCount(0, title.length()) <= MAX_TITLE_LENGTH
                ? title
                : title.substring(0, title.offsetByCodePoints(0, MAX_TITLE_LENGTH));
    }
}
