package jirei.web.request;

import io.javalin.http.Context;
import java.io.IOException;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jirei.cases.VisibleText;
import jirei.query.QueryParser;
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
    public static final List<String> NAMES = Stream.of(
                    Stream.of("q"),
                    ParameterNames.all().stream(),
                    ExpansionParameters.NAMES.stream(),
                    Stream.of("sort", "group", "page", "size"))
            .flatMap(names -> names)
            .toList();
    private static final List<String> CASE_NAMES =
            Stream.concat(NAMES.stream(), Stream.of("section", "part")).toList();
    private static final int MAX_PART = 1_000_000;
    private static final int MAX_DIGITS = 9;
    /** Control characters that are no white space. */
    private static final Pattern INVISIBLE_CONTROLS = Pattern.compile("[\\p{Cc}&&[^\\s\\x85]]");

    private static final List<String> GROUPS = List.of("section", "case");

    private final FilterParameters filters;
    private final RegionParameters region;

    /**
     * @param engine provides the values of facets and the cases of regions
     */
    public SearchParameters(SearchEngine engine) {
        this.filters = new FilterParameters(engine);
        this.region = new RegionParameters(engine);
    }

    /** Parses the query string {@code raw} of a search. */
    public SearchState read(String raw) throws IOException, ProblemException {
        QueryString parameters = parse(raw, NAMES);
        return state(parameters, region.read(parameters).orElse(null));
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
     */
    public record RegionSearch(SearchState search, RegionInput region) {}

    /**
     * A search and the part of a case that is shown. Immutable.
     *
     * @param section the id of a section in the part; empty if the part has a number
     * @param part the number of the part, from 1; may exceed the number of parts
     */
    public record CaseSearch(SearchState search, String section, int part) {}

    /** Parses the query string {@code raw} of the page of a case. */
    public CaseSearch readWithPart(String raw) throws IOException, ProblemException {
        QueryString parameters = parse(raw, CASE_NAMES);
        return new CaseSearch(
                state(parameters, region.read(parameters).orElse(null)),
                single(parameters, "section", ""),
                integer(parameters, "part", "事例の中のページ番号", 1, MAX_PART));
    }

    /** Parses the query string {@code raw} of the page on which the region is entered. */
    public RegionSearch readWithRegion(String raw) throws IOException, ProblemException {
        QueryString parameters = parse(raw, NAMES);
        RegionInput input = region.input(parameters);
        return new RegionSearch(state(parameters, input.comparison().orElse(null)), input);
    }

    /** Parses the query string {@code raw}, which may have a region only. */
    public RegionComparison readRegion(String raw) throws IOException, ProblemException {
        List<String> names =
                NAMES.stream().filter(name -> name.startsWith("like.")).toList();
        return region.readRequired(parse(raw, names));
    }

    private SearchState state(QueryString parameters, @Nullable RegionComparison compared) throws ProblemException {
        int size = integer(parameters, "size", "1ページの件数", SearchRequest.DEFAULT_PAGE_SIZE, SearchRequest.MAX_PAGE_SIZE);
        int page = integer(parameters, "page", "ページ番号", 1, SearchRequest.MAX_HIT_RANK / size);
        return new SearchState(new SearchRequest(
                QueryParser.parse(query(parameters)),
                filters.read(parameters, compared),
                ExpansionParameters.read(parameters),
                sort(parameters),
                isByCase(parameters),
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
        String typed = single(parameters, "q", "");
        if (typed.length() > SearchRequest.MAX_QUERY_LENGTH) {
            throw new ProblemException(Problem.wrongValue(
                    "q",
                    typed,
                    List.of(grouped(SearchRequest.MAX_QUERY_LENGTH) + "文字まで"),
                    "検索のことばは" + grouped(SearchRequest.MAX_QUERY_LENGTH) + "文字までです（" + grouped(typed.length())
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

    private static boolean isByCase(QueryString parameters) throws ProblemException {
        String group = single(parameters, "group", "section");
        if (!GROUPS.contains(group)) {
            throw new ProblemException(Problem.wrongValue("group", group, GROUPS, "まとめ方に「" + group + "」は指定できません。"));
        }
        return group.equals("case");
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
