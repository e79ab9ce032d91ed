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
 * A case in a list.
 *
 * @param url the case
 * @param number its number in words, and its year in a list of all cases; may be empty
 * @param where prefecture and place; may be empty
 * @param title its title
 * @param facts what else is said of it in a few words
 */
public record CaseCard(String url, String number, String where, String title, List<String> facts) {
    public CaseCard {
        facts = List.copyOf(facts);
    }

    /** A similar case, which keeps {@code search}, with what it shares. */
    public static CaseCard of(SimilarCase similar, SearchState search) {
        return new CaseCard(
                search.caseUrl(similar.id()),
                Wording.number(similar.number()),
                Wording.where(similar.prefecture(), similar.place()),
                similar.title(),
                Stream.concat(Stream.of("共通することば:"), similar.words().stream()).toList());
    }

    /** A case with a few figures of its region, and how much is told of it. */
    static CaseCard of(CaseSummary summary) {
        return of(summary, SearchState.NOTHING);
    }

    /** The same, which keeps {@code search}. */
    public static CaseCard of(CaseSummary summary, SearchState search) {
        return new CaseCard(
                search.caseUrl(summary.id()),
                Stream.of(Wording.number(summary.number()), summary.year() == null ? "" : summary.year() + "年度")
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining("・")),
                Wording.where(summary.prefecture(), summary.place()),
                summary.title(),
                Stream.of(
                                fact(summary, RegionFigure.POPULATION),
                                fact(summary, RegionFigure.AGEING_RATE),
                                Optional.of("記述 " + Wording.grouped(summary.sections()) + "件"))
                        .flatMap(Optional::stream)
                        .toList());
    }

    private static Optional<String> fact(CaseSummary summary, RegionFigure what) {
        Optional<Figure> figure = summary.region().of(what);
        return figure.map(known -> what.label() + " " + Wording.grouped(known.value()) + what.unit());
    }
}
