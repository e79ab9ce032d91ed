package jirei.opensearch;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import jirei.search.SearchUnavailableException;
import jirei.search.TooManyClausesException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Client of a cluster with one or more addresses. After a failed request all addresses are probed in parallel;
 * unresponsive ones are skipped, and searches avoid shards on those nodes until they respond again. So a hung node
 * costs one timeout, although the cluster itself takes half a minute to remove it. Thread-safe.
 */
final class ClusterClient implements Closeable {
    private static final String PREFERENCE = "preference";
    /** Contained in the error of a query with more clauses than OpenSearch allows, for any HTTP status. */
    private static final String TOO_MANY_CLAUSES = "maxClauseCount";

    /** The error, with status 404, of a search whose context was on a node that left between the two phases. */
    private static final String SEARCH_CONTEXT_LOST = "search_context_missing_exception";

    private static final int TOO_MANY_REQUESTS = 429;
    private static final long PROBE_INTERVAL_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final long[] RETRY_DELAYS_MILLIS = {100, 400, 1_000, 2_000};

    private final ClusterSettings settings;
    private final List<NodeClient> nodes;
    private final AtomicInteger nextNode = new AtomicInteger();
    private final AtomicBoolean isProbing = new AtomicBoolean();
    private volatile long lastProbe = System.nanoTime();

    /** @param timeout the response timeout */
    ClusterClient(ClusterSettings settings, Duration timeout) {
        this.settings = settings;
        this.nodes = settings.urls().stream()
                .map(url -> new NodeClient(url, settings, timeout))
                .toList();
    }

    /**
     * A response of a node. Immutable.
     *
     * @param status the HTTP status
     * @param body the JSON body; an empty object if there is none
     */
    record Response(int status, JsonNode body) {
        boolean isSuccess() {
            return status < 300;
        }

        /** Whether the request may succeed if sent again shortly. */
        boolean isRetryable() {
            return isRetryable(status) || (!isSuccess() && body.toString().contains(SEARCH_CONTEXT_LOST));
        }

        static boolean isRetryable(int status) {
            return status == TOO_MANY_REQUESTS || status >= 500;
        }

        String reason() {
            JsonNode error = body.path("error");
            JsonNode reason = error.path("root_cause").path(0).path("reason");
            return reason.isMissingNode() ? status + " " + error : status + " " + reason.asString();
        }
    }

    /**
     * Sends a request, with {@code body} as JSON or without a body if it is null, and retries while the cluster is
     * overloaded.
     *
     * @throws SearchUnavailableException if no node responds, access is denied, or the cluster stays overloaded for
     *     some seconds
     * @throws TooManyClausesException if the query has more clauses than the cluster allows
     */
    JsonNode send(String method, String path, Map<String, String> parameters, @Nullable Object body) {
        String json = body == null ? null : json(body);
        return bodyOf(path, retry(any -> true, () -> trySend(method, path, parameters, json)));
    }

    /** Sends {@code lines} of JSON and retries for some seconds until the response {@code isComplete}. */
    JsonNode send(String path, Map<String, String> parameters, String lines, Predicate<JsonNode> isComplete) {
        return bodyOf(path, retry(isComplete, () -> trySend("POST", path, parameters, lines)));
    }

    /**
     * One search of a multi-search request. Immutable.
     *
     * @param head the search options
     * @param body the search body
     */
    record Search(Map<String, Object> head, Object body) {
        String lines(String preference) {
            Map<String, Object> withPreference = new HashMap<>(head);
            if (!preference.isEmpty()) {
                withPreference.put(PREFERENCE, preference);
            }
            return json(withPreference) + "\n" + json(body) + "\n";
        }
    }

    /** Sends several searches in one request and retries until every response {@code isComplete}. */
    JsonNode multiSearch(String path, List<Search> searches, Predicate<JsonNode> isComplete) {
        return bodyOf(
                path,
                retry(
                        isComplete,
                        () -> failover((node, preference) -> {
                            String lines = searches.stream()
                                    .map(search -> search.lines(preference))
                                    .collect(Collectors.joining());
                            return node.send("POST", path, Map.of(), lines);
                        })));
    }

    /** Gets {@code path}; empty if it does not exist. */
    Optional<JsonNode> find(String path) {
        Response response = retry(body -> true, () -> trySend("GET", path, Map.of(), null));
        return response.isSuccess() ? Optional.of(response.body) : Optional.empty();
    }

    private static Response retry(Predicate<JsonNode> isComplete, Supplier<Response> attempt) {
        Response response = attempt.get();
        for (long wait : RETRY_DELAYS_MILLIS) {
            if (response.isSuccess() && isComplete.test(response.body)) {
                return response;
            }
            checkClauseCount(response);
            if (!response.isRetryable() && !response.isSuccess()) {
                return response;
            }
            await(wait);
            response = attempt.get();
        }
        if (response.isRetryable() || !isComplete.test(response.body)) {
            throw new SearchUnavailableException(
                    "検索エンジン（OpenSearch）の一部が答えないため、正しい件数を出せません。しばらく待ってから、もう一度お試しください。続くときは、OpenSearch がすべて動いているかを確かめてください。",
                    new IOException(response.reason()));
        }
        return response;
    }

    /** A query with too many clauses fails however often it is sent. */
    private static void checkClauseCount(Response response) {
        if (response.body.toString().contains(TOO_MANY_CLAUSES)) {
            throw new TooManyClausesException("キーワードの数が、検索エンジン（OpenSearch）の上限を超えています。"
                    + "キーワードを減らすか、設定 indices.query.bool.max_clause_count を20000以上にしてください。");
        }
    }

    static void await(long millis) {
        try {
            new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SearchUnavailableException("検索エンジン（OpenSearch）の答えを待つのをやめました。もう一度お試しください。");
        }
    }

    private static JsonNode bodyOf(String path, Response response) {
        if (!response.isSuccess()) {
            throw new IllegalStateException(path + " was refused: " + response.reason());
        }
        return response.body;
    }

    /** Sends a request once, with failover to other nodes, and returns the response of any status. */
    Response trySend(String method, String path, Map<String, String> parameters, @Nullable String body) {
        return failover((node, preference) -> {
            Map<String, String> withPreference = new HashMap<>(parameters);
            if (path.endsWith("/_search") && !preference.isEmpty()) {
                withPreference.put(PREFERENCE, preference);
            }
            return node.send(method, path, withPreference, body);
        });
    }

    private interface Request {
        /** @param preference the nodes to prefer; empty for any */
        Response to(NodeClient node, String preference) throws IOException;
    }

    private Response failover(Request request) {
        probeIfDue();
        IOException problem = null;
        for (int attempts = 0; attempts <= nodes.size(); attempts++) {
            try {
                return checkAuthorized(request.to(next(), preference()));
            } catch (IOException e) {
                problem = e;
                probeNodes();
            }
            if (attempts > 0 && nodes.stream().noneMatch(NodeClient::isResponsive)) {
                break;
            }
        }
        throw new SearchUnavailableException(
                problem instanceof SSLException
                        ? "検索エンジン（OpenSearch、" + settings.urls()
                                + "）の証明書を確かめられません。認証局の証明書を --ca-file で指定しているか、--url の名前が証明書と同じかを確かめてください。"
                        : "検索エンジン（OpenSearch、" + settings.urls() + "）につながりません。動いているか、--url が正しいかを確かめてください。",
                problem == null ? new IOException("no node") : problem);
    }

    private static Response checkAuthorized(Response response) {
        if (response.status == 401 || response.status == 403) {
            throw new SearchUnavailableException(
                    "検索エンジン（OpenSearch）に断られました（" + response.status + "）。--user と --password-file、その利用者の権限を確かめてください。");
        }
        return response;
    }

    /** Chooses the next responsive node in round-robin order; any node if none is responsive. */
    private NodeClient next() {
        List<NodeClient> healthy =
                nodes.stream().filter(NodeClient::isResponsive).toList();
        List<NodeClient> candidates = healthy.isEmpty() ? nodes : healthy;
        return candidates.get(Math.floorMod(nextNode.getAndIncrement(), candidates.size()));
    }

    /**
     * The search preference that avoids unresponsive nodes for shards with replicas elsewhere; empty if all nodes
     * respond.
     */
    private String preference() {
        List<String> healthy = nodes.stream()
                .filter(node -> node.isResponsive() && !node.id().isEmpty())
                .map(NodeClient::id)
                .toList();
        return healthy.isEmpty() || nodes.stream().allMatch(NodeClient::isResponsive)
                ? ""
                : healthy.stream().collect(Collectors.joining(",", "_prefer_nodes:", ""));
    }

    private void probeIfDue() {
        boolean isDue = System.nanoTime() - lastProbe > PROBE_INTERVAL_NANOS;
        if (isDue && !nodes.stream().allMatch(NodeClient::isResponsive) && isProbing.compareAndSet(false, true)) {
            Thread.ofVirtual().start(() -> {
                try {
                    probeNodes();
                } finally {
                    isProbing.set(false);
                }
            });
        }
    }

    /** Probes all addresses in parallel. */
    private void probeNodes() {
        List<Thread> threads = new ArrayList<>();
        nodes.forEach(node -> threads.add(Thread.ofVirtual().start(node::probe)));
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        lastProbe = System.nanoTime();
    }

    static String json(Object body) {
        return JsonMapper.shared().writeValueAsString(body);
    }

    @Override
    public void close() throws IOException {
        for (NodeClient node : nodes) {
            node.close();
        }
    }
}
