package jirei.web.settings;

import java.time.Duration;
import jirei.query.SearchRequest;

/**
 * How much one request, and all together, may ask for. What asks for more is refused in a sentence.
 *
 * @param queryCharacters the longest query, in UTF-16 code units, 1 to {@value SearchRequest#MAX_QUERY_LENGTH}
 * @param deepestHit how far one can page: page × size at most, 1 to {@value SearchRequest#MAX_HIT_RANK}
 * @param hitsPerPage how many hits, each with its snippets, one answer may have, {@value SearchRequest#DEFAULT_PAGE_SIZE} to
 *     {@value SearchRequest#MAX_PAGE_SIZE}
 * @param facetValues how many values of facets a search may be narrowed by, from 1
 * @param parameters how many parameters an address may have, from 1
 * @param headBytes the longest request line with its headers, in bytes, from 1024
 * @param bodyBytes the longest body, which nothing reads, in bytes, from 0
 * @param connections how many connections are taken at once, from 1; more wait
 * @param requestsAtOnce how many requests are answered at once, from 1
 * @param requestsPerMinute how many requests one address may make in a minute; 0 for any number
 * @param search how long one search may take
 * @param idle how long a connection may say nothing
 * @param stop how long requests under way may take when the server is stopped
 * @param notice how long a server that is to be stopped says so and answers all the same, from 0
 */
public record WebLimits(
        int queryCharacters,
        int deepestHit,
        int hitsPerPage,
        int facetValues,
        int parameters,
        int headBytes,
        int bodyBytes,
        int connections,
        int requestsAtOnce,
        int requestsPerMinute,
        Duration search,
        Duration idle,
        Duration stop,
        Duration notice) {
    /**
     * What serves a prefecture on one machine. The longest query takes nine bytes for each of its characters, and a browser
     * adds where it comes from; the longest shortlist has two hundred parameters.
     */
    public static final WebLimits DEFAULT = new WebLimits(
            SearchRequest.MAX_QUERY_LENGTH,
            SearchRequest.MAX_HIT_RANK,
            SearchRequest.MAX_PAGE_SIZE,
            100,
            256,
            32 * 1024,
            8 * 1024,
            1024,
            128,
            0,
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofSeconds(10),
            Duration.ZERO);

    /**
     * @throws IllegalArgumentException if a limit is out of range
     */
    public WebLimits {
        require("queryCharacters", queryCharacters, 1, SearchRequest.MAX_QUERY_LENGTH);
        require("deepestHit", deepestHit, 1, SearchRequest.MAX_HIT_RANK);
        require("hitsPerPage", hitsPerPage, SearchRequest.DEFAULT_PAGE_SIZE, SearchRequest.MAX_PAGE_SIZE);
        require("facetValues", facetValues, 1, Integer.MAX_VALUE);
        require("parameters", parameters, 1, Integer.MAX_VALUE);
        require("headBytes", headBytes, 1024, Integer.MAX_VALUE);
        require("bodyBytes", bodyBytes, 0, Integer.MAX_VALUE);
        require("connections", connections, 1, Integer.MAX_VALUE);
        require("requestsAtOnce", requestsAtOnce, 1, Integer.MAX_VALUE);
        require("requestsPerMinute", requestsPerMinute, 0, Integer.MAX_VALUE);
        require("search", search.toMillis(), 1, Integer.MAX_VALUE);
        require("idle", idle.toMillis(), 1, Integer.MAX_VALUE);
        require("stop", stop.toMillis(), 1, Integer.MAX_VALUE);
        require("notice", notice.toMillis(), 0, Integer.MAX_VALUE);
    }

    private static void require(String name, long value, long min, long limit) {
        if (value < min || value > limit) {
            throw new IllegalArgumentException(name + " must be " + min + " to " + limit + ", got " + value);
        }
    }
}
