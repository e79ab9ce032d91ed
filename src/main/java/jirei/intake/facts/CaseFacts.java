package jirei.intake.facts;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jirei.cases.Prefecture;
import jirei.cases.RegionFigures;
import jirei.intake.source.Block;
import org.jspecify.annotations.Nullable;

/**
 * Place, year and figures of a case, each from the strongest place that gives it. Immutable.
 *
 * @param prefecture the prefecture; null if no strong place names one or if the strongest names several
 * @param municipality the municipality; empty if no strong place names one or if the strongest names several
 * @param year the fiscal year as a Gregorian year; null for none
 * @param region the figures of the region; without values if there are none
 * @param tied the prefectures of which none could be chosen; empty for none
 */
public record CaseFacts(
        @Nullable Prefecture prefecture,
        String municipality,
        @Nullable Integer year,
        RegionFigures region,
        List<Prefecture> tied) {

    private static final int MAX_PREFECTURE_LENGTH = 4;

    /** Copies the list. */
    public CaseFacts {
        tied = List.copyOf(tied);
    }

    /**
     * Decides the facts of a case.
     *
     * @param blocks the blocks of the case
     * @param lines the lines that may name place and year, in groups by decreasing strength
     * @param lead the first sentence, which may say the fiscal year; empty for none
     * @param name the file name, which may name the place or the fiscal year; empty for none
     */
    public static CaseFacts of(List<Block> blocks, List<List<String>> lines, String lead, String name) {
        List<Field> fields = Field.of(blocks);
        List<List<String>> groups = new ArrayList<>();
        groups.add(values(fields, FieldLabel.PLACE));
        groups.add(values(fields, FieldLabel.ADDRESS));
        groups.addAll(lines);
        groups.add(List.of(name));
        List<List<PlaceName>> places = groups.stream().map(CaseFacts::places).toList();
        Set<Prefecture> prefectures = places.stream()
                .map(CaseFacts::prefectures)
                .filter(named -> !named.isEmpty())
                .findFirst()
                .orElse(Set.of());
        Prefecture only = prefectures.size() == 1 ? prefectures.iterator().next() : null;
        String municipality = municipality(places, only);
        boolean mayBeInText = prefectures.isEmpty() && !municipality.isEmpty();
        Integer year = year(fields, lines, lead);
        return new CaseFacts(
                mayBeInText ? inText(blocks, municipality) : only,
                municipality,
                year == null ? FiscalYear.named(name).orElse(null) : year,
                FigureScanner.figures(blocks),
                prefectures.size() > 1 ? List.copyOf(prefectures) : List.of());
    }

    private static List<String> values(List<Field> fields, FieldLabel kind) {
        return fields.stream()
                .filter(field -> field.kind() == kind)
                .map(Field::value)
                .toList();
    }

    private static List<PlaceName> places(List<String> lines) {
        return lines.stream().flatMap(line -> PlaceName.in(line).stream()).toList();
    }

    /** Returns the prefectures that are named, or else those of municipalities that only one prefecture has. */
    private static Set<Prefecture> prefectures(List<PlaceName> places) {
        Set<Prefecture> named = new LinkedHashSet<>();
        places.stream().filter(PlaceName::isNamed).map(PlaceName::prefecture).forEach(named::add);
        if (named.isEmpty()) {
            places.stream()
                    .map(PlaceName::prefecture)
                    .filter(prefecture -> prefecture != null)
                    .forEach(named::add);
        }
        return named;
    }

    private static String municipality(List<List<PlaceName>> groups, @Nullable Prefecture prefecture) {
        for (List<PlaceName> places : groups) {
            Set<String> named = places.stream()
                    .filter(place ->
                            place.prefecture() == null || prefecture == null || place.prefecture() == prefecture)
                    .map(PlaceName::municipality)
                    .filter(name -> !name.isEmpty())
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            if (!named.isEmpty()) {
                return named.size() == 1 ? named.iterator().next() : "";
            }
        }
        return "";
    }

    /** Returns the prefecture before the name of {@code municipality} in the text; null for none or several. */
    private static @Nullable Prefecture inText(List<Block> blocks, String municipality) {
        Set<Prefecture> named = new LinkedHashSet<>();
        for (Block block : blocks) {
            for (int at = block.text().indexOf(municipality, 1);
                    at > 0;
                    at = block.text().indexOf(municipality, at + 1)) {
                String before = block.text().substring(Math.max(0, at - MAX_PREFECTURE_LENGTH), at);
                for (Prefecture prefecture : Prefecture.values()) {
                    if (before.endsWith(prefecture.fullName())) {
                        named.add(prefecture);
                    }
                }
            }
        }
        return named.size() == 1 ? named.iterator().next() : null;
    }

    private static @Nullable Integer year(List<Field> fields, List<List<String>> lines, String lead) {
        for (String value : values(fields, FieldLabel.YEAR)) {
            Optional<Integer> year = FiscalYear.inField(value);
            if (year.isPresent()) {
                return year.get();
            }
        }
        for (List<String> group : lines) {
            Optional<Integer> year = first(group);
            if (year.isPresent()) {
                return year.get();
            }
        }
        return FiscalYear.named(lead).orElse(null);
    }

    /** Returns the year of a group of lines: the first fiscal year or else the first date. */
    private static Optional<Integer> first(List<String> lines) {
        return lines.stream()
                .flatMap(line -> FiscalYear.named(line).stream())
                .findFirst()
                .or(() -> lines.stream()
                        .flatMap(line -> FiscalYear.in(line).stream())
                        .findFirst());
    }
}
