package jirei.opensearch;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import jirei.search.SearchUnavailableException;
import tools.jackson.databind.JsonNode;

/**
 * The copies of an index that is being made. They take over what the first of them has written, and so may be behind it for a while,
 * when a count that they answer would be too small. Since documents are only added, those that have as many have the same.
 */
final class ReplicaSync {
    private static final long FIRST_WAIT_MILLIS = 50;
    private static final long MAX_WAIT_MILLIS = 5_000;
    /** The last parts may be some gigabytes, and go at some 40 MB a second. */
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(30);

    private final ClusterClient cluster;
    private final String index;

    ReplicaSync(ClusterClient cluster, String index) {
        this.cluster = cluster;
        this.index = index;
    }

    /**
     * Waits until every copy that may be asked has all documents.
     *
     * @throws SearchUnavailableException if that takes very long
     */
    void await() {
        long end = System.nanoTime() + PATIENCE_NANOS;
        for (long wait = FIRST_WAIT_MILLIS; !areAlike(); wait = Math.min(2 * wait, MAX_WAIT_MILLIS)) {
            if (System.nanoTime() > end) {
                throw new SearchUnavailableException("検索エンジン（OpenSearch）の索引「" + index
                        + "」の写しが30分たってもできあがりません。節点の空き容量と負荷を確かめて、もう一度「jirei index」を実行してください。続きから書き込みます。");
            }
            ClusterClient.await(wait);
        }
    }

    private boolean areAlike() {
        JsonNode answer = cluster.ask("GET", "/" + index + "/_stats/docs", Map.of("level", "shards"), null);
        boolean areAll = answer.path("_shards").path("failed").asInt() == 0;
        return areAll
                && answer.path("indices")
                        .path(index)
                        .path("shards")
                        .valueStream()
                        .allMatch(ReplicaSync::areAlike);
    }

    private static boolean areAlike(JsonNode copies) {
        Set<Long> counts = new HashSet<>();
        for (JsonNode copy : copies) {
            JsonNode routing = copy.path("routing");
            if (!routing.path("state").asString().equals("INITIALIZING")) { // which isn't asked yet
                counts.add(copy.path("docs").path("count").asLong());
            }
        }
        return counts.size() == 1;
    }
}
