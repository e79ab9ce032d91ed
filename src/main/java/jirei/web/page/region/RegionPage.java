package jirei.web.page.region;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jirei.cases.Figure;
import jirei.cases.Municipalities;
import jirei.cases.Municipality;
import jirei.cases.RegionFigure;
import jirei.query.Filters;
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

/**
 * The page on which one's own municipality is chosen, and which shows the cases of places like it.
 *
 * @param frame what stands around it
 * @param name the municipality; empty where none is chosen
 * @param notes what is to be said of the choice
 * @param candidates which municipalities may be meant
 * @param municipalities all of them, to choose from
 * @param figures the figures to be compared
 * @param kept the rest of the search, which forms keep
 * @param query what is searched
 * @param cases the cases, the most alike first
 * @param heading what stands above them; empty where nothing can be compared
 * @param searchLinks the way into the descriptions of these cases
 * @param apiUrl the same in the API; empty where nothing can be compared
 */
public record RegionPage(
        Frame frame,
        String name,
        List<String> notes,
        List<Link> candidates,
        List<Choice> municipalities,
        List<OwnFigure> figures,
        List<QueryString.Parameter> kept,
        String query,
        List<RegionMatchView> cases,
        String heading,
        List<Link> searchLinks,
        String apiUrl) {
    private static final int DEFAULT_TOP = 10;
    private static final List<Choice> ALL = Municipality.all().stream()
            .map(any -> new Choice(Municipalities.fullName(any), Municipalities.hiragana(any)))
            .toList();

    public RegionPage {
        notes = List.copyOf(notes);
        candidates = List.copyOf(candidates);
        municipalities = List.copyOf(municipalities);
        figures = List.copyOf(figures);
        kept = List.copyOf(kept);
        cases = List.copyOf(cases);
        searchLinks = List.copyOf(searchLinks);
    }

    /** A municipality in the list. */
    public record Choice(String name, String reading) {}

    /**
     * A figure of one's own.
     *
     * @param inputName the name of its box
     * @param label what it is called
     * @param unit its unit; may be empty
     * @param value what stands in the box; empty where it isn't known
     * @param basis whence it is, where a case tells it; may be empty
     */
    public record OwnFigure(String inputName, String label, String unit, String value, String basis) {
        /** The id of its box. */
        public String id() {
            return "_" + inputName.replace('.', '-');
        }
    }

    /** The cases {@code alike} to {@code own}. */
    public static RegionPage of(SearchState search, RegionInput own, List<RegionMatch> alike, Frame.AssetUrls assets) {
        SearchState narrowed = narrowed(search);
        boolean compared = own.like().isPresent();
        String name = own.region().name();
        return new RegionPage(
                new Frame("うちに似た自治体", search, assets, Frame.Form.AT_HEAD),
                name,
                notes(own),
                own.candidates().stream().map(any -> candidate(search, any)).toList(),
                ALL,
                Stream.of(RegionFigure.values()).map(what -> figure(own, what)).toList(),
                kept(search),
                search.request().query(),
                alike.stream().map(each -> RegionMatchView.of(each, narrowed)).toList(),
                compared ? (name.isEmpty() ? "入力した数" : name) + "に似た自治体の事例" : "",
                compared && !alike.isEmpty() ? links(narrowed, search) : List.of(),
                compared
                        ? "/api/like"
                                + new QueryString(
                                        ParameterNames.like(search.request().filters()))
                        : "");
    }

    /** {@code search} in these cases alone, the most alike first. */
    private static SearchState narrowed(SearchState search) {
        Filters filters = search.request().filters();
        RegionComparison like = filters.comparison();
        return like == null
                ? search
                : search.narrowedBy(filters.withComparison(new RegionComparison(
                                like.region(), like.top() == RegionComparison.ALL ? DEFAULT_TOP : like.top())))
                        .sortedBy(SortOrder.REGION_SIMILARITY);
    }

    private static List<Link> links(SearchState narrowed, SearchState search) {
        String query = search.request().query();
        RegionComparison like = narrowed.request().filters().comparison();
        String what = query.isEmpty() ? "記述を読む" : "「" + query + "」をさがす";
        return Stream.of(
                        Optional.of(new Link(
                                "上位" + (like == null ? DEFAULT_TOP : like.top()) + "事例の中で" + what, narrowed.url())),
                        Optional.ofNullable(like)
                                .map(known -> new Link(
                                        "すべての事例を、似た自治体の順に並べて" + what,
                                        narrowed.narrowedBy(narrowed.request()
                                                        .filters()
                                                        .withComparison(new RegionComparison(
                                                                known.region(), RegionComparison.ALL)))
                                                .url())))
                .flatMap(Optional::stream)
                .toList();
    }

    private static List<String> notes(RegionInput own) {
        String name = own.region().name();
        if (name.isEmpty()) {
            return List.of();
        }
        if (!own.candidates().isEmpty()) {
            return List.of("「" + name + "」という名の市区町村は" + own.candidates().size() + "つあります。どれか選んでください。");
        }
        if (!own.own().isEmpty()) {
            CaseSummary first = own.own().getFirst();
            return List.of(name + "の事例（" + (Wording.number(first.number()) + " " + first.title()).strip()
                    + "）にある数を入れました。古い数は直せます。");
        }
        return own.isListed()
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
                                        kept(search).stream())
                                .toList()));
    }

    private static OwnFigure figure(RegionInput own, RegionFigure what) {
        Optional<BigDecimal> value = own.region().of(what).map(Figure::value);
        Optional<Figure> ofCase = own.ofOwnCase(what)
                .filter(figure -> value.filter(given -> given.compareTo(figure.value()) == 0)
                        .isPresent());
        return new OwnFigure(
                ParameterNames.like(what),
                what.label(),
                what.unit().isEmpty() ? "か所" : what.unit(),
                value.map(Wording::grouped).orElse(""),
                ofCase.map(figure -> figure.basis().isEmpty() ? "事例にある数" : figure.basis())
                        .orElse(""));
    }

    /** All of {@code search} but the region and the page. */
    private static List<QueryString.Parameter> kept(SearchState search) {
        return search.narrowedBy(search.request().filters().withComparison(null))
                .queryString()
                .parameters();
    }

    /** Whether cases can be compared. */
    public boolean isCompared() {
        return !heading.isEmpty();
    }

    /** Whether several municipalities may be meant. */
    public boolean hasCandidates() {
        return !candidates.isEmpty();
    }

    /** Whether no case could be compared. */
    public boolean isEmpty() {
        return cases.isEmpty();
    }
}
