package jirei.analysis;

import java.time.chrono.JapaneseChronology;
import java.time.chrono.JapaneseEra;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Returns the other notations of a year in the Japanese era calendar and the Gregorian calendar: 平成29年度, H29 and 2017年度.
 * Stateless.
 */
public final class EraYearVariants {
    /** Maximum length of a year in UTF-16 code units. */
    public static final int MAX_LENGTH = "令和二十二年度".length();

    private static final List<String> NAMES = List.of("明治", "大正", "昭和", "平成", "令和");
    private static final List<Era> ERAS = Era.all();

    private static final Pattern ERA_YEAR =
            Pattern.compile("(" + String.join("|", NAMES) + "|[mtshr])(\\d{1,2}|元|[一二三四五六七八九十]{1,3})(年度?)?");
    private static final Pattern GREGORIAN_YEAR = Pattern.compile("((?:18|19|20)\\d{2})(年度?)");

    /** An era with its kanji; the years come from the calendar of the JDK. */
    private record Era(String name, String letter, int firstYear, int lastYear) {
        private static final int LAST_YEAR = 2100;

        static List<Era> all() {
            List<JapaneseEra> eras = List.of(JapaneseEra.values());
            List<Era> all = new ArrayList<>();
            for (int i = 0; i < eras.size() && i < NAMES.size(); i++) {
                String letter = eras.get(i).toString().substring(0, 1).toLowerCase(Locale.ROOT);
                int lastYear = i + 1 < eras.size() ? firstYear(eras.get(i + 1)) : LAST_YEAR;
                all.add(new Era(NAMES.get(i), letter, firstYear(eras.get(i)), lastYear));
            }
            return List.copyOf(all);
        }

        boolean isCalled(String typed) {
            return typed.equals(name) || typed.equals(letter);
        }

        boolean hasYear(int number) {
            return number > 0 && firstYear + number - 1 <= lastYear;
        }

        private static int firstYear(JapaneseEra era) {
            return JapaneseChronology.INSTANCE.prolepticYear(era, 1);
        }
    }

    private EraYearVariants() {}

    /**
     * Returns the other notations of a year. Empty if the whole of {@code folded}, a text with width and case folded,
     * is not a year.
     */
    public static List<String> of(String folded) {
        Set<String> variants = new LinkedHashSet<>();
        Matcher eraYear = ERA_YEAR.matcher(folded);
        Matcher gregorianYear = GREGORIAN_YEAR.matcher(folded);
        if (eraYear.matches()) {
            int number = number(eraYear.group(2));
            String unit = Objects.requireNonNullElse(eraYear.group(3), "");
            for (Era era : ERAS) {
                if (era.isCalled(eraYear.group(1)) && era.hasYear(number)) {
                    variants.add(era.firstYear + number - 1 + (unit.isEmpty() ? "年" : unit));
                    addEraYears(era, number, unit, variants);
                }
            }
        } else if (gregorianYear.matches()) {
            int year = Integer.parseInt(gregorianYear.group(1));
            for (Era era : ERAS) {
                int number = year - era.firstYear + 1;
                if (era.hasYear(number)) {
                    addEraYears(era, number, gregorianYear.group(2), variants);
                }
            }
        }
        variants.removeIf(variant -> JapaneseAnalyzers.foldWidthAndCase(variant).equals(folded));
        return List.copyOf(variants);
    }

    /** Returns the number that {@code text} writes, in digits, in kanji or as 元; 0 if it writes none. */
    private static int number(String text) {
        if (text.equals("元")) {
            return 1;
        }
        return Character.isDigit(text.charAt(0))
                ? Integer.parseInt(text)
                : Numerals.value(text).orElse(0);
    }

    private static void addEraYears(Era era, int number, String unit, Set<String> variants) {
        variants.add(era.name + number + unit);
        if (number == 1) {
            variants.add(era.name + "元" + unit);
        }
        variants.add(era.letter.toUpperCase(Locale.ROOT) + number);
    }
}
