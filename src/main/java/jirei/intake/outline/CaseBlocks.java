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
 * The part of a document that tells one case.
 *
 * @param from where it begins among the document's blocks
 * @param number the number in its header; null where the document is one case
 * @param title the case's title; empty where its header gives none
 * @param blocks what follows the header
 */
record CaseBlocks(int from, @Nullable Integer number, String title, List<Block> blocks) {
    private static final int MIN_CASES = 2;
    private static final int MAX_TITLE_LENGTH = 80;
    /** Word, number and the rest of a case header: 事例1, 【事例３】…, CASE 02, 取組事例No.4: …. */
    private static final Pattern HEADER = Pattern.compile(
            "[【\\[〔＜〈<(（]?\\s*([^\\s0-9。、]{0,6}事例|CASE|Case|ケース)\\s*(?:No\\.?|[-－])?\\s*([0-9]{1,3})(?![0-9%年月日人件つのでがにを])\\s*[】\\]〕＞〉>)）]?[\\s　:：.．、-]*(.*)");

    private record Header(String shape, int number, String title) {}

    /** The cases of a document, in its order; the whole of it where no header repeats. */
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

    /** Where headers of one shape and level stand that repeat, those of the highest level. */
    private static List<Integer> starts(List<Block> blocks) {
        Map<String, List<Integer>> alike = new HashMap<>();
        for (int at = 0; at < blocks.size(); at++) {
            Header header = blocks.get(at).isHeading() ? header(blocks.get(at)) : null;
            if (header != null) {
                String key = blocks.get(at).level() + " " + header.shape();
                alike.computeIfAbsent(key, shape -> new ArrayList<>()).add(at);
            }
        }
        return alike.entrySet().stream()
                .filter(entry -> entry.getValue().size() >= MIN_CASES)
                .min(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .orElse(List.of());
    }

    private static CaseBlocks of(int from, List<Block> part) {
        Header header = header(part.getFirst());
        if (header == null) {
            throw new IllegalArgumentException("a case begins with its header, got " + part.getFirst());
        }
        boolean takesNext = header.title().isEmpty() && part.size() > 2 && canBeTitle(part.get(1));
        String title = takesNext ? part.get(1).text() : header.title();
        List<Block> blocks = part.subList(takesNext ? 2 : 1, part.size());
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
