package jirei.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Converts years between the Japanese era calendar and the Gregorian calendar: 平成29年度 is 2017年度. Stateless. */
public final class EraYearVariants {
    /** Maximum length of a year in UTF-16 code units. */
    public static final int MAX_LENGTH = "令和12年度".length();

    private static final Pattern ERA_YEAR = Pattern.compile("(明治|大正|昭和|平成|令和|[mtshr])(\\d{1,2}|元)(年度?)?");
    private static final Pattern GREGORIAN_YEAR = Pattern.compile("((?:18|19|20)\\d{2})(年度?)");

    private enum Era {
        MEIJI("明治", "m", 1868, 1912),
        TAISHO("大正", "t", 1912, 1926),
        SHOWA("昭和", "s", 1926, 1989),
        HEISEI("平成", "h", 1989, 2019),
        REIWA("令和", "r", 2019, 2100);

        private final String name;
        private final String letter;
        private final int firstYear;
        private final int lastYear;

        Era(String name, String letter, int firstYear, int lastYear) {
            this.name = name;
            this.letter = letter;
            this.firstYear = firstYear;
            this.lastYear = lastYear;
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
            for (Era era : Era.values()) {
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
            for (Era era : Era.values()) {
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
