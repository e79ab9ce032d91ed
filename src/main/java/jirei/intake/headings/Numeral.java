package jirei.intake.headings;

import java.text.Normalizer;

/** Values of the numerals that number headings: Arabic, kanji, circled, Roman, Latin letters and kana. Stateless. */
public final class Numeral {
    private static final String KANJI = "一二三四五六七八九";
    private static final String KANA = "アイウエオカキクケコサシスセソタチツテト";
    private static final String ROMAN = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ";

    private Numeral() {}

    /** Returns the value of {@code numeral}, from 1; 0 if it is not a numeral. */
    public static int value(String numeral) {
        if (numeral.isEmpty()) {
            return 0;
        }
        int roman = ROMAN.indexOf(numeral.charAt(0));
        if (roman >= 0) {
            return roman + 1;
        }
        String plain = Normalizer.normalize(numeral, Normalizer.Form.NFKC);
        char first = plain.charAt(0);
        if (first >= '0' && first <= '9') {
            return plain.length() <= 4 && plain.chars().allMatch(c -> c >= '0' && c <= '9')
                    ? Integer.parseInt(plain)
                    : 0;
        }
        if (first == '十' || KANJI.indexOf(first) >= 0) {
            return kanji(plain);
        }
        if (plain.length() > 1) {
            return 0;
        }
        char upper = Character.toUpperCase(first);
        return upper >= 'A' && upper <= 'Z' ? upper - 'A' + 1 : KANA.indexOf(first) + 1;
    }

    private static int kanji(String text) {
        int number = 0;
        int digit = 0;
        for (int i = 0; i < text.length(); i++) {
            int value = KANJI.indexOf(text.charAt(i)) + 1;
            if (text.charAt(i) == '十') {
                number += 10 * Math.max(1, digit);
                digit = 0;
            } else if (value > 0 && digit == 0) {
                digit = value;
            } else {
                return 0;
            }
        }
        return number + digit;
    }
}
