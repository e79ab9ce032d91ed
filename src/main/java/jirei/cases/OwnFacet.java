package jirei.cases;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A facet that a corpus declares for itself, such as 予算. Immutable.
 *
 * @param name its name in files, URLs and JSON; not empty
 * @param label its display name
 * @param multiple whether a section may have several values
 * @param order how its values are ordered
 * @param hierarchical whether {@code /} in a value separates levels, as in 防災/避難所
 * @param list the allowed values in their order; empty if any value is allowed
 * @param position its position among the facets of the corpus, from 0
 */
public record OwnFacet(
        String name, String label, boolean multiple, Order order, boolean hierarchical, List<String> list, int position)
        implements Comparable<OwnFacet> {
    /** The maximum number of facets that a corpus declares. */
    public static final int MAX_FACETS = 10;
    /** Separates the levels of a value. */
    public static final String SEPARATOR = "/";

    /** The names of the parameters, fields and attributes that every corpus has, which no facet may have. */
    public static final Set<String> RESERVED = Set.of(
            // fields of a case and of a section
            "id",
            "number",
            "title",
            "collection",
            "year",
            "prefecture",
            "place",
            "region",
            "source",
            "facets",
            "sections",
            "kind",
            "heading",
            "parent",
            "actors",
            "themes",
            "pages",
            "ocrConfidence",
            "text",
            // attributes of a section
            "種別",
            "主体",
            "テーマ",
            "親",
            "ページ",
            "機械読み取り",
            // parameters of URLs
            "q",
            "municipality",
            "actor",
            "theme",
            "recognition",
            "spellings",
            "synonyms",
            "off",
            "with",
            "correction",
            "sort",
            "group",
            "page",
            "size",
            "section",
            "part",
            "within",
            "count",
            "zoom",
            "chart",
            "format",
            // names before the colon of a query
            "都道府県",
            "年度",
            "事例集",
            "文字の読み取り",
            "見出し",
            "見出",
            "本文",
            "body",
            "題名",
            "表題",
            "事例名",
            "題",
            "タイトル",
            "地域",
            "場所",
            "市町村",
            "市区町村",
            "自治体",
            "地名");

    private static final Pattern NUMBER =
            Pattern.compile("([0-9]{1,3}(?:,[0-9]{3}){1,5}|[0-9]{1,18}(?:\\.[0-9]{1,9})?)([千万億]?)");
    private static final Comparator<OwnFacet> BY_POSITION =
            Comparator.comparingInt(OwnFacet::position).thenComparing(OwnFacet::name);

    /** How values are ordered: as listed, by descending count, or by the number in them. Immutable. */
    public enum Order {
        LIST,
        COUNT,
        NUMBER
    }

    public OwnFacet {
        list = List.copyOf(list);
    }

    /** Returns the values that contain {@code value}, the topmost first: 防災 for 防災/避難所; empty at the top level. */
    public List<String> valuesAbove(String value) {
        List<String> above = new ArrayList<>();
        for (int at = value.indexOf(SEPARATOR); hierarchical && at >= 0; at = value.indexOf(SEPARATOR, at + 1)) {
            above.add(value.substring(0, at));
        }
        return above;
    }

    /** Returns the listed values, each behind those that contain it; empty if any value is allowed. */
    public List<String> allowed() {
        return list.stream()
                .flatMap(value -> withValuesAbove(value).stream())
                .distinct()
                .toList();
    }

    /** Returns the first number in {@code value}, as 1000000 in 100万円未満; empty if it has none. */
    public static Optional<BigDecimal> numberIn(String value) {
        Matcher number = NUMBER.matcher(value);
        if (!number.find()) {
            return Optional.empty();
        }
        var digits = new BigDecimal(number.group(1).replace(",", ""));
        return Optional.of(
                switch (number.group(2)) {
                    case "千" -> digits.scaleByPowerOfTen(3);
                    case "万" -> digits.scaleByPowerOfTen(4);
                    case "億" -> digits.scaleByPowerOfTen(8);
                    default -> digits;
                });
    }

    /** Returns {@code value} and the values that contain it, the topmost first. */
    public List<String> withValuesAbove(String value) {
        return Stream.concat(valuesAbove(value).stream(), Stream.of(value)).toList();
    }

    @Override
    public int compareTo(OwnFacet other) {
        return BY_POSITION.compare(this, other);
    }
}
