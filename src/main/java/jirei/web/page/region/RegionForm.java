package jirei.web.page.region;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jirei.cases.Figure;
import jirei.cases.Municipalities;
import jirei.cases.Municipality;
import jirei.cases.RegionFigure;
import jirei.cases.RegionSimilarity;
import jirei.search.CaseSummary;
import jirei.web.page.Link;
import jirei.web.page.Wording;
import jirei.web.request.ParameterNames;
import jirei.web.request.QueryString;
import jirei.web.request.RegionInput;
import jirei.web.request.RejectedInput;
import jirei.web.request.SearchState;
import org.jspecify.annotations.Nullable;

/**
 * The form in which a municipality is chosen. Immutable.
 *
 * @param name the municipality; empty if none is chosen
 * @param filled the municipality whose figures are filled in; empty if none are known
 * @param own the municipality that the browser may remember; empty unless one is chosen
 * @param notes messages about the choice
 * @param source the publication of the figures from statistics; empty if none are filled in
 * @param candidates links to the municipalities that share the name, or that it may mean
 * @param figures the figures to compare
 * @param weights how much each indicator counts
 * @param weightsOpen whether a weight is set
 * @param hiddenParameters the parameters of the search that the form keeps
 */
public record RegionForm(
        String name,
        String filled,
        String own,
        List<String> notes,
        String source,
        List<Link> candidates,
        List<FigureInput> figures,
        List<WeightInput> weights,
        boolean weightsOpen,
        List<QueryString.Parameter> hiddenParameters) {
    public RegionForm {
        notes = List.copyOf(notes);
        candidates = List.copyOf(candidates);
        figures = List.copyOf(figures);
        weights = List.copyOf(weights);
        hiddenParameters = List.copyOf(hiddenParameters);
    }

    /**
     * The input of a figure. Immutable.
     *
     * @param inputName the parameter name
     * @param label the name of the figure
     * @param unit the unit, never empty
     * @param value the value of the input, which may be unusable; empty if unknown
     * @param basis the source of the value if it was filled in; empty otherwise
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

    static RegionForm of(SearchState search, RegionInput input, String source, List<RejectedInput> rejected) {
        boolean hasSource = !input.known().fromStatistics().isEmpty();
        List<WeightInput> weights = RegionSimilarity.COMPARED.stream()
                .map(indicator -> WeightInput.of(indicator, input.weights(), rejected))
                .toList();
        return new RegionForm(
                input.region().name(),
                input.known().figures().isEmpty() ? "" : input.region().name(),
                input.municipality().map(Municipalities::fullName).orElse(""),
                notes(input),
                hasSource ? source : "",
                input.candidates().stream()
                        .map(candidate -> candidate(search, input, candidate))
                        .toList(),
                Stream.of(RegionFigure.values())
                        .map(type -> figure(input, type, rejected))
                        .toList(),
                weights,
                !input.weights().others().isEmpty() || weights.stream().anyMatch(WeightInput::hasProblem),
                hiddenParameters(search));
    }

    /** Whether there are municipalities to choose from. */
    public boolean hasCandidates() {
        return !candidates.isEmpty();
    }

    /** Whether figures from statistics are filled in. */
    public boolean hasSource() {
        return !source.isEmpty();
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
        if (input.ownCase().isPresent()) {
            CaseSummary newest = input.ownCase().get();
            return List.of(name + "の事例（" + (Wording.number(newest.number()) + " " + newest.title()).strip()
                    + "）にある数値を、統計より優先して入力しました。古い数値は修正できます。");
        }
        if (!input.known().figures().isEmpty()) {
            return List.of(name + "の数値を統計から入力しました。修正できます。");
        }
        return input.isListed()
                ? List.of(name + "の数値は、統計にもこの事例集にもありません。お手元の数値を入力してください。")
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
        return input.known().figures().isEmpty()
                ? input.region().figures().entrySet().stream()
                        .map(figure -> new QueryString.Parameter(
                                ParameterNames.like(figure.getKey()),
                                figure.getValue().value().toPlainString()))
                : Stream.of();
    }

    private static FigureInput figure(RegionInput input, RegionFigure type, List<RejectedInput> rejected) {
        Optional<BigDecimal> value = input.region().of(type).map(Figure::value);
        Optional<Figure> known = input.known().of(type).filter(figure -> value.filter(
                        given -> given.compareTo(figure.value()) == 0)
                .isPresent());
        return new FigureInput(
                ParameterNames.like(type),
                type.label(),
                type.unit().isEmpty() ? "か所" : type.unit(),
                RejectedInput.typed(rejected, ParameterNames.like(type))
                        .orElse(value.map(Wording::grouped).orElse("")),
                known.map(figure -> figure.basis().isEmpty() ? "事例にある数" : figure.basis())
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
