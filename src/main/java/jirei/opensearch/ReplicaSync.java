package jirei.opensearch;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import jirei.search.SearchUnavailableException;
import tools.jackson.databind.JsonNode;

/**
 * Waits for the replicas of a new index. Replicas receive segments from the primary and may lag behind, when their
 * counts would be too small. Since documents are only added, replicas with equal counts have the same documents. Not
 * thread-safe.
 */
final class ReplicaSync {
    private static final long FIRST_WAIT_MILLIS = 50;
    private static final long MAX_WAIT_MILLIS = 5_000;
    /** The last segments may be some gigabytes, copied at about 40 MB a second. */
    private static final long TIMEOUT_NANOS = TimeUnit.MINUTES.toNanos(30);

    private final ClusterClient cluster;
    private final String index;

    ReplicaSync(ClusterClient cluster, String index) {
        this.cluster = cluster;
        this.index = index;
    }

    /**
     * Waits until every replica that serves searches has all documents.
     *
     * @throws SearchUnavailableException if that takes longer than 30 minutes
     */
    void await() {
        long deadline = System.nanoTime() + TIMEOUT_NANOS;
        for (long wait = FIRST_WAIT_MILLIS; !areInSync(); wait = Math.min(2 * wait, MAX_WAIT_MILLIS)) {
            if (System.nanoTime() > deadline) {
                throw new SearchUnavailableException("検索エンジン（OpenSearch）の索引「" + index
                        + "」の写しが30分たってもできあがりません。節点の空き容量と負荷を確かめて、もう一度「jirei index」を実行してください。続きから書き込みます。");
            }
            ClusterClient.await(wait);
        }
    }

    private boolean areInSync() {
        JsonNode response = cluster.send("GET", "/" + index + "/_stats/docs", Map.of("level", "shards"), null);
        boolean isComplete = response.path("_shards").path("failed").asInt() == 0;
        return isComplete
                && response.path("indices")
                        .path(index)
                        .path("shards")
                        .valueStream()
                        .allMatch(ReplicaSync::areInSync);
    }

    private static boolean areInSync(JsonNode replicas) {
        Set<Long> counts = new HashSet<>();
        for (JsonNode replica : replicas) {
            JsonNode routing = replica.path("routing");
            if (!routing.path("state").asString().equals("INITIALIZING")) { // not searched yet
                counts.add(replica.path("docs").path("count").asLong());
            }
        }
        return counts.size() == 1;
    }
}
