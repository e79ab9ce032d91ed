package jirei.intake.facts;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private static final Pattern ADDRESSEE = Pattern.compile("[^。]{0,80}(?:殿|様|御中|各位)[\\s\u3000]*");

    /** A line that names those who wrote a document, whose places are not its own. */
    private static final Pattern AUTHOR = Pattern.compile(
            "[\\s\u3000]*(?:著|編|編著|著者|編者|監修|監修者|執筆|執筆者|文責|座長|講師|撮影|写真|研究(?:代表|分担|協力)者|(?:代表|分担|協力)研究者)[\\s\u3000:：／/].*");

    /** Copies the list. */
    public CaseFacts {
        tied = List.copyOf(tied);
    }

    /**
     * Decides the facts of a case.
     *
     * @param blocks the blocks of the case
     * @param own the lines of the case that may name place and year, in groups by decreasing strength
     * @param context the lines of its document, likewise
     * @param lead the first sentence, which may say the fiscal year; empty for none
     * @param name the file name, which may name the place or the fiscal year; empty for none
     */
    public static CaseFacts of(
            List<Block> blocks, List<List<String>> own, List<List<String>> context, String lead, String name) {
        List<Field> fields = Field.of(blocks);
        List<List<String>> groups = new ArrayList<>();
        groups.add(values(fields, FieldLabel.PLACE));
        groups.add(values(fields, FieldLabel.ADDRESS));
        groups.addAll(own);
        List<List<PlaceName>> ownPlaces = groups.stream().map(CaseFacts::places).toList();
        groups.addAll(context);
        groups.add(List.of(name));
        List<List<PlaceName>> places = groups.stream().map(CaseFacts::places).toList();
        List<List<PlaceName>> others = places.subList(ownPlaces.size(), places.size());
        Set<Prefecture> prefectures = Stream.of(
                        first(ownPlaces, true), first(ownPlaces, false), first(others, true), first(others, false))
                .filter(named -> !named.isEmpty())
                .findFirst()
                .orElse(Set.of());
        Prefecture only = prefectures.size() == 1 ? prefectures.iterator().next() : null;
        boolean isNamed = !first(ownPlaces, true).isEmpty();
        String municipality = municipality(places, only, isNamed ? ownPlaces.size() : 0);
        boolean mayBeInText = prefectures.isEmpty() && !municipality.isEmpty();
        Integer year =
                year(fields, Stream.concat(own.stream(), context.stream()).toList(), lead);
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
        return lines.stream()
                .filter(line -> !ADDRESSEE.matcher(line).matches()
                        && !AUTHOR.matcher(line).matches())
                .flatMap(line -> PlaceName.in(line).stream())
                .toList();
    }

    /** Returns the prefectures that the first group names, or that its municipalities imply. */
    private static Set<Prefecture> first(List<List<PlaceName>> groups, boolean areNamed) {
        for (List<PlaceName> places : groups) {
            Set<Prefecture> found = places.stream()
                    .filter(place -> place.isNamed() || !areNamed)
                    .flatMap(place -> Stream.ofNullable(place.prefecture()))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            if (!found.isEmpty()) {
                return found;
            }
        }
        return Set.of();
    }

    /**
     * Returns the municipality of the first group that has one; empty for none or several.
     *
     * @param prefecture the prefecture in which it must be; null for any
     * @param own number of groups of the case itself, which names the prefecture; the list of municipalities does not
     *     contradict it, since it lacks former ones
     */
    private static String municipality(List<List<PlaceName>> groups, @Nullable Prefecture prefecture, int own) {
        for (int at = 0; at < groups.size(); at++) {
            boolean isOwn = at < own;
            Set<String> named = groups.get(at).stream()
                    .filter(place -> place.prefecture() == null
                            || prefecture == null
                            || place.prefecture() == prefecture
                            || (isOwn && !place.isNamed()))
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
