package jirei.intake.outline;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import jirei.intake.facts.Field;
import jirei.intake.facts.FieldLabel;
import jirei.intake.facts.PlaceName;
import jirei.intake.separation.CaseStart;
import jirei.intake.separation.FormSections;
import jirei.intake.separation.RowCases;
import jirei.intake.separation.Separation;
import jirei.intake.source.Block;
import jirei.intake.source.JapaneseText;
import org.jspecify.annotations.Nullable;

/**
 * The blocks of one case in a document. Immutable.
 *
 * @param place the position of its first block
 * @param isPart whether the document has several cases
 * @param number the number in the header; null for none
 * @param title the title of the case; empty if there is none but that of the document
 * @param header the lines of the header
 * @param context the headings above the header
 * @param blocks the blocks after the header
 * @param fields the blocks with the labels of the case; for a form they are not yet sections
 */
record CaseBlocks(
        int place,
        boolean isPart,
        @Nullable Integer number,
        String title,
        List<String> header,
        List<String> context,
        List<Block> blocks,
        List<Block> fields) {
    private static final int MAX_TITLE_LENGTH = 80;

    /** Returns the only case of a document. */
    static CaseBlocks whole(TitledDocument document) {
        List<Block> blocks = document.blocks();
        int place = blocks.isEmpty() ? 1 : blocks.getFirst().place();
        return new CaseBlocks(place, false, null, document.title(), List.of(), List.of(), blocks, blocks);
    }

    /** Returns the cases in the rows of the tables of a document. */
    static List<CaseBlocks> ofRows(List<RowCases.Row> rows) {
        return rows.stream()
                .map(row -> new CaseBlocks(
                        row.blocks().getFirst().place(),
                        true,
                        null,
                        row.title(),
                        List.of(),
                        List.of(),
                        FormSections.of(row.blocks()),
                        row.blocks()))
                .toList();
    }

    /** Cuts {@code blocks} at the starts and ends of the cases. */
    static List<CaseBlocks> split(List<Block> blocks, Separation separation) {
        List<CaseStart> starts = separation.starts();
        List<Integer> ends = separation.ends(blocks);
        List<CaseBlocks> cases = new ArrayList<>();
        List<Block> context = new ArrayList<>();
        Set<String> common = repeatedBelow(blocks, starts);
        for (int i = 0; i < starts.size(); i++) {
            CaseStart start = starts.get(i);
            addContext(blocks.subList(i == 0 ? 0 : ends.get(i - 1), start.at()), separation.level(), context);
            List<Block> part = blocks.subList(start.body(), ends.get(i));
            List<String> header = texts(blocks.subList(start.at(), start.body()));
            cases.add(of(start, blocks.get(start.at()).place(), header, texts(context), part, separation, common));
        }
        return cases;
    }

    /** Returns the texts right below several headers, such as the first subheading of all cases. */
    private static Set<String> repeatedBelow(List<Block> blocks, List<CaseStart> starts) {
        Set<String> seen = new HashSet<>();
        return starts.stream()
                .filter(start -> start.body() < blocks.size())
                .map(start -> blocks.get(start.body()).text())
                .filter(text -> !seen.add(text))
                .collect(Collectors.toSet());
    }

    private static List<String> texts(List<Block> blocks) {
        return blocks.stream().map(Block::text).toList();
    }

    private static CaseBlocks of(
            CaseStart start,
            int place,
            List<String> header,
            List<String> context,
            List<Block> part,
            Separation separation,
            Set<String> common) {
        if (separation.isForm()) {
            return new CaseBlocks(
                    place, true, start.number(), start.title(), header, context, FormSections.of(part), part);
        }
        String named = fieldTitle(part);
        boolean isPlace = PlaceName.isOnlyPlace(start.title());
        if (!named.isEmpty() && (start.title().isEmpty() || isPlace)) {
            return new CaseBlocks(place, true, start.number(), named, header, context, part, part);
        }
        int below = start.title().isEmpty() ? titleBelow(part, common) : -1;
        if (below < 0) {
            String title = start.title().isEmpty() && !header.isEmpty() ? header.getFirst() : start.title();
            return new CaseBlocks(place, true, start.number(), title, header, context, part, part);
        }
        List<Block> rest = new ArrayList<>(part);
        Block title = rest.remove(below);
        return new CaseBlocks(place, true, start.number(), title.text(), header, context, List.copyOf(rest), rest);
    }

    /** Returns the index of the title below a header that has none: the first line that is no place; -1 for none. */
    private static int titleBelow(List<Block> part, Set<String> common) {
        for (int at = 0; at < Math.min(2, part.size() - 1); at++) {
            if (!canBeTitle(part.get(at)) || common.contains(part.get(at).text())) {
                return -1;
            }
            if (!PlaceName.isOnlyPlace(part.get(at).text()) || !canBeTitle(part.get(at + 1))) {
                return at;
            }
        }
        return -1;
    }

    private static String fieldTitle(List<Block> part) {
        return Field.of(part).stream()
                .filter(field ->
                        field.kind() == FieldLabel.TITLE && field.value().length() <= MAX_TITLE_LENGTH)
                .map(Field::value)
                .findFirst()
                .orElse("");
    }

    private static void addContext(List<Block> between, int level, List<Block> context) {
        for (Block block : between) {
            if (block.isHeading() && block.level() < level) {
                context.removeIf(above -> above.level() >= block.level());
                context.add(block);
            }
        }
    }

    private static boolean canBeTitle(Block block) {
        boolean isLine = block.kind() == Block.Kind.HEADING || block.kind() == Block.Kind.PARAGRAPH;
        return isLine && block.text().length() <= MAX_TITLE_LENGTH && !JapaneseText.endsSentence(block.text());
    }

    /** Returns the id of the case with the position {@code index} in its document. */
    String id(String stem, int index) {
        return isPart ? String.format(Locale.ROOT, "%s-%02d", stem, index + 1) : stem;
    }
}
