package jirei.web.request;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jirei.cases.Figure;
import jirei.cases.Municipalities;
import jirei.cases.RegionFigure;
import jirei.query.RegionComparison;
import jirei.search.CaseSummary;
import jirei.search.SearchEngine;

/**
 * Reads one's own municipality from a URL. Where no figure is mentioned, those of the newest case about it are taken; what is
 * mentioned, even as empty, is taken as it stands.
 */
final class RegionParameters {
    private static final int MAX_NAME_LENGTH = 50;

    private final SearchEngine engine;

    RegionParameters(SearchEngine engine) {
        this.engine = engine;
    }

    /** The region to compare to; empty where none is asked for. */
    Optional<RegionComparison> read(QueryString parameters) throws IOException, ProblemException {
        RegionInput own = given(parameters);
        Optional<RegionComparison> like = own.like();
        if (like.isEmpty() && (!own.region().name().isEmpty() || own.top() != RegionComparison.ALL)) {
            throw new ProblemException(notEnough(own));
        }
        return like;
    }

    /** What there is to compare to; refused where nothing is. */
    RegionComparison required(QueryString parameters) throws IOException, ProblemException {
        RegionInput own = given(parameters);
        return own.like().orElseThrow(() -> new ProblemException(notEnough(own)));
    }

    private static Problem notEnough(RegionInput own) {
        String name = own.region().name();
        if (!own.candidates().isEmpty()) {
            return Problem.wrongValue(
                    ParameterNames.LIKE_NAME,
                    name,
                    own.candidates().stream().map(Municipalities::fullName).toList(),
                    "「" + name + "」は" + own.candidates().size() + "つあるため、都道府県の名を付けて指定してください。");
        }
        return Problem.wrongValue(
                ParameterNames.LIKE_NAME,
                name,
                Stream.of(RegionFigure.values()).map(ParameterNames::like).toList(),
                (name.isEmpty() ? "比べる自治体" : "「" + name + "」") + "の数がわからないため、人口か高齢化率などの数も指定してください。");
    }

    /** What is given of the region, though it may not be enough to compare. */
    RegionInput given(QueryString parameters) throws IOException, ProblemException {
        String name = SearchParameters.withoutControls(SearchParameters.once(parameters, ParameterNames.LIKE_NAME, ""))
                .strip();
        if (name.length() > MAX_NAME_LENGTH) {
            throw new ProblemException(Problem.wrongValue(
                    ParameterNames.LIKE_NAME,
                    name,
                    List.of(MAX_NAME_LENGTH + "文字まで"),
                    "自治体の名は" + MAX_NAME_LENGTH + "文字までです（" + name.length() + "文字ありました）。"));
        }
        RegionInput named = RegionInput.named(name, top(parameters));
        List<CaseSummary> own =
                name.isEmpty() ? List.of() : engine.casesOf(named.region().name());
        boolean mentioned = Stream.of(RegionFigure.values())
                .anyMatch(what -> !parameters.values(ParameterNames.like(what)).isEmpty());
        Map<RegionFigure, Figure> known =
                own.isEmpty() ? Map.of() : own.getFirst().region().figures();
        return named.with(mentioned ? typed(parameters) : known, own);
    }

    private static int top(QueryString parameters) throws ProblemException {
        return SearchParameters.once(parameters, ParameterNames.LIKE_TOP, "").isBlank()
                ? RegionComparison.ALL
                : SearchParameters.number(parameters, ParameterNames.LIKE_TOP, "似た事例の数", 1, RegionComparison.MAX_CASES);
    }

    private static Map<RegionFigure, Figure> typed(QueryString parameters) throws ProblemException {
        Map<RegionFigure, Figure> figures = new EnumMap<>(RegionFigure.class);
        for (RegionFigure what : RegionFigure.values()) {
            Optional<BigDecimal> number = FilterParameters.number(parameters, ParameterNames.like(what), what.label());
            if (number.isPresent()) {
                figures.put(what, new Figure(checked(what, number.get()), ""));
            }
        }
        return figures;
    }

    private static BigDecimal checked(RegionFigure what, BigDecimal number) throws ProblemException {
        if (!what.allows(number)) {
            throw new ProblemException(Problem.wrongValue(
                    ParameterNames.like(what),
                    number.toPlainString(),
                    List.of(what == RegionFigure.AGEING_RATE ? "0〜100の数" : "0以上の数（人口、診療所、病院は整数）"),
                    what.label() + "に「" + number.toPlainString() + "」は指定できません。"));
        }
        return number;
    }
}
