package jirei.query;

import java.time.chrono.JapaneseChronology;
import java.time.chrono.JapaneseEra;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses fiscal years as people type them: 2017, 平成29年度, H29, 令和元年, 二〇一七年. Stateless. */
final class FiscalYears {
    private static final List<String> ERAS = List.of("明治m", "大正t", "昭和s", "平成h", "令和r");
    private static final Pattern YEAR =
            Pattern.compile("(?<era>明治|大正|昭和|平成|令和|[mtshr]\\.?)?(?<number>[0-9]{1,4}|元|[〇零一二三四五六七八九十]{1,4})(?:年度?)?");
    private static final String DIGITS = "〇一二三四五六七八九";
    private static final int MIN_YEAR = 1868;
    private static final int MAX_YEAR = 2100;

    private FiscalYears() {}

    /**
     * Parses {@code folded}, a text in half width, lower case and without spaces. Returns the western year in which the
     * fiscal year starts; empty if the text is no year.
     */
    static OptionalInt parse(String folded) {
        Matcher year = YEAR.matcher(folded);
        if (!year.matches()) {
            return OptionalInt.empty();
        }
        int number = number(year.group("number"));
        int western = year.group("era") == null ? number : firstYear(year.group("era")) + number - 1;
        return number > 0 && western >= MIN_YEAR && western <= MAX_YEAR ? OptionalInt.of(western) : OptionalInt.empty();
    }

    private static int firstYear(String era) {
        for (int i = 0; i < ERAS.size(); i++) {
            if (ERAS.get(i).startsWith(era) || ERAS.get(i).endsWith(era.substring(0, 1))) {
                return JapaneseChronology.INSTANCE.prolepticYear(JapaneseEra.values()[i], 1);
            }
        }
        throw new IllegalArgumentException("unknown era \"" + era + "\"");
    }

    private static int number(String typed) {
        if (typed.equals("元")) {
            return 1;
        }
        int tens = 0;
        int number = 0;
        for (int i = 0; i < typed.length(); i++) {
            char c = typed.charAt(i);
            if (c == '十') {
                tens += number == 0 ? 10 : number * 10;
                number = 0;
            } else {
                int digit = c == '零' ? 0 : DIGITS.indexOf(c);
                number = number * 10 + (digit < 0 ? c - '0' : digit);
            }
        }
        return tens + number;
    }
}
