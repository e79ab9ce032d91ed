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
 * Folds old forms and variants of kanji (旧字体、異体字) to their modern forms, and the spelling variants of カ所 to one. The
 * kanji come from a bundled table, which names its published sources. Stateless.
 */
final class KanjiVariantFolding {
    private static final String TABLE = "old-forms.tsv";
    /** The variants of the character between number and counter, e.g. in 三ヶ所. */
    private static final List<String> COUNTER_PREFIXES = List.of("ヶ", "ヵ", "ケ", "か", "箇", "個");

    private static final List<String> COUNTERS = List.of("所", "月", "年", "国");

    /** The first characters of all folded sequences. */
    private static final BitSet FIRST_CHARACTERS = new BitSet();

    private static final NormalizeCharMap MAP = read();

    private KanjiVariantFolding() {}

    /** Returns a character filter that folds variants. */
    static Reader charFilter(Reader reader) {
        return new MappingCharFilter(MAP, reader);
    }

    /** Returns whether {@code text} certainly contains no variant; false if it may contain one. */
    static boolean isModern(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (FIRST_CHARACTERS.get(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static NormalizeCharMap read() {
        var map = new NormalizeCharMap.Builder();
        for (String counter : COUNTERS) {
            COUNTER_PREFIXES.forEach(prefix -> add(map, prefix + counter, "カ" + counter));
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

    private static void add(NormalizeCharMap.Builder map, String variant, String modern) {
        FIRST_CHARACTERS.set(variant.charAt(0));
        map.add(variant, modern);
    }
}
