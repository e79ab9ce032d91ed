package jirei.analysis;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;

/**
 * Folds old forms and variants of kanji (旧字体、異体字) to the form of today, and the ways to write カ所 to one. The kanji come
 * from a published table that is shipped with its sources named in it.
 */
final class KanjiVariantFolding {
    private static final String TABLE = "old-forms.tsv";
    /** The small sign between number and counter, as in 三ヶ所, is written in many ways. */
    private static final List<String> COUNTING_SIGNS = List.of("ヶ", "ヵ", "ケ", "か", "箇", "個");

    private static final List<String> COUNTED = List.of("所", "月", "年", "国");

    /** The first characters of all forms that are folded. */
    private static final BitSet FIRSTS = new BitSet();

    private static final NormalizeCharMap MAP = read();

    private KanjiVariantFolding() {}

    /** The text of {@code reader} in the forms of today. */
    static Reader folded(Reader reader) {
        return new MappingCharFilter(MAP, reader);
    }

    /** Whether {@code text} is sure to be in the forms of today. */
    static boolean hasNone(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (FIRSTS.get(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static NormalizeCharMap read() {
        var map = new NormalizeCharMap.Builder();
        for (String counted : COUNTED) {
            COUNTING_SIGNS.forEach(sign -> add(map, sign + counted, "カ" + counted));
        }
        try (var in = Objects.requireNonNull(KanjiVariantFolding.class.getResourceAsStream(TABLE), TABLE)) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(line -> {
                int tab = line.indexOf('\t');
                if (tab > 0 && !line.startsWith("#")) {
                    add(map, line.substring(0, tab), line.substring(tab + 1).strip());
                }
            });
            return map.build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(NormalizeCharMap.Builder map, String old, String today) {
        FIRSTS.set(old.charAt(0));
        map.add(old, today);
    }
}
