package jirei.intake.layout;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jirei.cases.Figure;
import jirei.cases.RegionFigure;
import jirei.cases.RegionFigures;
import jirei.intake.source.JapaneseText;

/** Parses the figures of a region, such as its area and population. Stateless. */
public final class RegionFiguresParser {
    /** The label of the box (地域DATA), which text extraction may put before the figures beside it. */
    private static final String BOX_LABEL = "(?:地域|DATA|地域DATA)?";

    private static final Pattern NAME = Pattern.compile(BOX_LABEL + "[〈＜<](.+)[〉＞>]");
    /**
     * Label, basis in brackets, colon, number, unit. The unit is not checked, since it may be misprinted, as in
     * 26.20％％.
     */
    private static final Pattern FIGURE = Pattern.compile(BOX_LABEL
            + "・?(面積|人口|高齢化率|一般診療所数|診療所数|病院数)(?:[（(](.*)[）)])?[:：]" + "([0-9０-９][0-9０-９,，]*(?:[.．][0-9０-９]+)?).*");

    private RegionFiguresParser() {}

    /** Returns whether {@code line} is a figure. */
    public static boolean isFigure(SourceLine line) {
        return figure(line).isPresent();
    }

    /** Returns whether {@code line} is a figure or the name of the region. */
    public static boolean recognizes(SourceLine line) {
        return isFigure(line) || isName(line);
    }

    /** Returns whether {@code line} is the name of the region in brackets. */
    public static boolean isName(SourceLine line) {
        return NAME.matcher(line.withoutSpaces()).matches();
    }

    /** Returns the figures in {@code lines}; lines that are not recognized are ignored. */
    public static RegionFigures read(List<SourceLine> lines) {
        String name = "";
        Map<RegionFigure, Figure> figures = new EnumMap<>(RegionFigure.class);
        for (SourceLine line : lines) {
            Matcher named = NAME.matcher(line.withoutSpaces());
            if (named.matches()) {
                name = JapaneseText.trimSpaces(named.group(1));
            }
            figure(line).ifPresent(found -> figures.put(found.what, found.figure));
        }
        return new RegionFigures(name, figures);
    }

    private static Optional<Found> figure(SourceLine line) {
        Matcher matcher = FIGURE.matcher(line.withoutSpaces());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        RegionFigure what = what(matcher.group(1));
        String digits = Normalizer.normalize(matcher.group(3), Normalizer.Form.NFKC);
        var value = new BigDecimal(digits.replace(",", ""));
        if (!what.allows(value)) {
            return Optional.empty();
        }
        String basis = matcher.group(2) == null ? "" : matcher.group(2);
        return Optional.of(new Found(what, new Figure(value, basis)));
    }

    private static RegionFigure what(String label) {
        return switch (label) {
            case "面積" -> RegionFigure.AREA;
            case "人口" -> RegionFigure.POPULATION;
            case "高齢化率" -> RegionFigure.AGEING_RATE;
            case "病院数" -> RegionFigure.HOSPITALS;
            default -> RegionFigure.CLINICS;
        };
    }

    private record Found(RegionFigure what, Figure figure) {}
}
