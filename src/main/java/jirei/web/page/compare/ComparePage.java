package jirei.web.page.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import jirei.search.CaseSummary;
import jirei.search.HighlightedCase;
import jirei.web.page.ExportLinks;
import jirei.web.page.Frame;
import jirei.web.page.Link;
import jirei.web.page.Wording;
import jirei.web.request.QueryString;
import jirei.web.request.SearchState;

/**
 * Cases side by side, or the choice of them.
 *
 * @param frame what stands around it
 * @param comparison the table; without cases where fewer than two are chosen
 * @param choices the cases that can be chosen
 * @param remark says where not all cases can be chosen here, or what is missing; may be empty
 * @param exports the table as a file
 * @param query what is marked
 * @param complete whether it is marked wherever it stands
 */
public record ComparePage(
        Frame frame,
        Comparison comparison,
        List<Choice> choices,
        String remark,
        List<Link> exports,
        String query,
        boolean complete) {
    /** The fewest cases that can be compared. */
    public static final int MIN_CASES = 2;
    /** The most cases that have room beside each other. */
    public static final int MAX_CASES = 4;

    private static final int MAX_CHOICES = 200;

    public ComparePage {
        choices = List.copyOf(choices);
        exports = List.copyOf(exports);
    }

    /** A case to be ticked. */
    public record Choice(String id, String name, String title, boolean checked) {}

    /**
     * The page for {@code cases}, marked by {@code search}.
     *
     * @param all the cases that there are
     * @param actors the actors in the order in which they are shown
     */
    public static ComparePage of(
            List<HighlightedCase> cases,
            List<CaseSummary> all,
            Collection<String> actors,
            SearchState search,
            Frame.AssetUrls assets) {
        boolean enough = cases.size() >= MIN_CASES;
        List<String> chosen =
                cases.stream().map(marked -> marked.caseStudy().id()).toList();
        String query = search.request().query();
        return new ComparePage(
                new Frame("事例を比べる", SearchState.of(query), assets, Frame.Form.AT_HEAD),
                Comparison.of(enough ? cases : List.of(), actors, search),
                choices(all, chosen),
                remark(cases.size(), all.size()),
                enough ? ExportLinks.ofComparison(queryString(chosen, query)) : List.of(),
                query,
                query.isBlank() || cases.stream().allMatch(HighlightedCase::complete));
    }

    /** The cases beside each other alone. */
    public static Comparison comparison(List<HighlightedCase> cases, Collection<String> actors) {
        return Comparison.of(cases, actors, SearchState.NOTHING);
    }

    private static QueryString queryString(List<String> ids, String query) {
        List<QueryString.Parameter> parameters = new ArrayList<>();
        ids.forEach(id -> parameters.add(new QueryString.Parameter("case", id)));
        if (!query.isBlank()) {
            parameters.add(new QueryString.Parameter("q", query));
        }
        return new QueryString(parameters);
    }

    /** The chosen ones first, whatever their number, then the others as they come. */
    private static List<Choice> choices(List<CaseSummary> all, List<String> chosen) {
        List<Choice> choices = new ArrayList<>();
        for (CaseSummary summary : all) {
            boolean checked = chosen.contains(summary.id());
            if (checked || choices.size() < MAX_CHOICES) {
                choices.add(new Choice(
                        summary.id(),
                        (Wording.where(summary.prefecture(), summary.place()) + " " + Wording.number(summary.number()))
                                .strip(),
                        summary.title(),
                        checked));
            }
        }
        return choices;
    }

    private static String remark(int chosen, int all) {
        String missing = chosen == 1 ? "もう1事例以上を選んでください。" : "";
        return all > MAX_CHOICES ? missing + "ここには" + MAX_CHOICES + "事例を示しています。ほかの事例は、検索結果の「この事例を比べる」から選べます。" : missing;
    }

    /** Whether there are cases beside each other. */
    public boolean isComparing() {
        return !comparison.heads().isEmpty();
    }

    /** Whether something must be said. */
    public boolean hasRemark() {
        return !remark.isEmpty();
    }

    /** The width of the table in columns. */
    public int columns() {
        return comparison.heads().size() + 1;
    }
}
