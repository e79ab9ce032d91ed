package jirei.web.server;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jirei.query.Facet;
import jirei.query.SearchRequest;
import jirei.web.request.ParameterNames;
import jirei.web.request.Problem;
import jirei.web.request.ProblemException;
import jirei.web.request.QueryString;
import jirei.web.request.QueryString.Parameter;
import jirei.web.request.SearchParameters;
import jirei.web.settings.WebLimits;

/** Limits for paths and parameters, which apply to every route. Immutable. */
final class UrlLimits {
    private static final int MAX_PATH_LENGTH = 1_000;
    /** No parameter may be longer than the longest query. */
    private static final int MAX_VALUE_LENGTH = SearchRequest.MAX_QUERY_LENGTH;

    private static final int MAX_DIGITS = 9;
    /** Escapes such as {@code %u0041}, which Jetty accepts but which cannot be decoded. */
    private static final Pattern MALFORMED = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    private static final Set<String> FACETS = Facet.fixed()
            .flatMap(facet -> Stream.of(facet.id(), ParameterNames.excluded(facet)))
            .collect(Collectors.toUnmodifiableSet());

    private final WebLimits limits;

    UrlLimits(WebLimits limits) {
        this.limits = limits;
    }

    /**
     * Rejects a URL beyond the limits.
     *
     * @param raw the query string
     */
    void check(String path, String raw) throws ProblemException {
        if (path.length() > MAX_PATH_LENGTH) {
            throw new ProblemException(Problem.pathTooLong(MAX_PATH_LENGTH));
        }
        if (MALFORMED.matcher(path).find()) {
            throw new ProblemException(Problem.unreadable(400));
        }
        long parameters = 1 + raw.chars().filter(c -> c == '&').count();
        if (parameters > limits.request().parameters()) {
            throw new ProblemException(
                    Problem.tooManyParameters(parameters, limits.request().parameters()));
        }
        try {
            checkValues(QueryString.parse(raw));
        } catch (QueryString.MalformedException unreadable) {
            // reported by the handler
        }
    }

    private void checkValues(QueryString parameters) throws ProblemException {
        for (Parameter parameter : parameters.parameters()) {
            int limit = parameter.name().equals("q") ? limits.search().queryLength() : MAX_VALUE_LENGTH;
            if (parameter.value().length() > limit) {
                throw new ProblemException(tooLong(parameter, limit));
            }
        }
        checkFacets(parameters);
        if (number(parameters, "size", SearchRequest.DEFAULT_PAGE_SIZE)
                > limits.search().pageSize()) {
            throw new ProblemException(tooManyHits(number(parameters, "size", SearchRequest.DEFAULT_PAGE_SIZE)));
        }
        if (limits.search().hitRank() < SearchRequest.MAX_HIT_RANK) {
            checkDepth(parameters);
        }
    }

    private void checkFacets(QueryString parameters) throws ProblemException {
        List<Parameter> values = parameters.parameters().stream()
                .filter(parameter -> FACETS.contains(parameter.name()))
                .toList();
        if (values.size() > limits.search().facetValues()) {
            String max = SearchParameters.grouped(limits.search().facetValues()) + "個まで";
            throw new ProblemException(Problem.wrongValue(
                    values.getLast().name(),
                    values.getLast().value(),
                    List.of(max),
                    "絞り込みの値は" + max + "です（" + SearchParameters.grouped(values.size()) + "個ありました）。"));
        }
    }

    private Problem tooManyHits(long size) {
        return Problem.wrongValue(
                "size",
                Long.toString(size),
                List.of("1〜" + limits.search().pageSize() + "の整数"),
                "1ページの件数に「" + size + "」は指定できません。");
    }

    private static Problem tooLong(Parameter parameter, int limit) {
        return Problem.wrongValue(
                parameter.name(),
                parameter.value(),
                List.of(SearchParameters.grouped(limit) + "文字まで"),
                (parameter.name().equals("q") ? "キーワードは" : "パラメーターの値は") + SearchParameters.grouped(limit) + "文字までです（"
                        + SearchParameters.grouped(parameter.value().length()) + "文字ありました）。");
    }

    private void checkDepth(QueryString parameters) throws ProblemException {
        long size = number(parameters, "size", SearchRequest.DEFAULT_PAGE_SIZE);
        long page = number(parameters, "page", 1);
        if (size > 0 && page * size > Math.max(limits.search().hitRank(), size)) {
            throw new ProblemException(Problem.wrongValue(
                    "page",
                    Long.toString(page),
                    List.of("1〜" + Math.max(1, limits.search().hitRank() / size) + "の整数"),
                    "ページ番号に「" + page + "」は指定できません。"));
        }
    }

    private static long number(QueryString parameters, String name, int defaultValue) {
        List<String> values = parameters.values(name);
        String typed = values.isEmpty() ? "" : values.getFirst();
        boolean digits = !typed.isEmpty()
                && typed.length() <= MAX_DIGITS
                && typed.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Long.parseLong(typed) : defaultValue;
    }
}
