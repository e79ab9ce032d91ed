package jirei.analysis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Returns the readings that a word typed in kana or romaji may mean. Long vowels are spelled in several ways (こうりやま,
 * こおりやま, おーさか), romaji omits them (kobe) or marks them (Tōkyō, Tohkyoh), and n may end a syllable (honya). All readings
 * have the form of {@link Kana#phoneticKey(CharSequence)}. Stateless.
 */
public final class ReadingVariants {
    private static final int MIN_LENGTH = 2;
    /** Each reading is a phrase query in each searched text. */
    private static final int MAX_READINGS = 64;
    /** Short capitals are an acronym rather than a reading: AI, LINE. */
    private static final Pattern ACRONYM = Pattern.compile("[A-Z]{1,4}");

    private static final Pattern PASSPORT_LONG_VOWEL = Pattern.compile("oh(?![aiueoy])");
    private static final String O_ROW = "オコソトノホモヨロゴゾドボポ";
    private static final String A_ROW = "アカサタナハマヤラワガザダバパ";
    private static final String I_ROW = "イキシチニヒミリギジビピ";
    private static final String E_ROW = "エケセテネヘメレゲゼデベペ";
    private static final String U_ROW = "ウクスツヌフムユルグズブプ";

    private ReadingVariants() {}

    /** Returns the readings of {@code typed}, at most 64; empty if it is neither kana nor romaji. */
    public static List<String> of(String typed) {
        String folded = JapaneseAnalyzers.foldVariants(typed.strip());
        Set<String> readings = new LinkedHashSet<>();
        if (Kana.isKana(folded)) {
            addLongVowels(Kana.phoneticKey(folded), readings);
        } else if (!ACRONYM.matcher(JapaneseAnalyzers.foldLookAlikes(typed).strip())
                .matches()) {
            for (String reading : romaji(folded.toLowerCase(Locale.ROOT))) {
                addLongVowels(reading, readings);
            }
        }
        return readings.stream()
                .filter(reading -> reading.length() >= MIN_LENGTH)
                .limit(MAX_READINGS)
                .toList();
    }

    private static void addLongVowels(String reading, Set<String> readings) {
        readings.add(reading);
        for (char vowel : new char[] {'ウ', 'オ', 'ー'}) {
            readings.add(replaceLongVowels(reading, vowel));
        }
    }

    /** Returns {@code reading} with every long vowel spelled by {@code vowel} or, in the other rows, by its own vowel. */
    private static String replaceLongVowels(String reading, char vowel) {
        var replaced = new StringBuilder(reading);
        for (int i = 1; i < replaced.length(); i++) {
            char before = reading.charAt(i - 1);
            char c = reading.charAt(i);
            if (O_ROW.indexOf(before) >= 0 && "ウオー".indexOf(c) >= 0) {
                replaced.setCharAt(i, vowel);
            } else if (E_ROW.indexOf(before) >= 0 && "イエー".indexOf(c) >= 0) {
                replaced.setCharAt(i, vowel == 'ー' ? 'ー' : 'イ');
            } else if (U_ROW.indexOf(before) >= 0 && "ウー".indexOf(c) >= 0) {
                replaced.setCharAt(i, vowel == 'ー' ? 'ー' : 'ウ');
            } else if (c == 'ー' && vowel != 'ー') {
                replaced.setCharAt(i, A_ROW.indexOf(before) >= 0 ? 'ア' : I_ROW.indexOf(before) >= 0 ? 'イ' : c);
            }
        }
        return replaced.toString();
    }

    private static List<String> romaji(String typed) {
        List<List<String>> steps =
                KanaInputAutomaton.syllables(PASSPORT_LONG_VOWEL.matcher(typed).replaceAll("o"));
        List<String> readings = steps.isEmpty() ? List.of() : List.of("");
        for (int i = 0; i < steps.size(); i++) {
            boolean isLast = i + 1 == steps.size();
            String next = isLast ? "" : steps.get(i + 1).getFirst();
            List<String> longer = new ArrayList<>();
            for (String reading : readings) {
                for (String kana : steps.get(i)) {
                    longer.add(reading + kana);
                    if (!prolongs(next, kana) && longer.size() < MAX_READINGS) {
                        addOmittedVowel(reading, kana, longer);
                    }
                }
            }
            readings = longer.size() > MAX_READINGS ? longer.subList(0, MAX_READINGS) : longer;
        }
        return readings;
    }

    /** Returns whether {@code next} spells the long vowel of {@code kana}. */
    private static boolean prolongs(String next, String kana) {
        boolean isO = !kana.isEmpty() && O_ROW.indexOf(kana.charAt(kana.length() - 1)) >= 0;
        return next.startsWith("ウ") || next.startsWith("ー") || (isO && next.startsWith("オ"));
    }

    /** Adds the readings in which the vowel behind {@code kana} is long although it is typed as a short one. */
    private static void addOmittedVowel(String reading, String kana, List<String> longer) {
        char last = kana.isEmpty() ? ' ' : kana.charAt(kana.length() - 1);
        if (O_ROW.indexOf(last) >= 0 || U_ROW.indexOf(last) >= 0) {
            longer.add(reading + kana + "ウ");
            if (reading.isEmpty() && O_ROW.indexOf(last) >= 0) {
                longer.add(kana + "オ"); // 大阪
            }
        }
    }
}
