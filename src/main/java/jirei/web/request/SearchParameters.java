package jirei.web.request;

import io.javalin.http.Context;
import java.io.IOException;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jirei.cases.VisibleText;
import jirei.query.Facet;
import jirei.query.FacetScheme;
import jirei.query.HitLayout;
import jirei.query.QueryParser;
import jirei.query.QueryTextEditor;
import jirei.query.RegionComparison;
import jirei.query.SearchRequest;
import jirei.query.SortOrder;
import jirei.search.SearchEngine;
import org.jspecify.annotations.Nullable;

/**
 * Parses search parameters. Unknown parameters and values are rejected, so that a mistyped filter is never silently
 * ignored. Thread-safe.
 *
 * <p>The parameters are {@code q}, those of {@link ParameterNames} and {@link ExpansionParameters}, {@code sort},
 * {@code group}, {@code page} and {@code size}.
 */
public final class SearchParameters {
    private static final String WITHIN = "within";
    private static final String FACETS = "facets";
    private static final String COUNT = "count";
    private static final String FIRST = "first";
    private static final String BOTH = "both";
    private static final String ZOOM = "zoom";
    private static final int MAX_PART = 1_000_000;
    private static final int MAX_DIGITS = 9;
    /** Control characters that are no white space. */
    private static final Pattern INVISIBLE_CONTROLS = Pattern.compile("[\\p{Cc}&&[^\\s\\x85]]");

    private final FilterParameters filters;
    private final RegionParameters region;
    private final FacetScheme facets;

    /**
     * @param engine provides the values of facets and the cases of regions
     */
    public SearchParameters(SearchEngine engine) {
        this.filters = new FilterParameters(engine);
        this.region = new RegionParameters(engine);
        this.facets = engine.facets();
    }

    /** Returns the names of the parameters of a search, and {@code more}. */
    public List<String> names(String... more) {
        return Stream.of(
                        Stream.of("q"),
                        ParameterNames.all(facets).stream(),
                        ExpansionParameters.NAMES.stream(),
                        Stream.of("sort", "group", "page", "size"),
                        Stream.of(more))
                .flatMap(names -> names)
                .toList();
    }

    /** Parses the query string {@code raw} of a search. */
    public SearchState read(String raw) throws IOException, ProblemException {
        QueryString parameters = parse(raw, names());
        return state(parameters, region.read(parameters).orElse(null));
    }

    /**
     * A search as a page shows it. Immutable.
     *
     * @param search the search without the rejected input
     * @param rejected the number fields that cannot be used
     * @param isNarrowed whether {@code search} is a search within the results of the one requested
     */
    public record PageSearch(SearchState search, List<RejectedInput> rejected, boolean isNarrowed) {}

    /**
     * Parses the query string {@code raw} of the search page, whose number fields may have any text, and which may have
     * words to search for within the results.
     */
    public PageSearch readForPage(String raw) throws IOException, ProblemException {
        QueryString parameters = parse(raw, names(WITHIN));
        RejectedInput.Reading<SearchState> reading = RejectedInput.tolerant(
                parameters, known -> state(known, region.read(known).orElse(null)));
        SearchState search = reading.value();
        if (parameters.values(WITHIN).isEmpty()) {
            return new PageSearch(search, reading.rejected(), false);
        }
        String query = search.request().query().text();
        String narrowed = query(QueryTextEditor.and(query, query(parameters, WITHIN), facets));
        return new PageSearch(search.withQuery(narrowed), reading.rejected(), true);
    }

    /**
     * A search with what is counted. Immutable.
     *
     * @param hasFacetsOfBoth whether the facet values of the sections with some of the words are counted too
     */
    public record CountedSearch(SearchState search, boolean hasFacetsOfBoth) {}

    /** Parses the query string {@code raw} of a search, which may have the parameters {@code facets} and {@code count}. */
    public CountedSearch readCounted(String raw) throws IOException, ProblemException {
        QueryString parameters = parse(raw, names(FACETS, COUNT));
        String facets = single(parameters, FACETS, FIRST);
        if (!facets.equals(FIRST) && !facets.equals(BOTH)) {
            throw new ProblemException(
                    Problem.wrongValue(FACETS, facets, List.of(FIRST, BOTH), "facets に「" + facets + "」は指定できません。"));
        }
        SearchState search = state(parameters, region.read(parameters).orElse(null));
        return new CountedSearch(new SearchState(search.request().counting(counted(parameters))), facets.equals(BOTH));
    }

    /** Returns the facets that are counted in addition to the usual ones. */
    private static Set<Facet> counted(QueryString parameters) throws ProblemException {
        Set<Facet> counted = Facet.ordered();
        for (String id : parameters.values(COUNT)) {
            counted.add(Facet.fixed()
                    .filter(facet -> facet.id().equals(id) && !Facet.USUAL.contains(facet))
                    .findFirst()
                    .orElseThrow(() -> new ProblemException(Problem.wrongValue(
                            COUNT,
                            id,
                            List.of(Facet.MUNICIPALITY.id(), Facet.COLLECTION.id()),
                            "count に「" + id + "」は指定できません。"))));
        }
        return counted;
    }

    /** Parses the query string {@code raw}, which may have a query only. */
    public static String readQuery(String raw) throws ProblemException {
        return query(parse(raw, List.of("q")));
    }

    /**
     * A search and the region that its cases are compared to, which may have too few figures. Immutable.
     *
     * @param search the search; it has a comparison if the region has figures
     * @param region the region
     * @param rejected the number fields that cannot be used
     */
    public record RegionSearch(SearchState search, RegionInput region, List<RejectedInput> rejected) {}

    /**
     * A search and the part of a case that is shown. Immutable.
     *
     * @param section the id of a section in the part; empty if the part has a number
     * @param part the number of the part, from 1; may exceed the number of parts
     */
    public record CaseSearch(SearchState search, String section, int part) {}

    /** Parses the query string {@code raw} of the page of a case. */
    public CaseSearch readWithPart(String raw) throws IOException, ProblemException {
        QueryString parameters = parse(raw, names("section", "part"));
        return new CaseSearch(
                state(parameters, region.read(parameters).orElse(null)),
                single(parameters, "section", ""),
                integer(parameters, "part", "事例の中のページ番号", 1, MAX_PART));
    }

    /** Parses the query string {@code raw} of a case that no search finds. */
    public static CaseSearch readPart(String raw) throws ProblemException {
        QueryString parameters = parse(raw, List.of("section", "part"));
        return new CaseSearch(
                SearchState.EMPTY,
                single(parameters, "section", ""),
                integer(parameters, "part", "事例の中のページ番号", 1, MAX_PART));
    }

    /**
     * A search and a section that are marked on a page of the original. Immutable.
     *
     * @param section the id of the section; empty for none
     * @param zoom the zoom, from 1
     */
    public record OriginalSearch(SearchState search, String section, int zoom) {}

    /** Parses the query string {@code raw} of the page that shows a page of the original. */
    public OriginalSearch readOriginal(String raw, int maxZoom) throws IOException, ProblemException {
        QueryString parameters = parse(raw, names("section", ZOOM));
        return new OriginalSearch(
                state(parameters, region.read(parameters).orElse(null)),
                single(parameters, "section", ""),
                zoom(parameters, maxZoom));
    }

    /** Parses the query string {@code raw}, which may have a zoom only; the default is 1. */
    public static int readZoom(String raw, int maxZoom) throws ProblemException {
        return zoom(parse(raw, List.of(ZOOM)), maxZoom);
    }

    private static int zoom(QueryString parameters, int maxZoom) throws ProblemException {
        return integer(parameters, ZOOM, "拡大", 1, maxZoom);
    }

    /** Parses the query string {@code raw} of the page on which the region is entered; its number fields may have any text. */
    public RegionSearch readWithRegion(String raw) throws IOException, ProblemException {
        RejectedInput.Reading<RegionSearch> reading =
                RejectedInput.tolerant(parse(raw, names(ParameterNames.LIKE_FILLED)), parameters -> {
                    RegionInput input = region.input(parameters);
                    return new RegionSearch(state(parameters, input.comparison().orElse(null)), input, List.of());
                });
        return new RegionSearch(reading.value().search(), reading.value().region(), reading.rejected());
    }

    /** Parses the region of {@code parameters}; empty if none is given. */
    public Optional<RegionComparison> region(QueryString parameters) throws IOException, ProblemException {
        return region.read(parameters);
    }

    /** Parses the query string {@code raw}, which may have a region only. */
    public RegionComparison readRegion(String raw) throws IOException, ProblemException {
        return region.readRequired(parse(raw, ParameterNames.OF_REGION));
    }

    private SearchState state(QueryString parameters, @Nullable RegionComparison compared) throws ProblemException {
        int size = integer(parameters, "size", "1ページの件数", SearchRequest.DEFAULT_PAGE_SIZE, SearchRequest.MAX_PAGE_SIZE);
        int page = integer(parameters, "page", "ページ番号", 1, SearchRequest.MAX_HIT_RANK / size);
        return new SearchState(new SearchRequest(
                QueryParser.parse(query(parameters), facets),
                filters.read(parameters, compared),
                ExpansionParameters.read(parameters),
                sort(parameters),
                layout(parameters),
                page,
                size));
    }

    /**
     * Rejects any parameter.
     *
     * @throws ProblemException if there is one
     */
    public static void rejectAny(Context context) throws ProblemException {
        parse(QueryString.raw(context), List.of());
    }

    /** Parses {@code raw} and rejects parameters that are not {@code known}. */
    public static QueryString parse(String raw, List<String> known) throws ProblemException {
        try {
            QueryString parameters = QueryString.parse(raw);
            for (QueryString.Parameter parameter : parameters.parameters()) {
                if (!known.contains(parameter.name())) {
                    throw new ProblemException(Problem.unknownParameter(parameter.name(), parameter.value(), known));
                }
            }
            return parameters;
        } catch (QueryString.MalformedException e) {
            throw new ProblemException(Problem.wrongValue(
                    e.raw().name(), e.raw().value(), List.of("UTF-8 のパーセント符号化"), "パラメーターの % の使い方が正しくないため読み取れません。"));
        }
    }

    /** Returns the query: {@code q} without control characters and surrounding white space; empty if it is invisible. */
    public static String query(QueryString parameters) throws ProblemException {
        return query(parameters, "q");
    }

    private static String query(QueryString parameters, String name) throws ProblemException {
        return query(single(parameters, name, ""));
    }

    private static String query(String typed) throws ProblemException {
        if (typed.length() > SearchRequest.MAX_QUERY_LENGTH) {
            throw new ProblemException(Problem.wrongValue(
                    "q",
                    typed,
                    List.of(grouped(SearchRequest.MAX_QUERY_LENGTH) + "文字まで"),
                    "キーワードは" + grouped(SearchRequest.MAX_QUERY_LENGTH) + "文字までです（" + grouped(typed.length())
                            + "文字ありました）。"));
        }
        return VisibleText.strip(
                replaceControls(INVISIBLE_CONTROLS.matcher(typed).replaceAll("")));
    }

    /** Replaces control characters with spaces: they cannot be typed and are invalid in HTML. */
    public static String replaceControls(String typed) {
        var text = new StringBuilder(typed);
        for (int at = 0; at < text.length(); at++) {
            if (Character.isISOControl(text.charAt(at))) {
                text.setCharAt(at, ' ');
            }
        }
        return text.toString();
    }

    private static SortOrder sort(QueryString parameters) throws ProblemException {
        String id = single(parameters, "sort", SortOrder.RELEVANCE.id());
        return SortOrder.named(id)
                .orElseThrow(() -> new ProblemException(Problem.wrongValue(
                        "sort",
                        id,
                        Stream.of(SortOrder.values()).map(SortOrder::id).toList(),
                        "並び順に「" + id + "」は指定できません。")));
    }

    private static HitLayout layout(QueryString parameters) throws ProblemException {
        String id = single(parameters, "group", HitLayout.SECTIONS.id());
        return HitLayout.named(id)
                .orElseThrow(() -> new ProblemException(Problem.wrongValue(
                        "group",
                        id,
                        Stream.of(HitLayout.values()).map(HitLayout::id).toList(),
                        "表示単位に「" + id + "」は指定できません。")));
    }

    static int integer(QueryString parameters, String name, String label, int defaultValue, int limit)
            throws ProblemException {
        String typed = single(parameters, name, Integer.toString(defaultValue));
        boolean digits = !typed.isEmpty()
                && typed.length() <= MAX_DIGITS
                && typed.chars().allMatch(c -> c >= '0' && c <= '9');
        int number = digits ? Integer.parseInt(typed) : 0;
        if (number < 1 || number > limit) {
            throw new ProblemException(Problem.wrongValue(
                    name, typed, List.of("1〜" + grouped(limit) + "の整数"), label + "に「" + typed + "」は指定できません。"));
        }
        return number;
    }

    /** Returns the value of {@code name}, which may be given once only; {@code defaultValue} if it is missing. */
    public static String single(QueryString parameters, String name, String defaultValue) throws ProblemException {
        List<String> values = parameters.values(name);
        if (values.size() > 1) {
            throw new ProblemException(Problem.wrongValue(
                    name, String.join("&", values), List.of("1つだけ"), "パラメーター「" + name + "」は1つだけ指定してください。"));
        }
        return values.isEmpty() ? defaultValue : values.getFirst();
    }

    /** Returns a number with grouping separators, such as 12,345. */
    public static String grouped(long number) {
        return NumberFormat.getIntegerInstance(Locale.JAPAN).format(number);
    }
}
