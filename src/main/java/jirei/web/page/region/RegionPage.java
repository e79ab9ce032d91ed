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
import jirei.web.request.RejectedInput;
import jirei.web.request.SearchParameters;
import jirei.web.request.SearchState;
import org.jspecify.annotations.Nullable;

/**
 * The page on which the reader enters a municipality, with the cases of similar regions. Immutable.
 *
 * @param frame the frame of the page
 * @param form the form
 * @param matches the similar cases; null unless the form has a figure to compare
 * @param hasCases whether there is any case to compare with
 */
public record RegionPage(Frame frame, Form form, @Nullable Matches matches, boolean hasCases) {
    private static final int DEFAULT_TOP = 10;
    private static final List<Choice> ALL = Municipality.all().stream()
            .map(municipality ->
                    new Choice(Municipalities.fullName(municipality), Municipalities.hiragana(municipality)))
            .toList();

    /**
     * The form. Immutable.
     *
     * @param name the municipality; empty if none is chosen
     * @param filled the municipality whose case the figures come from; empty if they do not
     * @param notes messages about the choice
     * @param candidates links to the municipalities that share the name, or that it may mean
     * @param municipalities all municipalities
     * @param figures the figures to compare
     * @param hiddenParameters the parameters of the search that the form keeps
     */
    public record Form(
            String name,
            String filled,
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

        static Form of(SearchState search, RegionInput input, List<RejectedInput> rejected) {
            return new Form(
                    input.region().name(),
                    input.ownCases().isEmpty() ? "" : input.region().name(),
                    RegionPage.notes(input),
                    input.candidates().stream()
                            .map(candidate -> candidate(search, input, candidate))
                            .toList(),
                    ALL,
                    Stream.of(RegionFigure.values())
                            .map(type -> figure(input, type, rejected))
                            .toList(),
                    RegionPage.hiddenParameters(search));
        }

        /** Whether there are municipalities to choose from. */
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
                    (region.name().isEmpty() ? "入力した数値" : region.name()) + "に似た自治体の事例",
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
     * @param value the value of the input, which may be unusable; empty if unknown
     * @param basis the source of the value if it comes from a case; empty otherwise
     * @param problem why the value cannot be used, in sentences; empty if it can
     */
    public record FigureInput(String inputName, String label, String unit, String value, String basis, String problem) {
        /** Whether the value cannot be used. */
        public boolean hasProblem() {
            return !problem.isEmpty();
        }

        /** The value of aria-invalid; null if the value can be used. */
        public @Nullable String ariaInvalid() {
            return hasProblem() ? "true" : null;
        }

        /** The id of the input element. */
        public String id() {
            return "_" + inputName.replace('.', '-');
        }
    }

    /** Returns the page for {@code requested} and the cases {@code matches}, most similar first. */
    public static RegionPage of(
            SearchParameters.RegionSearch requested,
            List<RegionMatch> matches,
            boolean hasCases,
            Frame.AssetUrls assets) {
        SearchState search = requested.search();
        RegionInput input = requested.region();
        return new RegionPage(
                new Frame("うちに似た自治体", search, assets, Frame.Form.AT_HEAD),
                Form.of(search, input, requested.rejected()),
                input.comparison()
                        .map(comparison -> Matches.of(search, comparison, matches))
                        .orElse(null),
                hasCases);
    }

    /** Returns {@code search} in the {@code top} cases with the most similar regions. */
    private static SearchState within(SearchState search, RegionFigures region, int top) {
        return search.filteredBy(search.request().filters().withComparison(new RegionComparison(region, top)));
    }

    private static List<Link> links(SearchState filtered, RegionFigures region, int top) {
        String query = filtered.request().query().text();
        String action = query.isEmpty() ? "記述を読む" : "「" + query + "」を探す";
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
        if (!input.candidates().isEmpty() && !input.isListed()) {
            return List.of("「" + name + "」は市区町村の一覧にありません。次の市区町村ではありませんか。");
        }
        if (!input.candidates().isEmpty()) {
            return List.of("「" + name + "」という名の市区町村は" + input.candidates().size() + "つあります。どれか選んでください。");
        }
        if (!input.ownCases().isEmpty()) {
            CaseSummary first = input.ownCases().getFirst();
            return List.of(name + "の事例（" + (Wording.number(first.number()) + " " + first.title()).strip()
                    + "）にある数値を入力しました。古い数値は修正できます。");
        }
        return input.isListed()
                ? List.of(name + "の数値は、この事例集にありません。お手元の数値を入力してください。")
                : List.of("「" + name + "」は市区町村の一覧にありません。数値を入力すれば、このまま比べられます。");
    }

    /** Returns the link that chooses {@code candidate} and keeps the figures that were entered. */
    private static Link candidate(SearchState search, RegionInput input, Municipality candidate) {
        String name = Municipalities.fullName(candidate);
        return new Link(
                name + "（" + Municipalities.hiragana(candidate) + "）",
                "/like"
                        + new QueryString(Stream.concat(
                                        Stream.of(new QueryString.Parameter(ParameterNames.LIKE_NAME, name)),
                                        Stream.concat(entered(input), hiddenParameters(search).stream()))
                                .toList()));
    }

    private static Stream<QueryString.Parameter> entered(RegionInput input) {
        return input.ownCases().isEmpty()
                ? input.region().figures().entrySet().stream()
                        .map(figure -> new QueryString.Parameter(
                                ParameterNames.like(figure.getKey()),
                                figure.getValue().value().toPlainString()))
                : Stream.of();
    }

    private static FigureInput figure(RegionInput input, RegionFigure type, List<RejectedInput> rejected) {
        Optional<BigDecimal> value = input.region().of(type).map(Figure::value);
        Optional<Figure> ofCase = input.figureOfNewestCase(type)
                .filter(figure -> value.filter(given -> given.compareTo(figure.value()) == 0)
                        .isPresent());
        return new FigureInput(
                ParameterNames.like(type),
                type.label(),
                type.unit().isEmpty() ? "か所" : type.unit(),
                RejectedInput.typed(rejected, ParameterNames.like(type))
                        .orElse(value.map(Wording::grouped).orElse("")),
                ofCase.map(figure -> figure.basis().isEmpty() ? "事例にある数" : figure.basis())
                        .orElse(""),
                RejectedInput.details(rejected, List.of(ParameterNames.like(type))));
    }

    /** Returns the parameters of {@code search} without region and page. */
    private static List<QueryString.Parameter> hiddenParameters(SearchState search) {
        return search.filteredBy(search.request().filters().withComparison(null))
                .queryString()
                .parameters();
    }
}
