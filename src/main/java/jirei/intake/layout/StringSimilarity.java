package jirei.intake.layout;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import jirei.intake.source.JapaneseText;

/** Similarity of strings by character bigrams, for headings printed twice with small differences. Stateless. */
public final class StringSimilarity {
    private static final Pattern CONTENT_BIGRAM = Pattern.compile("[\\p{IsHan}\\p{IsKatakana}ーA-Za-z0-9]{2}");

    private StringSimilarity() {}

    /** Returns the Dice coefficient of the character bigrams, 0 to 1, ignoring character width and spaces. */
    public static double of(String one, String other) {
        Set<String> ofOne = bigrams(JapaneseText.comparisonKey(one));
        Set<String> ofOther = bigrams(JapaneseText.comparisonKey(other));
        if (ofOne.isEmpty() || ofOther.isEmpty()) {
            return 0;
        }
        long common = ofOne.stream().filter(ofOther::contains).count();
        return 2.0 * common / (ofOne.size() + ofOther.size());
    }

    /**
     * Returns the share of the heading's bigrams that occur in {@code text}, 0 to 1. Only bigrams of kanji, katakana,
     * Latin letters and digits are counted.
     */
    public static double share(String heading, String text) {
        String normalized = JapaneseText.comparisonKey(text);
        Set<String> bigrams = bigrams(JapaneseText.comparisonKey(heading));
        bigrams.removeIf(bigram -> !CONTENT_BIGRAM.matcher(bigram).matches());
        long found = bigrams.stream().filter(normalized::contains).count();
        return bigrams.isEmpty() ? 0 : (double) found / bigrams.size();
    }

    private static Set<String> bigrams(String text) {
        Set<String> bigrams = new HashSet<>();
        for (int at = 0; at + 2 <= text.length(); at++) {
            bigrams.add(text.substring(at, at + 2));
        }
        return bigrams;
    }
}
