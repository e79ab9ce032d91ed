package jirei.web.page.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import jirei.query.RegionComparison;
import jirei.search.CaseSummary;
import jirei.search.HighlightedCase;
import jirei.web.page.ExportLinks;
import jirei.web.page.Frame;
import jirei.web.page.Link;
import jirei.web.page.Wording;
import jirei.web.request.QueryString;
import jirei.web.request.SearchState;
import org.jspecify.annotations.Nullable;

/**
 * Cases side by side, or the form that selects them. Immutable.
 *
 * @param frame the frame of the page
 * @param comparison the table; without cases if fewer than two are selected
 * @param choices the cases that can be selected
 * @param remark a message about missing or hidden choices; may be empty
 * @param town the form parameters of the reader's own municipality; empty for none
 * @param problem that more cases were selected than fit; empty if they fit
 * @param exports links to the table as a file
 * @param query the query whose matches are highlighted; may be empty
 * @param complete whether all matches are highlighted
 */
public record ComparePage(
        Frame frame,
        Comparison comparison,
        List<Choice> choices,
        String remark,
        List<QueryString.Parameter> town,
        String problem,
        List<Link> exports,
        String query,
        boolean complete) {
    /** The minimum number of cases. */
    public static final int MIN_CASES = 2;
    /** The maximum number of cases; more do not fit side by side. */
    public static final int MAX_CASES = 4;

    private static final int MAX_CHOICES = 200;

    public ComparePage {
        choices = List.copyOf(choices);
        town = List.copyOf(town);
        exports = List.copyOf(exports);
    }

    /** A case that can be selected. Immutable. */
    public record Choice(String id, String name, String title, boolean checked) {}

    /**
     * Returns the page for {@code cases}, highlighted for the query of {@code search}.
     *
     * @param cases the selected cases
     * @param left how many further cases were selected
     * @param all all cases
     * @param actors the actors in the order of the rows
     * @param town the reader's own municipality, which is shown beside them; null for none
     */
    public static ComparePage of(
            List<HighlightedCase> cases,
            int left,
            List<CaseSummary> all,
            Collection<String> actors,
            @Nullable RegionComparison town,
            SearchState search,
            Frame.AssetUrls assets) {
        boolean enough = cases.size() >= minCases(town);
        Comparison table = Comparison.of(enough ? cases : List.of(), actors, search);
        List<String> selected =
                cases.stream().map(highlighted -> highlighted.caseStudy().id()).toList();
        String query = search.request().query().text();
        return new ComparePage(
                new Frame("事例を比べる", search, assets, Frame.Form.AT_HEAD),
                enough && town != null ? TownColumn.before(table, town) : table,
                choices(all, selected),
                remark(enough ? 0 : cases.size(), all.size()),
                town == null ? List.of() : TownColumn.parameters(town),
                left == 0
                        ? ""
                        : "比べられるのは" + MAX_CASES + "事例までです。選んだ" + (cases.size() + left) + "事例のうち、はじめの" + cases.size()
                                + "事例を並べています。",
                enough
                        ? ExportLinks.ofComparison(
                                queryString(selected, town == null ? List.of() : TownColumn.parameters(town), query))
                        : List.of(),
                query,
                query.isBlank() || cases.stream().allMatch(HighlightedCase::complete));
    }

    /** The minimum number of cases; one is enough beside {@code town}. */
    public static int minCases(@Nullable RegionComparison town) {
        return town == null ? MIN_CASES : 1;
    }

    private static QueryString queryString(List<String> ids, List<QueryString.Parameter> town, String query) {
        List<QueryString.Parameter> parameters = new ArrayList<>();
        ids.forEach(id -> parameters.add(new QueryString.Parameter("case", id)));
        parameters.addAll(town);
        if (!query.isBlank()) {
            parameters.add(new QueryString.Parameter("q", query));
        }
        return new QueryString(parameters);
    }

    /** Returns the first choices in the order of {@code all}, and every selected case at any position. */
    private static List<Choice> choices(List<CaseSummary> all, List<String> selected) {
        List<Choice> choices = new ArrayList<>();
        for (CaseSummary summary : all) {
            boolean checked = selected.contains(summary.id());
            if (checked || choices.size() < MAX_CHOICES) {
                choices.add(new Choice(
                        summary.id(),
                        Wording.caseName(summary.prefecture(), summary.place(), summary.number()),
                        summary.title(),
                        checked));
            }
        }
        return choices;
    }

    private static String remark(int selected, int all) {
        String missing = selected == 1 ? "もう1事例以上を選んでください。" : "";
        return all > MAX_CHOICES ? missing + "ここには" + MAX_CHOICES + "事例を示しています。ほかの事例は、検索結果の「この事例を比べる」から選べます。" : missing;
    }

    /** The URL of this comparison. */
    public String url() {
        List<String> ids = comparison.heads().stream()
                .map(Comparison.Head::id)
                .filter(id -> !id.equals(TownColumn.ID))
                .toList();
        return "/compare" + queryString(ids, town, query);
    }

    /** Whether a table is shown. */
    public boolean isComparing() {
        return !comparison.heads().isEmpty();
    }

    /** Whether more cases were selected than fit. */
    public boolean hasProblem() {
        return !problem.isEmpty();
    }

    /** The maximum number of cases. */
    public int maxCases() {
        return MAX_CASES;
    }

    /** Whether there is any case to compare. */
    public boolean hasCases() {
        return !choices.isEmpty();
    }

    /** Whether there is a message. */
    public boolean hasRemark() {
        return !remark.isEmpty();
    }

    /** The number of table columns. */
    public int columns() {
        return comparison.heads().size() + 1;
    }
}
