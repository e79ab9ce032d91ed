package jirei.opensearch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jirei.search.SearchUnavailableException;
import tools.jackson.databind.JsonNode;

/**
 * Writes documents into one index by bulk requests. Writes are idempotent: documents have fixed IDs. Documents that the
 * cluster has no capacity for are sent again after an increasing delay, which blocks the caller. A case is sent after
 * all its sections, so that a case in the index has all its sections there. Not thread-safe.
 */
final class BulkWriter {
    /** In UTF-16 code units; about 5 MB, as the OpenSearch documentation recommends. */
    static final int MAX_BULK_BYTES = 2_000_000;

    private static final int VOCABULARY_CHUNK_BYTES = 1_000_000;
    private static final int MAX_ATTEMPTS = 12;
    private static final long FIRST_WAIT_MILLIS = 200;
    private static final long MAX_WAIT_MILLIS = 30_000;

    private final ClusterClient cluster;
    private final String index;
    private final int maxBulkSize;
    private final Map<String, String> pendingSections = new LinkedHashMap<>();
    private final Map<String, String> pendingCases = new LinkedHashMap<>();
    private int pendingSize;

    /** @param limit the size of a bulk request in UTF-16 code units; the last document may exceed it */
    BulkWriter(ClusterClient cluster, String index, int limit) {
        this.cluster = cluster;
        this.index = index;
        this.maxBulkSize = limit;
    }

    static String sectionId(String caseId, int position) {
        return caseId + "#" + position;
    }

    static String vocabularyId(int number) {
        return "words:" + number; // no case has such an ID
    }

    /**
     * Adds {@code document} with {@code id} to the shard of {@code caseId}; sends a bulk request when enough are
     * pending.
     */
    void add(String id, String caseId, Map<String, Object> document) {
        put(pendingSections, id, caseId, document);
        if (pendingSize > maxBulkSize) {
            send(pendingSections);
        }
    }

    /** Adds the case {@code id}, which is sent after its sections. */
    void addCase(String id, Map<String, Object> document) {
        put(pendingCases, id, id, document);
        if (pendingSize > maxBulkSize) {
            flush();
        }
    }

    private void put(Map<String, String> pending, String id, String caseId, Map<String, Object> document) {
        Map<String, Object> action = Map.of("index", Map.of("_id", id, "routing", caseId));
        String lines = ClusterClient.json(action) + "\n" + ClusterClient.json(document) + "\n";
        pending.put(id, lines);
        pendingSize += lines.length();
    }

    /**
     * Writes the vocabulary of the index in chunks, and sends everything pending.
     *
     * @param fields the text fields that other documents have
     */
    void addVocabulary(byte[] bytes, Collection<String> fields) {
        for (int number = 0; number * VOCABULARY_CHUNK_BYTES < bytes.length; number++) {
            int from = number * VOCABULARY_CHUNK_BYTES;
            int length = Math.min(VOCABULARY_CHUNK_BYTES, bytes.length - from);
            var chunk = new byte[length];
            System.arraycopy(bytes, from, chunk, 0, length);
            String id = vocabularyId(number);
            String text = Base64.getEncoder().encodeToString(chunk);
            Map<String, Object> document = new LinkedHashMap<>();
            fields.forEach(field -> document.put(field, ""));
            document.put(IndexMapping.STORED, Map.of("bytes", text));
            add(id, id, document);
        }
        flush();
    }

    /**
     * Sends all pending documents.
     *
     * @throws SearchUnavailableException if the cluster does not accept them within some minutes
     */
    void flush() {
        send(pendingSections);
        send(pendingCases);
    }

    private void send(Map<String, String> lines) {
        long wait = FIRST_WAIT_MILLIS;
        for (int attempt = 1; !lines.isEmpty(); attempt++) {
            String reason = sendOnce(lines);
            if (!lines.isEmpty()) {
                if (attempt == MAX_ATTEMPTS) {
                    throw new SearchUnavailableException(
                            "検索エンジン（OpenSearch）が書き込みを受け付けません。空き容量と負荷を確かめて、もう一度「jirei index」を実行してください。続きから書き込みます。",
                            new IOException(reason));
                }
                ClusterClient.await(wait);
                wait = Math.min(2 * wait, MAX_WAIT_MILLIS);
            }
        }
        pendingSize = Stream.concat(pendingSections.values().stream(), pendingCases.values().stream())
                .mapToInt(String::length)
                .sum();
    }

    /**
     * Sends {@code lines} once and removes those accepted.
     *
     * @return why the others were not accepted; empty if all were
     */
    private String sendOnce(Map<String, String> lines) {
        try {
            ClusterClient.Response response =
                    cluster.trySend("POST", "/" + index + "/_bulk", Map.of(), String.join("", lines.values()));
            if (response.isRetryable()) {
                return response.reason();
            }
            if (!response.isSuccess()) {
                throw new IllegalStateException("the index refuses documents: " + response.reason());
            }
            return removeAccepted(response.body(), lines);
        } catch (SearchUnavailableException e) {
            return e.detail();
        }
    }

    private static String removeAccepted(JsonNode body, Map<String, String> lines) {
        String reason = "";
        List<String> accepted = new ArrayList<>();
        for (JsonNode item : body.path("items")) {
            JsonNode result = item.path("index");
            int status = result.path("status").asInt();
            if (status < 300) {
                accepted.add(result.path("_id").asString());
            } else if (ClusterClient.Response.isRetryable(status)) {
                reason = result.path("error").path("reason").asString("");
            } else {
                throw new IllegalStateException("the index refuses a document: " + result.path("error"));
            }
        }
        accepted.forEach(lines::remove);
        return reason;
    }
}
