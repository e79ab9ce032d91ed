package jirei.intake.headings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jirei.intake.source.Block;
import jirei.intake.source.JapaneseText;

/** Removes contents pages (目次) and makes headings of the lines that they list. Stateless. */
public final class ContentsPage {
    private static final Pattern NAME = Pattern.compile(
            "[■□◆◇●【〔\\[\\s\u3000]*(?:目[\\s\u3000]*次|もくじ|(?i:(?:table of )?contents))[】〕\\]\\s\u3000]*");
    private static final Pattern LEADER_AND_PAGE = Pattern.compile(
            ".*?(?:[…‥]{2,}+|[・.．･]{4,}+|[─―－‐-]{4,}+|_{4,}+)[\\s\u3000]*+[0-9０-９]{1,4}.*", Pattern.DOTALL);
    private static final Pattern PAGE_AT_END =
            Pattern.compile("(?:[…‥・.．･─―_\\s\u3000-]|P\\.?|p\\.?)*+[0-9０-９]{1,4}(?:ページ|頁)?$|[…‥・.．･─―_\\s\u3000]++$");
    private static final Pattern ONLY_PAGE =
            Pattern.compile("[-－\\s\u3000]*(?:[0-9０-９]{1,4}|[ivxⅰ-ⅻ]{1,4})[-－\\s\u3000]*");
    private static final int MAX_ENTRY_LENGTH = 80;
    /** Number of characters within which an entry has its page; the entries of a page may be a single block. */
    private static final int SEARCH_LENGTH = 300;

    private static final int MIN_ENTRIES = 3;
    /** Level of a listed heading without a number. */
    private static final int DEFAULT_LEVEL = 4;

    private ContentsPage() {}

    /** Returns {@code blocks} without contents pages, and with the lines that these list as headings. */
    public static List<Block> remove(List<Block> blocks) {
        Map<String, Integer> lastPlaces = new HashMap<>();
        for (int at = 0; at < blocks.size(); at++) {
            lastPlaces.put(key(blocks.get(at).text()), at);
        }
        List<Block> rest = new ArrayList<>();
        Set<String> listed = new HashSet<>();
        int at = 0;
        while (at < blocks.size()) {
            boolean isNamed = NAME.matcher(blocks.get(at).text()).matches();
            int end = entriesEnd(blocks, isNamed ? at + 1 : at, isNamed, lastPlaces);
            boolean isContents = isNamed ? end > at + 1 : end - at >= MIN_ENTRIES;
            if (isContents) {
                blocks.subList(at, end).forEach(entry -> listed.add(key(withoutPage(entry.text()))));
                at = end;
            } else {
                rest.add(blocks.get(at));
                at++;
            }
        }
        return rest.stream().map(block -> heading(block, listed)).toList();
    }

    /** Returns the end of the entries that start at {@code from}; without a title 目次 each entry needs its page. */
    private static int entriesEnd(List<Block> blocks, int from, boolean isNamed, Map<String, Integer> lastPlaces) {
        int end = from;
        while (end < blocks.size() && isEntry(blocks.get(end), end, isNamed, lastPlaces)) {
            end++;
        }
        return end;
    }

    private static boolean isEntry(Block block, int at, boolean isNamed, Map<String, Integer> lastPlaces) {
        String text = block.text();
        String start = text.substring(0, Math.min(text.length(), SEARCH_LENGTH));
        if (LEADER_AND_PAGE.matcher(start).matches()) {
            return true;
        }
        if (!isNamed || text.length() > MAX_ENTRY_LENGTH || key(text).isEmpty()) {
            return false;
        }
        boolean isRepeated =
                lastPlaces.getOrDefault(key(text), at) > at || lastPlaces.getOrDefault(key(withoutPage(text)), at) > at;
        return isRepeated || ONLY_PAGE.matcher(text).matches();
    }

    private static String withoutPage(String text) {
        if (text.length() > MAX_ENTRY_LENGTH) {
            return text;
        }
        Matcher page = PAGE_AT_END.matcher(text);
        return page.find() ? text.substring(0, page.start()) : text;
    }

    private static Block heading(Block block, Set<String> listed) {
        boolean isListed = block.kind() == Block.Kind.PARAGRAPH
                && block.text().length() <= MAX_ENTRY_LENGTH
                && !key(block.text()).isEmpty()
                && listed.contains(key(block.text()));
        if (!isListed) {
            return block;
        }
        int level = NumberSign.of(block.text())
                .map(sign -> sign.shape().level() + 1)
                .orElse(DEFAULT_LEVEL);
        return Block.heading(level, block.text(), block.place());
    }

    private static String key(String text) {
        return text.length() > 2 * MAX_ENTRY_LENGTH ? "" : JapaneseText.comparisonKey(text);
    }
}
