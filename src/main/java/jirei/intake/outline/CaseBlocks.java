package jirei.intake.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jirei.intake.facts.Field;
import jirei.intake.facts.FieldLabel;
import jirei.intake.facts.PlaceName;
import jirei.intake.source.Block;
import jirei.intake.source.JapaneseText;
import jirei.intake.structure.CaseStart;
import jirei.intake.structure.FormSections;
import jirei.intake.structure.RowCases;
import jirei.intake.structure.Separation;
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

    /** Cuts {@code blocks} at the starts of the cases. A case also ends at a heading of a higher level. */
    static List<CaseBlocks> split(List<Block> blocks, Separation separation) {
        List<CaseStart> starts = separation.starts();
        List<CaseBlocks> cases = new ArrayList<>();
        List<Block> context = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            int from = i == 0 ? 0 : starts.get(i - 1).body();
            addContext(blocks.subList(from, starts.get(i).at()), separation.level(), context);
            int to = i + 1 < starts.size() ? starts.get(i + 1).at() : blocks.size();
            List<Block> part = blocks.subList(
                    starts.get(i).body(), end(blocks, starts.get(i).body(), to, separation));
            List<String> header = blocks
                    .subList(starts.get(i).at(), starts.get(i).body())
                    .stream()
                    .map(Block::text)
                    .toList();
            List<String> above = context.stream().map(Block::text).toList();
            cases.add(of(starts.get(i), blocks.get(starts.get(i).at()).place(), header, above, part, separation));
        }
        return cases;
    }

    private static CaseBlocks of(
            CaseStart start,
            int place,
            List<String> header,
            List<String> context,
            List<Block> part,
            Separation separation) {
        if (separation.isForm()) {
            return new CaseBlocks(
                    place, true, start.number(), start.title(), header, context, FormSections.of(part), part);
        }
        String named = fieldTitle(part);
        boolean isPlace = PlaceName.isOnlyPlace(start.title());
        if (!named.isEmpty() && (start.title().isEmpty() || isPlace)) {
            return new CaseBlocks(place, true, start.number(), named, header, context, part, part);
        }
        int below = start.title().isEmpty() ? titleBelow(part) : -1;
        if (below < 0) {
            return new CaseBlocks(place, true, start.number(), start.title(), header, context, part, part);
        }
        List<Block> rest = new ArrayList<>(part);
        Block title = rest.remove(below);
        return new CaseBlocks(place, true, start.number(), title.text(), header, context, List.copyOf(rest), rest);
    }

    /** Returns the index of the title below a header that has none: the first line that is no place; -1 for none. */
    private static int titleBelow(List<Block> part) {
        for (int at = 0; at < Math.min(2, part.size() - 1); at++) {
            if (!canBeTitle(part.get(at))) {
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

    private static int end(List<Block> blocks, int from, int to, Separation separation) {
        for (int at = from; at < to; at++) {
            Block block = blocks.get(at);
            if (block.isHeading() && block.level() < separation.level()) {
                return at;
            }
        }
        return to;
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
