package jirei.intake.layout;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import jirei.intake.source.JapaneseText;

/** How alike two headings are, for those that were printed twice with small changes. */
public final class StringSimilarity {
    private static final Pattern WORD = Pattern.compile("[\\p{IsHan}\\p{IsKatakana}ーA-Za-z0-9]{2}");

    private StringSimilarity() {}

    /** The share of pairs of neighbouring characters that both have, from 0 to 1; width and blanks don't matter. */
    public static double of(String one, String other) {
        Set<String> ofOne = pairs(JapaneseText.bare(one));
        Set<String> ofOther = pairs(JapaneseText.bare(other));
        if (ofOne.isEmpty() || ofOther.isEmpty()) {
            return 0;
        }
        long common = ofOne.stream().filter(ofOther::contains).count();
        return 2.0 * common / (ofOne.size() + ofOther.size());
    }

    /** The share of the heading's words that stand in a text, from 0 to 1, counted in pairs of kanji, katakana, letters and digits. */
    public static double share(String heading, String text) {
        String bare = JapaneseText.bare(text);
        Set<String> pairs = pairs(JapaneseText.bare(heading));
        pairs.removeIf(pair -> !WORD.matcher(pair).matches());
        long found = pairs.stream().filter(bare::contains).count();
        return pairs.isEmpty() ? 0 : (double) found / pairs.size();
    }

    private static Set<String> pairs(String text) {
        Set<String> pairs = new HashSet<>();
        for (int at = 0; at + 2 <= text.length(); at++) {
            pairs.add(text.substring(at, at + 2));
        }
        return pairs;
    }
}
