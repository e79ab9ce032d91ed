package jirei.intake.facts;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the fiscal year (年度) that a line gives, as a Gregorian year. Stateless. */
public final class FiscalYear {
    private static final String ERA = "(?<![A-Za-z])(令和|平成|昭和|令|平|昭|R|H|S)?";
    private static final String NUMBER = "([0-9]{1,4}|元|[一二三四五六七八九十〇]{1,4})";
    private static final String IN_BRACKETS = "\\s{0,3}(?:\\([^()]{1,12}\\))?\\s{0,3}";
    /** A fiscal year; of a period the first. */
    private static final Pattern FISCAL_YEAR = Pattern.compile(ERA + "\\s{0,3}" + NUMBER + IN_BRACKETS + "(?:年?度"
            + "|年?\\s{0,3}(?:[~〜～―ー–−-]|から)\\s{0,3}(?:令和|平成|R|H)?\\s{0,3}[0-9元]{1,4}\\s{0,3}年度)|FY\\s?()(20[0-9]{2})");

    private static final Pattern DATE = Pattern.compile(ERA + "\\s{0,3}" + NUMBER + "(?:" + IN_BRACKETS
            + "年\\s{0,3}([0-9]{1,2}|[一二三四五六七八九十]{1,2})\\s{0,3}月|[./-]([0-9]{1,2})(?![0-9]))");
    private static final Pattern YEAR = Pattern.compile(ERA + "\\s{0,3}" + NUMBER + IN_BRACKETS + "年(?![度代間])");
    /** A line with a year and no more than words of publication. */
    private static final Pattern ONLY_YEAR = Pattern.compile(
            "[\\s(〔【]*(?:西暦)?(?:令和|平成|昭和|R|H|S)?\\s{0,3}[0-9元一二三四五六七八九十〇]{1,4}(?:\\s{0,3}\\([^()]{1,12}\\))?\\s{0,3}年?[\\s)〕】]*(?:版|発行|刊行|作成|改訂|春|夏|秋|冬)?[\\s)〕】]*");

    /** The letter of an era with its year, as people write it before or behind a title. */
    private static final Pattern SHORT_YEAR =
            Pattern.compile("(?:^|[(\\[【〔])([HR])(0?[1-9]|[12][0-9]|3[01])(?=$|[)\\]】〕\\s])");

    private static final Pattern LAST_YEAR = Pattern.compile("(?:\\(|[\\s\u3000])([^()\\s\u3000]{2,12}年版?)\\)?$");

    private static final int MIN_YEAR = 1945;
    private static final int MAX_YEAR = 2100;
    private static final int FIRST_MONTH = 4;

    private FiscalYear() {}

    /**
     * Returns the year of a title, header or line of a cover: a fiscal year, a date with a month, or a year on a
     * line of its own.
     */
    public static Optional<Integer> in(String line) {
        String text = Normalizer.normalize(line, Normalizer.Form.NFKC);
        Matcher last = LAST_YEAR.matcher(text);
        boolean isOnlyYear = ONLY_YEAR.matcher(text).matches();
        return named(text)
                .or(() -> date(text))
                .or(() -> isOnlyYear ? year(text) : Optional.empty())
                .or(() -> shortYear(text))
                .or(() -> last.find() ? year(last.group(1)) : Optional.empty());
    }

    /** Returns the year in the value of a field for a year, a bare number included. */
    public static Optional<Integer> inField(String value) {
        String text = Normalizer.normalize(value, Normalizer.Form.NFKC);
        return named(text).or(() -> date(text)).or(() -> year(text)).or(() -> year(text + "年"));
    }

    /** Returns the year that {@code text} calls a fiscal year (年度). */
    public static Optional<Integer> named(String text) {
        Matcher found = FISCAL_YEAR.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC));
        while (found.find()) {
            Integer year =
                    found.group(2) == null ? gregorian("", found.group(4)) : gregorian(found.group(1), found.group(2));
            if (year != null) {
                return Optional.of(year);
            }
        }
        return Optional.empty();
    }

    private static Optional<Integer> date(String text) {
        Matcher found = DATE.matcher(text);
        while (found.find()) {
            Integer year = gregorian(found.group(1), found.group(2));
            int month = number(found.group(3) == null ? found.group(4) : found.group(3));
            if (year != null && month >= 1 && month <= 12) {
                return Optional.of(month < FIRST_MONTH ? year - 1 : year);
            }
        }
        return Optional.empty();
    }

    private static Optional<Integer> shortYear(String text) {
        Matcher found = SHORT_YEAR.matcher(text);
        return found.find() ? Optional.ofNullable(gregorian(found.group(1), found.group(2))) : Optional.empty();
    }

    private static Optional<Integer> year(String text) {
        Matcher found = YEAR.matcher(text);
        return found.find() ? Optional.ofNullable(gregorian(found.group(1), found.group(2))) : Optional.empty();
    }

    private static @Nullable Integer gregorian(@Nullable String era, String digits) {
        int offset =
                switch (era == null ? "" : era) {
                    case "令和", "令", "R" -> 2018;
                    case "平成", "平", "H" -> 1988;
                    case "昭和", "昭", "S" -> 1925;
                    default -> 0;
                };
        int year = offset + number(digits);
        return year >= MIN_YEAR && year <= MAX_YEAR ? year : null;
    }

    /** Returns the number in Arabic or kanji digits, as in 30, 三十, 二〇一九 or 元. */
    private static int number(String digits) {
        if (digits.equals("元")) {
            return 1;
        }
        int number = 0;
        int digit = 0;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            int kanji = "〇一二三四五六七八九".indexOf(c);
            if (c == '十') {
                number += 10 * Math.max(1, digit);
                digit = 0;
            } else {
                digit = 10 * digit + (kanji >= 0 ? kanji : c - '0');
            }
        }
        return number + digit;
    }
}
