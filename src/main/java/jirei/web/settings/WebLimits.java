package jirei.web.settings;

import java.time.Duration;
import jirei.query.SearchRequest;

/**
 * The limits of the server. Requests beyond them are rejected with a message. Immutable.
 *
 * @param search what one search may request
 * @param request the size of a request
 * @param load the load from all clients
 * @param times the time limits
 */
public record WebLimits(SearchLimits search, RequestLimits request, LoadLimits load, TimeLimits times) {
    /**
     * Limits for a prefecture served by one machine. The longest query takes nine bytes per character, and a browser
     * adds the referrer; the longest shortlist has two hundred parameters.
     */
    public static final WebLimits DEFAULT = new WebLimits(
            new SearchLimits(
                    SearchRequest.MAX_QUERY_LENGTH, SearchRequest.MAX_HIT_RANK, SearchRequest.MAX_PAGE_SIZE, 100),
            new RequestLimits(256, 32 * 1024, 8 * 1024),
            new LoadLimits(1024, 128, 0),
            new TimeLimits(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ZERO));

    /**
     * What one search may request. Immutable.
     *
     * @param queryLength the maximum length of a query, in UTF-16 code units, 1 to
     *     {@value SearchRequest#MAX_QUERY_LENGTH}
     * @param hitRank the maximum of page × size, 1 to {@value SearchRequest#MAX_HIT_RANK}
     * @param pageSize the maximum number of hits per page, {@value SearchRequest#DEFAULT_PAGE_SIZE} to
     *     {@value SearchRequest#MAX_PAGE_SIZE}
     * @param facetValues the maximum number of selected and excluded facet values, at least 1
     */
    public record SearchLimits(int queryLength, int hitRank, int pageSize, int facetValues) {
        /**
         * @throws IllegalArgumentException if a limit is out of range
         */
        public SearchLimits {
            require("queryLength", queryLength, 1, SearchRequest.MAX_QUERY_LENGTH);
            require("hitRank", hitRank, 1, SearchRequest.MAX_HIT_RANK);
            require("pageSize", pageSize, SearchRequest.DEFAULT_PAGE_SIZE, SearchRequest.MAX_PAGE_SIZE);
            require("facetValues", facetValues, 1, Integer.MAX_VALUE);
        }
    }

    /**
     * The size of a request. Immutable.
     *
     * @param parameters the maximum number of query parameters, at least 1
     * @param headerBytes the maximum size of request line and headers, in bytes, at least 1024
     * @param bodyBytes the maximum size of the body, which is never read, in bytes, at least 0
     */
    public record RequestLimits(int parameters, int headerBytes, int bodyBytes) {
        /**
         * @throws IllegalArgumentException if a limit is out of range
         */
        public RequestLimits {
            require("parameters", parameters, 1, Integer.MAX_VALUE);
            require("headerBytes", headerBytes, 1024, Integer.MAX_VALUE);
            require("bodyBytes", bodyBytes, 0, Integer.MAX_VALUE);
        }
    }

    /**
     * The load from all clients. Immutable.
     *
     * @param connections the maximum number of open connections, at least 1; more wait
     * @param concurrentRequests the maximum number of concurrent requests, at least 1
     * @param requestsPerMinute the maximum number of requests per minute of one client address; 0 for no limit
     * @param concurrentSearches the maximum number of searches that run at once, and of other pages, at least 1
     * @param concurrentExports the maximum number of exports that compute at once, at least 1
     */
    public record LoadLimits(
            int connections,
            int concurrentRequests,
            int requestsPerMinute,
            int concurrentSearches,
            int concurrentExports) {
        /**
         * @throws IllegalArgumentException if a limit is out of range
         */
        public LoadLimits {
            require("connections", connections, 1, Integer.MAX_VALUE);
            require("concurrentRequests", concurrentRequests, 1, Integer.MAX_VALUE);
            require("requestsPerMinute", requestsPerMinute, 0, Integer.MAX_VALUE);
            require("concurrentSearches", concurrentSearches, 1, Integer.MAX_VALUE);
            require("concurrentExports", concurrentExports, 1, Integer.MAX_VALUE);
        }

        /** Creates limits with the concurrent work that suits the processors of this machine. */
        public LoadLimits(int connections, int concurrentRequests, int requestsPerMinute) {
            this(
                    connections,
                    concurrentRequests,
                    requestsPerMinute,
                    2 * Runtime.getRuntime().availableProcessors(),
                    Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
        }
    }

    /**
     * The time limits, in milliseconds at least 1 unless stated otherwise. Immutable.
     *
     * @param search the maximum time of one search
     * @param idle the time after which an idle connection is closed
     * @param shutdown how long active requests may take once the server stops
     * @param drain how long a stopping server still accepts requests and reports that it stops, at least 0
     */
    public record TimeLimits(Duration search, Duration idle, Duration shutdown, Duration drain) {
        /**
         * @throws IllegalArgumentException if a limit is out of range
         */
        public TimeLimits {
            require("search", search.toMillis(), 1, Integer.MAX_VALUE);
            require("idle", idle.toMillis(), 1, Integer.MAX_VALUE);
            require("shutdown", shutdown.toMillis(), 1, Integer.MAX_VALUE);
            require("drain", drain.toMillis(), 0, Integer.MAX_VALUE);
        }
    }

    private static void require(String name, long value, long min, long max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(name + " must be " + min + " to " + max + ", got " + value);
        }
    }
}
