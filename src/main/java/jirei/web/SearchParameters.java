package jirei.web;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jirei.query.Facet;
import jirei.query.SearchRequest;
import jirei.query.SortOrder;
import jirei.search.SearchEngine;
import jirei.web.page.QueryString;
import jirei.web.page.SearchState;

/**
 * Reads what is searched from a URL and refuses what it doesn't know, so that a mistyped filter never looks like an answer.
 *
 * <p>Names: {@code q}, each {@link Facet#id()} (repeatable), {@code sort}, {@code page}, {@code size}.
 */
final class SearchParameters {
    static final List<String> NAMES = Stream.of(
                    Stream.of("q"), Stream.of(Facet.values()).map(Facet::id), Stream.of("sort", "page", "size"))
            .flatMap(names -> names)
            .toList();
    private static final int MOST_DIGITS = 9;

    private final SearchEngine engine;

    /**
     * @param engine knows by which values one can narrow
     */
    SearchParameters(SearchEngine engine) {
        this.engine = engine;
    }

    /** Reads {@code raw}, the part of the URL behind the question mark. */
    SearchState read(String raw) throws ProblemException {
        QueryString parameters = parse(raw, NAMES);
        int size = number(parameters, "size", SearchRequest.USUAL_SIZE, SearchRequest.MOST_PER_PAGE);
        int page = number(parameters, "page", 1, SearchRequest.DEEPEST_HIT / size);
        return new SearchState(new SearchRequest(query(parameters), filters(parameters), sort(parameters), page, size));
    }

    /** Refuses any parameter, for answers that take none. */
    static void refuseAny(String raw) throws ProblemException {
        parse(raw, List.of());
    }

    /** Reads {@code raw} and refuses parameters that aren't {@code known}. */
    static QueryString parse(String raw, List<String> known) throws ProblemException {
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
    static String query(QueryString parameters) throws ProblemException {
        String typed = once(parameters, "q", "");
        if (typed.length() > SearchRequest.LONGEST_QUERY) {
            throw new ProblemException(Problem.wrongValue(
                    "q",
                    typed,
                    List.of(grouped(SearchRequest.LONGEST_QUERY) + "文字まで"),
                    "検索のことばは" + grouped(SearchRequest.LONGEST_QUERY) + "文字までです（" + grouped(typed.length())
                            + "文字ありました）。"));
        }
        return withoutControls(typed).strip();
    }

    /** Control characters can't be typed and may not stand in a page. */
    private static String withoutControls(String typed) {
        var text = new StringBuilder(typed);
        for (int at = 0; at < text.length(); at++) {
            if (Character.isISOControl(text.charAt(at))) {
                text.setCharAt(at, ' ');
            }
        }
        return text.toString();
    }

    private Map<Facet, Set<String>> filters(QueryString parameters) throws ProblemException {
        var filters = new EnumMap<Facet, Set<String>>(Facet.class);
        for (Facet facet : Facet.values()) {
            Set<String> chosen = new LinkedHashSet<>();
            for (String value : parameters.values(facet.id())) {
                chosen.add(checked(facet, value));
            }
            filters.put(facet, chosen);
        }
        return filters;
    }

    private String checked(Facet facet, String value) throws ProblemException {
        String canonical = facet.canonicalValue(value.strip());
        Set<String> allowed = engine.values(facet);
        if (canonical.isEmpty() || (!allowed.isEmpty() && !allowed.contains(canonical))) {
            throw new ProblemException(Problem.wrongValue(
                    facet.id(), value, new ArrayList<>(allowed), facet.label() + "に「" + value + "」は指定できません。"));
        }
        return canonical;
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

    private static int number(QueryString parameters, String name, int usual, int most) throws ProblemException {
        String typed = once(parameters, name, Integer.toString(usual));
        boolean digits = !typed.isEmpty()
                && typed.length() <= MOST_DIGITS
                && typed.chars().allMatch(c -> c >= '0' && c <= '9');
        int number = digits ? Integer.parseInt(typed) : 0;
        if (number < 1 || number > most) {
            throw new ProblemException(Problem.wrongValue(
                    name,
                    typed,
                    List.of("1〜" + grouped(most) + "の整数"),
                    (name.equals("page") ? "ページ番号" : "1ページの件数") + "に「" + typed + "」は指定できません。"));
        }
        return number;
    }

    /** The value of {@code name}, which may stand once only, or else {@code usual}. */
    static String once(QueryString parameters, String name, String usual) throws ProblemException {
        List<String> values = parameters.values(name);
        if (values.size() > 1) {
            throw new ProblemException(Problem.wrongValue(
                    name, String.join("&", values), List.of("1つだけ"), "パラメーター「" + name + "」は1つだけ指定してください。"));
        }
        return values.isEmpty() ? usual : values.getFirst();
    }

    static String grouped(int number) {
        return NumberFormat.getIntegerInstance(Locale.JAPAN).format(number);
    }
}
