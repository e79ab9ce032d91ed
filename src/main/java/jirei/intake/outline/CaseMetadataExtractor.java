package jirei.intake.outline;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jirei.cases.Prefecture;
import jirei.cases.RegionFigures;
import jirei.intake.layout.RegionFiguresParser;
import jirei.intake.layout.SourceLine;
import jirei.intake.source.Block;
import org.jspecify.annotations.Nullable;

/**
 * Place, year and figures of a case, extracted from its text. Immutable.
 *
 * @param prefecture the prefecture named most often, in the head if there is one; null for none
 * @param certain whether no other prefecture is named
 * @param place the municipality named first; empty for none
 * @param year the fiscal year as a Gregorian year; null for none
 * @param region the figures of the region; without values if there are none
 */
record CaseMetadataExtractor(
        @Nullable Prefecture prefecture, boolean certain, String place, @Nullable Integer year, RegionFigures region) {
    private static final Pattern PREFECTURE = Pattern.compile(
            Stream.of(Prefecture.values()).map(Prefecture::fullName).collect(Collectors.joining("|")));

    private static final Pattern FISCAL_YEAR = Pattern.compile("(令和|平成|昭和|R|H|S)?\\s*([0-9]{1,4}|元)\\s*年度");
    private static final Pattern REGION_ROW =
            Pattern.compile("(・?[^\u3000:：0-9]{2,30})\u3000([0-9][^\u3000]*)(\u3000.*)?");

    /** Number of blocks in the head of a case, which takes precedence, since the text may mention other places. */
    private static final int HEAD_BLOCKS = 12;

    private static final int MIN_YEAR = 1945;
    private static final int MAX_YEAR = 2100;

    /**
     * Extracts the metadata of a case.
     *
     * @param title the title of the case
     * @param blocks the blocks of the case
     * @param name the file name, which may contain place and year as well
     */
    static CaseMetadataExtractor of(String title, List<Block> blocks, String name) {
        String head = Stream.concat(
                        Stream.of(title, name),
                        blocks.stream().limit(HEAD_BLOCKS).map(Block::text))
                .collect(Collectors.joining("\n"));
        String all = blocks.stream().map(Block::text).collect(Collectors.joining("\n"));
        Map<Prefecture, Integer> named = count(head);
        boolean inHead = !named.isEmpty();
        if (!inHead) {
            named = count(all);
        }
        Prefecture prefecture = mostFrequent(named);
        Optional<PlaceMention> place = PlaceMention.first(head + (prefecture == null ? "" : "\n" + all), prefecture);
        return new CaseMetadataExtractor(
                prefecture == null ? place.map(PlaceMention::prefecture).orElse(null) : prefecture,
                named.size() <= 1,
                place.map(PlaceMention::name).orElse(""),
                year(title + "\n" + name + "\n" + head),
                region(blocks));
    }

    private static Map<Prefecture, Integer> count(String text) {
        Map<Prefecture, Integer> counts = new EnumMap<>(Prefecture.class);
        Matcher found = PREFECTURE.matcher(text);
        while (found.find()) {
            Prefecture.named(found.group()).ifPresent(one -> counts.merge(one, 1, Integer::sum));
        }
        return counts;
    }

    private static @Nullable Prefecture mostFrequent(Map<Prefecture, Integer> counts) {
        int max = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() == max)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Integer year(String text) {
        Matcher found = FISCAL_YEAR.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC));
        while (found.find()) {
            Integer year = gregorianYear(found.group(1), found.group(2));
            if (year != null) {
                return year;
            }
        }
        return null;
    }

    private static @Nullable Integer gregorianYear(@Nullable String era, String digits) {
        int number = digits.equals("元") ? 1 : Integer.parseInt(digits);
        int offset =
                switch (era == null ? "" : era) {
                    case "令和", "R" -> 2018;
                    case "平成", "H" -> 1988;
                    case "昭和", "S" -> 1925;
                    default -> 0;
                };
        int year = offset + number;
        return year >= MIN_YEAR && year <= MAX_YEAR ? year : null;
    }

    /** Returns the figures given on lines of their own, as in 人口: 12,345人, or in table rows. */
    private static RegionFigures region(List<Block> blocks) {
        List<SourceLine> lines = new ArrayList<>();
        for (Block block : blocks) {
            String text = REGION_ROW.matcher(block.text()).replaceFirst("$1：$2");
            var line = new SourceLine(block.place(), text, false);
            if (RegionFiguresParser.isFigure(line)) {
                lines.add(line);
            }
        }
        return RegionFiguresParser.read(lines);
    }
}
