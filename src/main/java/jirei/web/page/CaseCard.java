package jirei.web.page;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jirei.cases.Figure;
import jirei.cases.RegionFigure;
import jirei.search.CaseSummary;
import jirei.search.SimilarCase;
import jirei.web.request.SearchState;

/**
 * A case in a list. Immutable.
 *
 * @param url the URL of the case
 * @param number the case number in words, with the year in a list of all cases; may be empty
 * @param location prefecture and place; may be empty
 * @param title the title of the case
 * @param facts short facts about the case, such as the words it shares or its population
 */
public record CaseCard(String url, String number, String location, String title, List<String> facts) {
    public CaseCard {
        facts = List.copyOf(facts);
    }

    /** Returns a similar case with the words it shares; the link keeps {@code search}. */
    public static CaseCard of(SimilarCase similar, SearchState search) {
        return new CaseCard(
                search.caseUrl(similar.id()),
                Wording.number(similar.number()),
                Wording.location(similar.prefecture(), similar.place()),
                similar.title(),
                similar.words().isEmpty()
                        ? List.of(Wording.WITHOUT_SHARED_WORDS)
                        : Stream.concat(Stream.of(Wording.SHARED_WORDS), similar.words().stream())
                                .toList());
    }

    /** Returns a case with figures of its region and its number of sections; the link keeps no search. */
    static CaseCard of(CaseSummary summary) {
        return of(summary, SearchState.EMPTY);
    }

    /** Returns a case with figures of its region and its number of sections; the link keeps {@code search}. */
    public static CaseCard of(CaseSummary summary, SearchState search) {
        return new CaseCard(
                search.caseUrl(summary.id()),
                Stream.of(Wording.number(summary.number()), summary.year() == null ? "" : summary.year() + "年度")
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining("・")),
                Wording.location(summary.prefecture(), summary.place()),
                summary.title(),
                Stream.of(
                                fact(summary, RegionFigure.POPULATION),
                                fact(summary, RegionFigure.AGEING_RATE),
                                Optional.of("記述 " + Wording.grouped(summary.sections()) + "件"))
                        .flatMap(Optional::stream)
                        .toList());
    }

    private static Optional<String> fact(CaseSummary summary, RegionFigure type) {
        Optional<Figure> figure = summary.region().of(type);
        boolean fromStatistics = summary.region().fromStatistics().contains(type);
        return figure.map(known -> type.label() + " " + Wording.grouped(known.value()) + type.unit()
                + (fromStatistics ? "（" + known.basis() + "）" : ""));
    }
}
