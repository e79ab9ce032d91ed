package jirei.analysis;

import java.time.chrono.JapaneseChronology;
import java.time.chrono.JapaneseEra;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Converts years between the Japanese era calendar and the Gregorian calendar: 平成29年度 is 2017年度. Stateless. */
public final class EraYearVariants {
    /** Maximum length of a year in UTF-16 code units. */
    public static final int MAX_LENGTH = "令和12年度".length();

    private static final List<String> NAMES = List.of("明治", "大正", "昭和", "平成", "令和");
    private static final List<Era> ERAS = Era.all();

    private static final Pattern ERA_YEAR =
            Pattern.compile("(" + String.join("|", NAMES) + "|[mtshr])(\\d{1,2}|元)(年度?)?");
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
        List<String> variants = new ArrayList<>();
        Matcher eraYear = ERA_YEAR.matcher(folded);
        Matcher gregorianYear = GREGORIAN_YEAR.matcher(folded);
        if (eraYear.matches()) {
            int number = eraYear.group(2).equals("元") ? 1 : Integer.parseInt(eraYear.group(2));
            String unit = eraYear.group(3) == null ? "年" : eraYear.group(3);
            for (Era era : ERAS) {
                int year = era.firstYear + number - 1;
                if (number > 0
                        && year <= era.lastYear
                        && (era.name.equals(eraYear.group(1)) || era.letter.equals(eraYear.group(1)))) {
                    variants.add(year + unit);
                    if (era.letter.equals(eraYear.group(1))) {
                        variants.add(era.name + eraYear.group(2) + unit);
                    }
                }
            }
        } else if (gregorianYear.matches()) {
            int year = Integer.parseInt(gregorianYear.group(1));
            for (Era era : ERAS) {
                if (year >= era.firstYear && year <= era.lastYear) {
                    int number = year - era.firstYear + 1;
                    variants.add(era.name + number + gregorianYear.group(2));
                    if (number == 1) {
                        variants.add(era.name + "元" + gregorianYear.group(2));
                    }
                }
            }
        }
        return variants;
    }
}
