package jirei.web.page.region;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jirei.cases.Figure;
import jirei.cases.Municipalities;
import jirei.cases.Municipality;
import jirei.cases.RegionFigure;
import jirei.cases.RegionFigures;
import jirei.query.RegionComparison;
import jirei.query.SortOrder;
import jirei.search.CaseSummary;
import jirei.search.RegionMatch;
import jirei.web.page.Frame;
import jirei.web.page.Link;
import jirei.web.page.Wording;
import jirei.web.request.ParameterNames;
import jirei.web.request.QueryString;
import jirei.web.request.RegionInput;
import jirei.web.request.SearchState;
import org.jspecify.annotations.Nullable;

/**
 * The page on which the reader enters a municipality, with the cases of similar regions. Immutable.
 *
 * @param frame the frame of the page
 * @param form the form
 * @param matches the similar cases; null unless the form has a figure to compare
 */
public record RegionPage(Frame frame, Form form, @Nullable Matches matches) {
    private static final int DEFAULT_TOP = 10;
    private static final List<Choice> ALL = Municipality.all().stream()
            .map(municipality ->
                    new Choice(Municipalities.fullName(municipality), Municipalities.hiragana(municipality)))
            .toList();

    /**
     * The form. Immutable.
     *
     * @param name the municipality; empty if none is chosen
     * @param notes messages about the choice
     * @param candidates links to the municipalities that share the name
     * @param municipalities all municipalities
     * @param figures the figures to compare
     * @param hiddenParameters the parameters of the search that the form keeps
     */
    public record Form(
            String name,
            List<String> notes,
            List<Link> candidates,
            List<Choice> municipalities,
            List<FigureInput> figures,
            List<QueryString.Parameter> hiddenParameters) {
        public Form {
            notes = List.copyOf(notes);
            candidates = List.copyOf(candidates);
            municipalities = List.copyOf(municipalities);
            figures = List.copyOf(figures);
            hiddenParameters = List.copyOf(hiddenParameters);
        }

        static Form of(SearchState search, RegionInput input) {
            return new Form(
                    input.region().name(),
                    RegionPage.notes(input),
                    input.candidates().stream()
                            .map(candidate -> candidate(search, candidate))
                            .toList(),
                    ALL,
                    Stream.of(RegionFigure.values())
                            .map(type -> figure(input, type))
                            .toList(),
                    RegionPage.hiddenParameters(search));
        }

        /** Whether several municipalities share the name. */
        public boolean hasCandidates() {
            return !candidates.isEmpty();
        }
    }

    /**
     * The cases of similar regions. Immutable.
     *
     * @param heading the heading
     * @param cases the cases, most similar first
     * @param searchLinks links that search in these cases; empty if there are none
     * @param apiUrl the URL of the same comparison in the API
     */
    public record Matches(String heading, List<RegionMatchView> cases, List<Link> searchLinks, String apiUrl) {
        public Matches {
            cases = List.copyOf(cases);
            searchLinks = List.copyOf(searchLinks);
        }

        static Matches of(SearchState search, RegionComparison comparison, List<RegionMatch> matches) {
            RegionFigures region = comparison.region();
            int top = comparison.top() == RegionComparison.ALL ? DEFAULT_TOP : comparison.top();
            SearchState filtered = within(search, region, top).sortedBy(SortOrder.REGION_SIMILARITY);
            return new Matches(
                    (region.name().isEmpty() ? "入力した数" : region.name()) + "に似た自治体の事例",
                    matches.stream()
                            .map(match -> RegionMatchView.of(match, filtered))
                            .toList(),
                    matches.isEmpty() ? List.of() : links(filtered, region, top),
                    "/api/like"
                            + new QueryString(
                                    ParameterNames.like(search.request().filters())));
        }

        /** Whether no case is comparable. */
        public boolean isEmpty() {
            return cases.isEmpty();
        }
    }

    /** A municipality in the list, with its reading in hiragana. Immutable. */
    public record Choice(String name, String reading) {}

    /**
     * The input of a figure. Immutable.
     *
     * @param inputName the parameter name
     * @param label the name of the figure
     * @param unit the unit, never empty
     * @param value the value of the input; empty if unknown
     * @param basis the source of the value if it comes from a case; empty otherwise
     */
    public record FigureInput(String inputName, String label, String unit, String value, String basis) {
        /** The id of the input element. */
        public String id() {
            return "_" + inputName.replace('.', '-');
        }
    }

    /** Returns the page for {@code input} and the cases {@code matches}, most similar first. */
    public static RegionPage of(
            SearchState search, RegionInput input, List<RegionMatch> matches, Frame.AssetUrls assets) {
        return new RegionPage(
                new Frame("うちに似た自治体", search, assets, Frame.Form.AT_HEAD),
                Form.of(search, input),
                input.comparison()
                        .map(comparison -> Matches.of(search, comparison, matches))
                        .orElse(null));
    }

    /** Returns {@code search} in the {@code top} cases with the most similar regions. */
    private static SearchState within(SearchState search, RegionFigures region, int top) {
        return search.filteredBy(search.request().filters().withComparison(new RegionComparison(region, top)));
    }

    private static List<Link> links(SearchState filtered, RegionFigures region, int top) {
        String query = filtered.request().query().text();
        String action = query.isEmpty() ? "記述を読む" : "「" + query + "」をさがす";
        return List.of(
                new Link("上位" + top + "事例の中で" + action, filtered.url()),
                new Link(
                        "すべての事例を、似た自治体の順に並べて" + action,
                        within(filtered, region, RegionComparison.ALL).url()));
    }

    private static List<String> notes(RegionInput input) {
        String name = input.region().name();
        if (name.isEmpty()) {
            return List.of();
        }
        if (!input.candidates().isEmpty()) {
            return List.of("「" + name + "」という名の市区町村は" + input.candidates().size() + "つあります。どれか選んでください。");
        }
        if (!input.ownCases().isEmpty()) {
            CaseSummary first = input.ownCases().getFirst();
            return List.of(name + "の事例（" + (Wording.number(first.number()) + " " + first.title()).strip()
                    + "）にある数を入れました。古い数は直せます。");
        }
        return input.isListed()
                ? List.of(name + "の数はこの事例集にありません。手もとの数を入れてください。")
                : List.of("「" + name + "」は市区町村の一覧にありません。数を入れれば、このまま比べられます。");
    }

    private static Link candidate(SearchState search, Municipality candidate) {
        String name = Municipalities.fullName(candidate);
        return new Link(
                name + "（" + Municipalities.hiragana(candidate) + "）",
                "/like"
                        + new QueryString(Stream.concat(
                                        Stream.of(new QueryString.Parameter(ParameterNames.LIKE_NAME, name)),
                                        hiddenParameters(search).stream())
                                .toList()));
    }

    private static FigureInput figure(RegionInput input, RegionFigure type) {
        Optional<BigDecimal> value = input.region().of(type).map(Figure::value);
        Optional<Figure> ofCase = input.figureOfNewestCase(type)
                .filter(figure -> value.filter(given -> given.compareTo(figure.value()) == 0)
                        .isPresent());
        return new FigureInput(
                ParameterNames.like(type),
                type.label(),
                type.unit().isEmpty() ? "か所" : type.unit(),
                value.map(Wording::grouped).orElse(""),
                ofCase.map(figure -> figure.basis().isEmpty() ? "事例にある数" : figure.basis())
                        .orElse(""));
    }

    /** Returns the parameters of {@code search} without region and page. */
    private static List<QueryString.Parameter> hiddenParameters(SearchState search) {
        return search.filteredBy(search.request().filters().withComparison(null))
                .queryString()
                .parameters();
    }
}
