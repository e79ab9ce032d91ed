package jirei.intake.table;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jirei.cases.Municipality;
import jirei.cases.Prefecture;
import jirei.cases.RegionFigure;
import jirei.intake.source.JapaneseText;
import org.jspecify.annotations.Nullable;

/** The values of cells: places, years and numbers. Stateless. */
final class CellValue {
    /**
     * A place in a cell.
     *
     * @param prefecture its prefecture; null if none is named
     * @param place the rest of the cell, as in 緑町; empty if only a prefecture is named
     */
    record PlaceName(@Nullable Prefecture prefecture, String place) {}

    private static final int MIN_YEAR = 1945;
    private static final int MAX_YEAR = 2100;
    private static final int FIRST_MONTH = 4;
    private static final int MAX_PLACE_LENGTH = 16;

    private static final Pattern PREFECTURE = Pattern.compile(
            "^(" + Stream.of(Prefecture.values()).map(Prefecture::fullName).collect(Collectors.joining("|"))
                    + ")[\\s\u3000・:/／-]*(.*)$",
            Pattern.DOTALL);
    private static final Pattern MUNICIPALITY = Pattern.compile("[^\\s。、,0-9]{1,12}[市区町村](?:ほか|外|他|等|など)?");
    private static final Pattern YEAR = Pattern.compile(
            "(令和|平成|昭和|[RHS])?\\s*\\.?\\s*([0-9]{1,4}|元)\\s*(?:年度|年|[./-])?(?:\\s*([0-9]{1,2})\\s*(?:月|[./-]).*|.*)",
            Pattern.DOTALL);
    private static final Pattern WHOLE_YEAR = Pattern.compile(
            "(?:令和|平成|昭和|[RHS])?\\s*\\.?\\s*(?:[0-9]{1,4}|元)\\s*(?:年度|年)?(?:から|[~〜-])?(?:\\((?:令和|平成|[RHS])?[0-9元]{1,4}年?度?\\))?");
    private static final Pattern NUMBER = Pattern.compile(
            "(?:約|およそ|およそ約)?([0-9][0-9,]*(?:\\.[0-9]+)?)(万|千)?\\s*(?:人|名|%|km2|km²|平方キロ(?:メートル)?|か所|カ所|ヶ所|ヵ所|箇所|施設|院|ha)?(?:\\(.*\\))?");
    private static final Pattern ERA = Pattern.compile("令和|平成|昭和|[RHS](?=\\s*\\.?[0-9元])");
    private static final Pattern NOTHING = Pattern.compile("[-‐－―—ー–*…／/]*");

    private CellValue() {}

    /** Returns whether a cell has no content, such as a dash. */
    static boolean isNothing(String cell) {
        return NOTHING.matcher(cell).matches();
    }

    /** Returns the prefecture that is the whole of {@code cell}, in full or without its suffix; empty if it is none. */
    static Optional<Prefecture> prefecture(String cell) {
        String name = withoutSpaces(cell);
        return Prefecture.named(name).or(() -> Arrays.stream(Prefecture.values())
                .filter(one -> one.shortName().equals(name))
                .findFirst());
    }

    /** Returns the place in {@code cell}, divided into prefecture and municipality. */
    static PlaceName place(String cell) {
        String line = cell.lines().map(JapaneseText::strip).collect(Collectors.joining(" "));
        Matcher named = PREFECTURE.matcher(line);
        if (named.matches()) {
            return new PlaceName(Prefecture.named(named.group(1)).orElse(null), JapaneseText.strip(named.group(2)));
        }
        Optional<Prefecture> whole = prefecture(line);
        return whole.isPresent() ? new PlaceName(whole.get(), "") : new PlaceName(null, JapaneseText.strip(line));
    }

    /** Returns the prefecture of the only municipality called {@code place}; null if there are several or none. */
    static @Nullable Prefecture prefectureOf(String place) {
        List<Municipality> named = Municipality.named(place);
        return named.size() == 1 ? named.getFirst().prefecture() : null;
    }

    /** Returns whether {@code cell} is the name of a prefecture or municipality. */
    static boolean isPlace(String cell) {
        PlaceName found = place(cell);
        boolean isWhole = found.prefecture() != null && found.place().isEmpty();
        return isWhole
                || (found.place().length() <= MAX_PLACE_LENGTH
                        && MUNICIPALITY.matcher(found.place()).matches());
    }

    /** Returns the fiscal year in which {@code cell} begins, as a Gregorian year; empty if it does not start with one. */
    static OptionalInt year(String cell) {
        String text = Normalizer.normalize(cell, Normalizer.Form.NFKC).strip();
        Matcher found = YEAR.matcher(text.toUpperCase(Locale.ROOT));
        if (!found.matches()) {
            return OptionalInt.empty();
        }
        int number = found.group(2).equals("元") ? 1 : Integer.parseInt(found.group(2));
        int year = offset(found.group(1)) + number;
        boolean isDate = found.group(3) != null && !text.contains("年度");
        if (isDate && Integer.parseInt(found.group(3)) < FIRST_MONTH) {
            year--;
        }
        return year >= MIN_YEAR && year <= MAX_YEAR ? OptionalInt.of(year) : OptionalInt.empty();
    }

    private static int offset(@Nullable String era) {
        return switch (era == null ? "" : era) {
            case "令和", "R" -> 2018;
            case "平成", "H" -> 1988;
            case "昭和", "S" -> 1925;
            default -> 0;
        };
    }

    /** Returns whether {@code cell} is a single year and nothing else. */
    static boolean isYearOnly(String cell) {
        String text = Normalizer.normalize(cell, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT);
        return year(cell).isPresent() && WHOLE_YEAR.matcher(text).matches();
    }

    /** Returns the fiscal year in a title, as in 取組一覧（令和3年度）; empty if none is named. */
    static OptionalInt yearInTitle(String title) {
        String text = Normalizer.normalize(title, Normalizer.Form.NFKC);
        Matcher found = Pattern.compile("(?:令和|平成|昭和|[RHS])?\\s*(?:[0-9]{1,4}|元)\\s*年度|[RHS][0-9]{1,2}(?![0-9])")
                .matcher(text);
        while (found.find()) {
            OptionalInt year = year(found.group());
            if (year.isPresent() && (ERA.matcher(found.group()).find() || year.getAsInt() > MIN_YEAR)) {
                return year;
            }
        }
        return OptionalInt.empty();
    }

    /**
     * Returns the value of a statistic.
     *
     * @param columnName the name of the column, which may have the unit, as in 人口（千人）
     */
    static Optional<BigDecimal> figure(RegionFigure figure, String columnName, String cell) {
        String text = withoutSpaces(Normalizer.normalize(cell, Normalizer.Form.NFKC));
        Matcher number = NUMBER.matcher(text);
        if (!number.matches() || number.group(1).length() > MAX_PLACE_LENGTH) {
            return Optional.empty();
        }
        var value = new BigDecimal(number.group(1).replace(",", ""));
        String scale = String.valueOf(number.group(2));
        if (scale.equals("万") || columnName.contains("万人")) {
            value = value.movePointRight(4);
        } else if (scale.equals("千") || columnName.contains("千人")) {
            value = value.movePointRight(3);
        }
        boolean isShare =
                figure == RegionFigure.AGEING_RATE && value.compareTo(BigDecimal.ONE) <= 0 && !text.contains("%");
        value = isShare ? value.movePointRight(2) : value;
        BigDecimal plain = value.scale() < 0 ? value.setScale(0) : value;
        return figure.allows(plain) ? Optional.of(plain) : Optional.empty();
    }

    private static String withoutSpaces(String text) {
        return text.replaceAll("[\\s\u3000]+", "");
    }
}
