package jirei.web.request;

import java.io.IOException;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import jirei.query.RegionComparison;
import jirei.query.SearchRequest;
import jirei.query.SortOrder;
import jirei.search.SearchEngine;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is searched from a URL and refuses what it doesn't know, so that a mistyped filter never looks like an answer.
 *
 * <p>Names: {@code q}, those of {@link ParameterNames} and {@link ExpansionParameters}, {@code sort}, {@code group}, {@code page}, {@code size}.
 */
public final class SearchParameters {
    public static final List<String> NAMES = Stream.of(
                    Stream.of("q"),
                    ParameterNames.all().stream(),
                    ExpansionParameters.NAMES.stream(),
                    Stream.of("sort", "group", "page", "size"))
            .flatMap(names -> names)
            .toList();
    private static final int MAX_DIGITS = 9;

    private static final List<String> GROUPS = List.of("section", "case");

    private final FilterParameters filters;
    private final RegionParameters like;

    /**
     * @param engine knows by which values one can narrow
     */
    public SearchParameters(SearchEngine engine) {
        this.filters = new FilterParameters(engine);
        this.like = new RegionParameters(engine);
    }

    /** Reads {@code raw}, the part of the URL behind the question mark. */
    public SearchState read(String raw) throws IOException, ProblemException {
        QueryString parameters = parse(raw, NAMES);
        return state(parameters, like.read(parameters).orElse(null));
    }

    /** Reads {@code raw} where nothing but a query is asked for. */
    public static String readQuery(String raw) throws ProblemException {
        return query(parse(raw, List.of("q")));
    }

    /**
     * A search, and the municipality to which its cases are compared, of which too little may be known.
     *
     * @param search the search, which compares to {@code own} where that is possible
     * @param own the municipality
     */
    public record Comparing(SearchState search, RegionInput own) {}

    /** Reads {@code raw} for the page on which one's own municipality is chosen. */
    public Comparing readComparing(String raw) throws IOException, ProblemException {
        QueryString parameters = parse(raw, NAMES);
        RegionInput own = like.given(parameters);
        return new Comparing(state(parameters, own.like().orElse(null)), own);
    }

    /** Reads {@code raw} for an answer that takes one's own municipality and nothing else. */
    public RegionComparison readLike(String raw) throws IOException, ProblemException {
        List<String> names =
                NAMES.stream().filter(name -> name.startsWith("like.")).toList();
        return like.required(parse(raw, names));
    }

    private SearchState state(QueryString parameters, @Nullable RegionComparison compared) throws ProblemException {
        int size = number(parameters, "size", "1ページの件数", SearchRequest.DEFAULT_PAGE_SIZE, SearchRequest.MAX_PAGE_SIZE);
        int page = number(parameters, "page", "ページ番号", 1, SearchRequest.MAX_HIT_RANK / size);
        return new SearchState(new SearchRequest(
                query(parameters),
                filters.read(parameters, compared),
                ExpansionParameters.read(parameters),
                sort(parameters),
                isByCase(parameters),
                page,
                size));
    }

    /** Refuses any parameter, for answers that take none. */
    public static void refuseAny(String raw) throws ProblemException {
        parse(raw, List.of());
    }

    /** Reads {@code raw} and refuses parameters that aren't {@code known}. */
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
                    e.asWritten().name(),
                    e.asWritten().value(),
                    List.of("UTF-8 のパーセント符号化"),
                    "パラメーターの % の使い方が正しくないため読み取れません。"));
        }
    }

    /** What was typed: {@code q}. */
    public static String query(QueryString parameters) throws ProblemException {
        String typed = once(parameters, "q", "");
        if (typed.length() > SearchRequest.MAX_QUERY_LENGTH) {
            throw new ProblemException(Problem.wrongValue(
                    "q",
                    typed,
                    List.of(grouped(SearchRequest.MAX_QUERY_LENGTH) + "文字まで"),
                    "検索のことばは" + grouped(SearchRequest.MAX_QUERY_LENGTH) + "文字までです（" + grouped(typed.length())
                            + "文字ありました）。"));
        }
        return withoutControls(typed).strip();
    }

    /** Control characters can't be typed and may not stand in a page. */
    public static String withoutControls(String typed) {
        var text = new StringBuilder(typed);
        for (int at = 0; at < text.length(); at++) {
            if (Character.isISOControl(text.charAt(at))) {
                text.setCharAt(at, ' ');
            }
        }
        return text.toString();
    }

    private static SortOrder sort(QueryString parameters) throws ProblemException {
        String id = once(parameters, "sort", SortOrder.RELEVANCE.id());
        return SortOrder.named(id)
                .orElseThrow(() -> new ProblemException(Problem.wrongValue(
                        "sort",
                        id,
                        Stream.of(SortOrder.values()).map(SortOrder::id).toList(),
                        "並び順に「" + id + "」は指定できません。")));
    }

    private static boolean isByCase(QueryString parameters) throws ProblemException {
        String group = once(parameters, "group", "section");
        if (!GROUPS.contains(group)) {
            throw new ProblemException(Problem.wrongValue("group", group, GROUPS, "まとめ方に「" + group + "」は指定できません。"));
        }
        return group.equals("case");
    }

    static int number(QueryString parameters, String name, String label, int defaultValue, int limit)
            throws ProblemException {
        String typed = once(parameters, name, Integer.toString(defaultValue));
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

    /** The value of {@code name}, which may stand once only, or else {@code defaultValue}. */
    public static String once(QueryString parameters, String name, String defaultValue) throws ProblemException {
        List<String> values = parameters.values(name);
        if (values.size() > 1) {
            throw new ProblemException(Problem.wrongValue(
                    name, String.join("&", values), List.of("1つだけ"), "パラメーター「" + name + "」は1つだけ指定してください。"));
        }
        return values.isEmpty() ? defaultValue : values.getFirst();
    }

    public static String grouped(int number) {
        return NumberFormat.getIntegerInstance(Locale.JAPAN).format(number);
    }
}
