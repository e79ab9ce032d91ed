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
 * Where and when a case took place, as far as its words tell.
 *
 * @param prefecture the one named first, or most; null where none is named
 * @param certain whether no other prefecture could be meant
 * @param place the municipality named first; empty where none is
 * @param year the fiscal year in western count; null where none is named
 */
record CaseMetadataExtractor(
        @Nullable Prefecture prefecture, boolean certain, String place, @Nullable Integer year, RegionFigures region) {
    private static final Pattern PREFECTURE = Pattern.compile(
            Stream.of(Prefecture.values()).map(Prefecture::fullName).collect(Collectors.joining("|")));

    private static final Pattern FISCAL_YEAR = Pattern.compile("(令和|平成|昭和|R|H|S)?\\s*([0-9]{1,4}|元)\\s*年度");
    private static final Pattern REGION_ROW =
            Pattern.compile("(・?[^\u3000:：0-9]{2,30})\u3000([0-9][^\u3000]*)(\u3000.*)?");

    /** The head of a case says where it is; the text may speak of others. */
    private static final int HEAD = 12;

    private static final int EARLIEST = 1945;
    private static final int LATEST = 2100;

    /**
     * Infers from what a case says.
     *
     * @param name the file name, in which place and year may stand too
     */
    static CaseMetadataExtractor of(String title, List<Block> blocks, String name) {
        String head = Stream.concat(
                        Stream.of(title, name), blocks.stream().limit(HEAD).map(Block::text))
                .collect(Collectors.joining("\n"));
        String all = blocks.stream().map(Block::text).collect(Collectors.joining("\n"));
        Map<Prefecture, Integer> named = count(head);
        boolean inHead = !named.isEmpty();
        if (!inHead) {
            named = count(all);
        }
        Prefecture prefecture = most(named);
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

    private static @Nullable Prefecture most(Map<Prefecture, Integer> counts) {
        int limit = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() == limit)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Integer year(String text) {
        Matcher found = FISCAL_YEAR.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC));
        while (found.find()) {
            Integer year = western(found.group(1), found.group(2));
            if (year != null) {
                return year;
            }
        }
        return null;
    }

    private static @Nullable Integer western(@Nullable String era, String digits) {
        int number = digits.equals("元") ? 1 : Integer.parseInt(digits);
        int before =
                switch (era == null ? "" : era) {
                    case "令和", "R" -> 2018;
                    case "平成", "H" -> 1988;
                    case "昭和", "S" -> 1925;
                    default -> 0;
                };
        int year = before + number;
        return year >= EARLIEST && year <= LATEST ? year : null;
    }

    /** Figures stand in lines of their own, as 人口: 12,345人, or in the rows of a table. */
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
