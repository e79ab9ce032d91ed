package jirei.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Years by Japanese era and by western count: 平成29年度 is 2017年度. */
public final class EraYearVariants {
    /** The most characters that a year has. */
    public static final int MAX_LENGTH = "令和12年度".length();

    private static final Pattern BY_ERA = Pattern.compile("(明治|大正|昭和|平成|令和|[mtshr])(\\d{1,2}|元)(年度?)?");
    private static final Pattern WESTERN = Pattern.compile("((?:18|19|20)\\d{2})(年度?)");

    private enum Era {
        MEIJI("明治", "m", 1868, 1912),
        TAISHO("大正", "t", 1912, 1926),
        SHOWA("昭和", "s", 1926, 1989),
        HEISEI("平成", "h", 1989, 2019),
        REIWA("令和", "r", 2019, 2100);

        private final String name;
        private final String letter;
        private final int first;
        private final int last;

        Era(String name, String letter, int first, int last) {
            this.name = name;
            this.letter = letter;
            this.first = first;
            this.last = last;
        }
    }

    private EraYearVariants() {}

    /** The other ways to write the year that {@code folded} is, as a whole; empty for anything else. */
    public static List<String> of(String folded) {
        List<String> others = new ArrayList<>();
        Matcher byEra = BY_ERA.matcher(folded);
        Matcher western = WESTERN.matcher(folded);
        if (byEra.matches()) {
            int number = byEra.group(2).equals("元") ? 1 : Integer.parseInt(byEra.group(2));
            String unit = byEra.group(3) == null ? "年" : byEra.group(3);
            for (Era era : Era.values()) {
                int year = era.first + number - 1;
                if (number > 0
                        && year <= era.last
                        && (era.name.equals(byEra.group(1)) || era.letter.equals(byEra.group(1)))) {
                    others.add(year + unit);
                    if (era.letter.equals(byEra.group(1))) {
                        others.add(era.name + byEra.group(2) + unit);
                    }
                }
            }
        } else if (western.matches()) {
            int year = Integer.parseInt(western.group(1));
            for (Era era : Era.values()) {
                if (year >= era.first && year <= era.last) {
                    int number = year - era.first + 1;
                    others.add(era.name + number + western.group(2));
                    if (number == 1) {
                        others.add(era.name + "元" + western.group(2));
                    }
                }
            }
        }
        return others;
    }
}
