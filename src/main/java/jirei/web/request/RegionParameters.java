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
import jirei.cases.RegionFigures;
import jirei.query.RegionComparison;
import jirei.search.CaseSummary;
import jirei.search.SearchEngine;

/**
 * Parses the region that cases are compared to. If no figure is given, or those of another region, those of its newest case
 * or of the statistics are used; if any is given, none is taken from elsewhere. Thread-safe.
 */
final class RegionParameters {
    private static final int MAX_NAME_LENGTH = 50;

    private final SearchEngine engine;

    RegionParameters(SearchEngine engine) {
        this.engine = engine;
    }

    /**
     * Parses the region; empty if none is given.
     *
     * @throws ProblemException if a region is given that has no figures
     */
    Optional<RegionComparison> read(QueryString parameters) throws IOException, ProblemException {
        RegionInput input = input(parameters);
        Optional<RegionComparison> like = input.comparison();
        if (like.isEmpty() && (!input.region().name().isEmpty() || input.top() != RegionComparison.ALL)) {
            throw new ProblemException(missingFigures(input));
        }
        return like;
    }

    /**
     * Parses the region.
     *
     * @throws ProblemException if the region has no figures
     */
    RegionComparison readRequired(QueryString parameters) throws IOException, ProblemException {
        RegionInput input = input(parameters);
        return input.comparison().orElseThrow(() -> new ProblemException(missingFigures(input)));
    }

    private static Problem missingFigures(RegionInput input) {
        String name = input.region().name();
        if (!input.candidates().isEmpty()) {
            return Problem.wrongValue(
                    ParameterNames.LIKE_NAME,
                    name,
                    input.candidates().stream().map(Municipalities::fullName).toList(),
                    input.isListed()
                            ? "「" + name + "」は" + input.candidates().size() + "つあります。都道府県の名を付けて指定してください。"
                            : "「" + name + "」は市区町村の一覧にありません。候補から指定してください。");
        }
        return Problem.wrongValue(
                ParameterNames.LIKE_NAME,
                name,
                Stream.of(RegionFigure.values()).map(ParameterNames::like).toList(),
                (name.isEmpty() ? "比べる自治体" : "「" + name + "」") + "の数値がありません。人口か高齢化率などの数値も指定してください。");
    }

    /** Parses the region, which may have too few figures for a comparison. */
    RegionInput input(QueryString parameters) throws IOException, ProblemException {
        String name = SearchParameters.replaceControls(
                        SearchParameters.single(parameters, ParameterNames.LIKE_NAME, ""))
                .strip();
        if (name.length() > MAX_NAME_LENGTH) {
            throw new ProblemException(Problem.wrongValue(
                    ParameterNames.LIKE_NAME,
                    name,
                    List.of(MAX_NAME_LENGTH + "文字まで"),
                    "市区町村名は" + MAX_NAME_LENGTH + "文字までです（" + name.length() + "文字ありました）。"));
        }
        RegionInput named =
                RegionInput.named(name, engine.statistics(), RegionWeightParameters.read(parameters), top(parameters));
        RegionInput region = known(named);
        String filled = SearchParameters.single(parameters, ParameterNames.LIKE_FILLED, "");
        boolean entered = (filled.isEmpty() || filled.equals(named.region().name()))
                && Stream.of(RegionFigure.values())
                        .flatMap(type -> parameters.values(ParameterNames.like(type)).stream())
                        .anyMatch(value -> !value.isBlank());
        return region.with(
                entered ? figures(parameters, region.known()) : region.known().figures());
    }

    /** The figures of a case of the region win over the statistics. */
    private RegionInput known(RegionInput named) throws IOException {
        String name = named.region().name();
        Optional<CaseSummary> newest = name.isEmpty()
                ? Optional.empty()
                : engine.casesOfMunicipality(name).stream()
                        .filter(summary -> !summary.region().own().figures().isEmpty())
                        .findFirst();
        RegionFigures statistics =
                named.municipality().flatMap(engine.statistics()::of).orElse(RegionFigures.NONE);
        return named.knowing(newest.map(CaseSummary::region).orElse(statistics), newest);
    }

    private static int top(QueryString parameters) throws ProblemException {
        return SearchParameters.single(parameters, ParameterNames.LIKE_TOP, "").isBlank()
                ? RegionComparison.ALL
                : SearchParameters.integer(
                        parameters, ParameterNames.LIKE_TOP, "似た事例の数", 1, RegionComparison.MAX_CASES);
    }

    /** A figure that is the same as the known one has its basis. */
    private static Map<RegionFigure, Figure> figures(QueryString parameters, RegionFigures known)
            throws ProblemException {
        Map<RegionFigure, Figure> figures = new EnumMap<>(RegionFigure.class);
        for (RegionFigure type : RegionFigure.values()) {
            Optional<BigDecimal> number = FilterParameters.number(parameters, ParameterNames.like(type), type.label());
            if (number.isPresent()) {
                BigDecimal value =
                        FigureParameters.checked(type, number.get(), ParameterNames.like(type), type.label());
                figures.put(
                        type,
                        known.of(type)
                                .filter(figure -> figure.value().compareTo(value) == 0)
                                .orElseGet(() -> new Figure(value, "")));
            }
        }
        return figures;
    }
}
