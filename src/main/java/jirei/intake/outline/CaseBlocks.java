package jirei.intake.outline;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jirei.intake.source.Block;
import jirei.intake.source.JapaneseText;
import org.jspecify.annotations.Nullable;

/**
 * The blocks of one case in a document. Immutable.
 *
 * @param from the index of the first block, the header, in the document
 * @param number the number in the header; null if the document is a single case
 * @param title the title of the case; empty if the header has none
 * @param blocks the blocks after the header
 */
record CaseBlocks(int from, @Nullable Integer number, String title, List<Block> blocks) {
    private static final int MIN_CASES = 2;
    private static final int MAX_TITLE_LENGTH = 80;
    /** Word, number and title of a case header: 事例1, 【事例３】…, CASE 02, 取組事例No.4: …. */
    private static final Pattern HEADER = Pattern.compile(
            "[【\\[〔＜〈<(（]?\\s*([^\\s0-9。、]{0,6}事例|CASE|Case|ケース)\\s*(?:No\\.?|[-－])?\\s*([0-9]{1,3})(?![0-9%年月日人件つのでがにを])\\s*[】\\]〕＞〉>)）]?[\\s　:：.．、-]*(.*)");

    private record Header(String shape, int number, String title) {}

    /** Splits a document into its cases, in order; it is a single case if it has fewer than two case headers. */
    static List<CaseBlocks> split(TitledDocument document) {
        List<Block> blocks = document.blocks();
        List<Integer> starts = starts(blocks);
        if (starts.size() < MIN_CASES) {
            return List.of(new CaseBlocks(0, null, document.title(), blocks));
        }
        List<CaseBlocks> cases = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            int to = i + 1 < starts.size() ? starts.get(i + 1) : blocks.size();
            cases.add(of(starts.get(i), blocks.subList(starts.get(i), to)));
        }
        return cases;
    }

    static boolean isCaseHeader(Block block) {
        return block.isHeading() && header(block) != null;
    }

    /** Returns the indexes of the case headers: those of one word and level that repeat, of the highest such level. */
    private static List<Integer> starts(List<Block> blocks) {
        Map<String, List<Integer>> byShape = new HashMap<>();
        for (int at = 0; at < blocks.size(); at++) {
            Header header = blocks.get(at).isHeading() ? header(blocks.get(at)) : null;
            if (header != null) {
                String key = blocks.get(at).level() + " " + header.shape();
                byShape.computeIfAbsent(key, shape -> new ArrayList<>()).add(at);
            }
        }
        return byShape.entrySet().stream()
                .filter(entry -> entry.getValue().size() >= MIN_CASES)
                .min(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .orElse(List.of());
    }

    private static CaseBlocks of(int from, List<Block> part) {
        Header header = header(part.getFirst());
        if (header == null) {
            throw new IllegalArgumentException("a case must start with a header, got " + part.getFirst());
        }
        boolean hasTitleBelow = header.title().isEmpty() && part.size() > 2 && canBeTitle(part.get(1));
        String title = hasTitleBelow ? part.get(1).text() : header.title();
        List<Block> blocks = part.subList(hasTitleBelow ? 2 : 1, part.size());
        return new CaseBlocks(from, header.number() == 0 ? null : (Integer) header.number(), title, blocks);
    }

    private static boolean canBeTitle(Block block) {
        boolean isLine = block.kind() == Block.Kind.HEADING || block.kind() == Block.Kind.PARAGRAPH;
        return isLine && block.text().length() <= MAX_TITLE_LENGTH && !JapaneseText.endsSentence(block.text());
    }

    private static @Nullable Header header(Block block) {
        Matcher matcher = HEADER.matcher(Normalizer.normalize(block.text(), Normalizer.Form.NFKC));
        if (!matcher.matches()) {
            return null;
        }
        String rest = matcher.group(3);
        String title = block.text().substring(Math.max(0, block.text().length() - rest.length()));
        return new Header(matcher.group(1), Integer.parseInt(matcher.group(2)), JapaneseText.strip(title));
    }
}
