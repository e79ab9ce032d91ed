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
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import jirei.search.SearchUnavailableException;
import jirei.search.TooManyClausesException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Speaks to a cluster by one address or several. When an answer doesn't come, every address is looked after at once; those that
 * don't answer are passed over, and shards on them aren't asked, until they answer again. So a node that hangs costs one time of
 * waiting, though the cluster itself takes half a minute to give it up.
 */
final class ClusterClient implements Closeable {
    private static final String PREFERENCE = "preference";
    /** Stands in what OpenSearch says of a query with more parts than it takes, whatever status that has. */
    private static final String TOO_MANY_CLAUSES = "maxClauseCount";

    /** What OpenSearch says, with 404, of a search whose first half was in a node that has gone since. */
    private static final String HALF_LOST = "search_context_missing_exception";

    private static final int TOO_MANY_REQUESTS = 429;
    private static final long PROBE_INTERVAL_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final long[] WAITS_MILLIS = {100, 400, 1_000, 2_000};

    private final ClusterSettings settings;
    private final List<NodeClient> nodes;
    private final AtomicInteger turn = new AtomicInteger();
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile long looked = System.nanoTime();

    /** @param patience how long an answer is waited for */
    ClusterClient(ClusterSettings settings, Duration patience) {
        this.settings = settings;
        this.nodes = settings.urls().stream()
                .map(url -> new NodeClient(url, settings, patience))
                .toList();
    }

    /**
     * What a node answered.
     *
     * @param status the HTTP status
     * @param body its JSON
     */
    record Answer(int status, JsonNode body) {
        boolean isGood() {
            return status < 300;
        }

        /** Whether it may be better a little later. */
        boolean isBusy() {
            return isBusy(status) || (!isGood() && body.toString().contains(HALF_LOST));
        }

        static boolean isBusy(int status) {
            return status == TOO_MANY_REQUESTS || status >= 500;
        }

        String reason() {
            JsonNode error = body.path("error");
            JsonNode reason = error.path("root_cause").path(0).path("reason");
            return reason.isMissingNode() ? status + " " + error : status + " " + reason.asString();
        }
    }

    /**
     * Asks with {@code body}, or without where that is null.
     *
     * @throws SearchUnavailableException if no node answers, refuses who asks, or is overloaded for some seconds
     * @throws TooManyClausesException if what is asked has more parts than the cluster takes
     */
    JsonNode ask(String method, String path, Map<String, String> parameters, @Nullable Object body) {
        String json = body == null ? null : json(body);
        return good(path, retry(answer -> true, () -> tryAsking(method, path, parameters, json)));
    }

    /** Asks with {@code lines} of JSON until the answer is {@code whole}, some seconds at most. */
    JsonNode ask(String path, Map<String, String> parameters, String lines, Predicate<JsonNode> whole) {
        return good(path, retry(whole, () -> tryAsking("POST", path, parameters, lines)));
    }

    /**
     * A search among several.
     *
     * @param head how it is to be made
     * @param body what is searched for
     */
    record Search(Map<String, Object> head, Object body) {
        String lines(String preference) {
            Map<String, Object> preferring = new HashMap<>(head);
            if (!preference.isEmpty()) {
                preferring.put(PREFERENCE, preference);
            }
            return json(preferring) + "\n" + json(body) + "\n";
        }
    }

    /** Asks several searches at once, each until it is {@code whole}. */
    JsonNode askEach(String path, List<Search> searches, Predicate<JsonNode> whole) {
        return good(
                path,
                retry(
                        whole,
                        () -> failover((node, preference) -> {
                            String lines = searches.stream()
                                    .map(search -> search.lines(preference))
                                    .collect(Collectors.joining());
                            return node.ask("POST", path, Map.of(), lines);
                        })));
    }

    /** The answer to a question about something that may not be there. */
    Optional<JsonNode> find(String path) {
        Answer answer = retry(any -> true, () -> tryAsking("GET", path, Map.of(), null));
        return answer.isGood() ? Optional.of(answer.body) : Optional.empty();
    }

    private interface Asking {
        Answer run();
    }

    private static Answer retry(Predicate<JsonNode> whole, Asking asking) {
        Answer answer = asking.run();
        for (long wait : WAITS_MILLIS) {
            if (answer.isGood() && whole.test(answer.body)) {
                return answer;
            }
            requireFewWords(answer);
            if (!answer.isBusy() && !answer.isGood()) {
                return answer;
            }
            await(wait);
            answer = asking.run();
        }
        if (answer.isBusy() || !whole.test(answer.body)) {
            throw new SearchUnavailableException(
                    "検索エンジン（OpenSearch）の一部が答えないため、正しい件数を出せません。しばらく待ってから、もう一度お試しください。続くときは、OpenSearch がすべて動いているかを確かめてください。",
                    new IOException(answer.reason()));
        }
        return answer;
    }

    /** Asking again wouldn't help. */
    private static void requireFewWords(Answer answer) {
        if (answer.body.toString().contains(TOO_MANY_CLAUSES)) {
            throw new TooManyClausesException("検索することばが、検索エンジン（OpenSearch）の上限をこえています。"
                    + "ことばを減らすか、設定 indices.query.bool.max_clause_count を20000以上にしてください。");
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

    private static JsonNode good(String question, Answer answer) {
        if (!answer.isGood()) {
            throw new IllegalStateException(question + " was refused: " + answer.reason());
        }
        return answer.body;
    }

    /** The same whatever the answer's status is, if only there is one. */
    Answer tryAsking(String method, String path, Map<String, String> parameters, @Nullable String body) {
        return failover((node, preference) -> {
            Map<String, String> preferring = new HashMap<>(parameters);
            if (path.endsWith("/_search") && !preference.isEmpty()) {
                preferring.put(PREFERENCE, preference);
            }
            return node.ask(method, path, preferring, body);
        });
    }

    private interface Request {
        /** @param preference which nodes are to be preferred; empty for any */
        Answer to(NodeClient node, String preference) throws IOException;
    }

    private Answer failover(Request request) {
        probeIfDue();
        IOException problem = null;
        for (int tries = 0; tries <= nodes.size(); tries++) {
            try {
                return allowed(request.to(next(), preference()));
            } catch (IOException e) {
                problem = e;
                probeNodes();
            }
            if (tries > 0 && nodes.stream().noneMatch(NodeClient::answers)) {
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

    private static Answer allowed(Answer answer) {
        if (answer.status == 401 || answer.status == 403) {
            throw new SearchUnavailableException(
                    "検索エンジン（OpenSearch）に断られました（" + answer.status + "）。--user と --password-file、その利用者の権限を確かめてください。");
        }
        return answer;
    }

    /** In turn, those that answer; all if none does. */
    private NodeClient next() {
        List<NodeClient> well = nodes.stream().filter(NodeClient::answers).toList();
        List<NodeClient> some = well.isEmpty() ? nodes : well;
        return some.get(Math.floorMod(turn.getAndIncrement(), some.size()));
    }

    /** Lets shards on nodes that don't answer be passed over where there are copies elsewhere. */
    private String preference() {
        List<String> well = nodes.stream()
                .filter(node -> node.answers() && !node.id().isEmpty())
                .map(NodeClient::id)
                .toList();
        return well.isEmpty() || nodes.stream().allMatch(NodeClient::answers)
                ? ""
                : well.stream().collect(Collectors.joining(",", "_prefer_nodes:", ""));
    }

    private void probeIfDue() {
        boolean isTime = System.nanoTime() - looked > PROBE_INTERVAL_NANOS;
        if (isTime && !nodes.stream().allMatch(NodeClient::answers) && looking.compareAndSet(false, true)) {
            Thread.ofVirtual().start(() -> {
                probeNodes();
                looking.set(false);
            });
        }
    }

    /** Looks after every address at once. */
    private void probeNodes() {
        List<Thread> threads = new ArrayList<>();
        nodes.forEach(node -> threads.add(Thread.ofVirtual().start(node::look)));
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        looked = System.nanoTime();
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
