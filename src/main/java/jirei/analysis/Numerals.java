package jirei.analysis;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** Converts between digits and kanji numerals below 10,000. Stateless. */
final class Numerals {
    private static final String DIGITS = "〇一二三四五六七八九";
    private static final String UNITS = "十百千";

    private Numerals() {}

    /** Returns the kanji numerals of {@code value}: 二十五 and 二五 for 25. */
    static List<String> kanji(int value) {
        Set<String> numerals = new LinkedHashSet<>();
        String digits = Integer.toString(value);
        var withUnits = new StringBuilder();
        var plain = new StringBuilder();
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            int power = digits.length() - 1 - i;
            plain.append(DIGITS.charAt(digit));
            if (digit > 1 || (digit == 1 && power == 0)) {
                withUnits.append(DIGITS.charAt(digit));
            }
            if (digit > 0 && power > 0) {
                withUnits.append(UNITS.charAt(power - 1));
            }
        }
        if (!withUnits.isEmpty()) {
            numerals.add(withUnits.toString());
        }
        numerals.add(plain.toString());
        return List.copyOf(numerals);
    }

    /** Returns the value of {@code numeral}, which consists of kanji digits and 十, 百 and 千; empty if it is not a number. */
    static OptionalInt value(String numeral) {
        if (numeral.chars().allMatch(c -> DIGITS.indexOf(c) >= 0)) {
            return numeral.length() > 4
                    ? OptionalInt.empty()
                    : OptionalInt.of(numeral.chars().reduce(0, (value, c) -> 10 * value + DIGITS.indexOf(c)));
        }
        int value = 0;
        int digit = -1;
        int lastUnit = 10_000;
        for (int i = 0; i < numeral.length(); i++) {
            char c = numeral.charAt(i);
            int unitIndex = UNITS.indexOf(c);
            if (unitIndex >= 0) {
                int unit = unitIndex == 0 ? 10 : unitIndex == 1 ? 100 : 1_000;
                if (unit >= lastUnit || digit == 0) {
                    return OptionalInt.empty();
                }
                value += (digit < 0 ? 1 : digit) * unit;
                lastUnit = unit;
                digit = -1;
            } else if (digit >= 0) {
                return OptionalInt.empty();
            } else {
                digit = DIGITS.indexOf(c);
            }
        }
        return OptionalInt.of(value + Math.max(digit, 0));
    }
}
