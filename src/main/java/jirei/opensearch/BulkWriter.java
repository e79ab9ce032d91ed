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
 * Writes documents into one index, many at a time. A document that is written twice is there once. What the cluster has no room for
 * now is sent again, after longer and longer; whoever writes waits meanwhile. A case is sent when all its sections are there, so that
 * where it is, they are. For one thread at a time.
 */
final class BulkWriter {
    /** In UTF-16 code units: some 5 MB, as the makers of OpenSearch advise. */
    static final int MAX_BULK_BYTES = 2_000_000;

    private static final int BYTES_OF_WORDS = 1_000_000;
    private static final int MAX_ATTEMPTS = 12;
    private static final long FIRST_WAIT_MILLIS = 200;
    private static final long MAX_WAIT_MILLIS = 30_000;

    private final ClusterClient cluster;
    private final String index;
    private final int most;
    private final Map<String, String> waiting = new LinkedHashMap<>();
    private final Map<String, String> cases = new LinkedHashMap<>();
    private int size;

    /** @param limit how many UTF-16 code units are sent at once, somewhat more at most */
    BulkWriter(ClusterClient cluster, String index, int limit) {
        this.cluster = cluster;
        this.index = index;
        this.most = limit;
    }

    static String sectionId(String caseId, int position) {
        return caseId + "#" + position;
    }

    static String wordsId(int number) {
        return "words:" + number; // no case has such an id
    }

    /** Writes {@code document} with {@code id} into the shard of {@code caseId}, with others. */
    void add(String id, String caseId, Map<String, Object> document) {
        put(waiting, id, caseId, document);
        if (size > most) {
            send(waiting);
        }
    }

    /** Writes the case {@code id} behind its sections. */
    void addCase(String id, Map<String, Object> document) {
        put(cases, id, id, document);
        if (size > most) {
            flush();
        }
    }

    private void put(Map<String, String> where, String id, String caseId, Map<String, Object> document) {
        Map<String, Object> action = Map.of("index", Map.of("_id", id, "routing", caseId));
        String lines = ClusterClient.json(action) + "\n" + ClusterClient.json(document) + "\n";
        where.put(id, lines);
        size += lines.length();
    }

    /**
     * Writes the words of the index.
     *
     * @param fields the text fields that other documents have
     */
    void addWords(byte[] bytes, Collection<String> fields) {
        for (int number = 0; number * BYTES_OF_WORDS < bytes.length; number++) {
            int from = number * BYTES_OF_WORDS;
            int length = Math.min(BYTES_OF_WORDS, bytes.length - from);
            var piece = new byte[length];
            System.arraycopy(bytes, from, piece, 0, length);
            String id = wordsId(number);
            String text = Base64.getEncoder().encodeToString(piece);
            Map<String, Object> document = new LinkedHashMap<>();
            fields.forEach(field -> document.put(field, ""));
            document.put(IndexMapping.STORED, Map.of("bytes", text));
            add(id, id, document);
        }
        flush();
    }

    /**
     * Sends what waits.
     *
     * @throws SearchUnavailableException if the cluster doesn't take it in some minutes
     */
    void flush() {
        send(waiting);
        send(cases);
    }

    private void send(Map<String, String> lines) {
        long wait = FIRST_WAIT_MILLIS;
        for (int tries = 1; !lines.isEmpty(); tries++) {
            String trouble = sendOnce(lines);
            if (!lines.isEmpty()) {
                if (tries == MAX_ATTEMPTS) {
                    throw new SearchUnavailableException(
                            "検索エンジン（OpenSearch）が書き込みを受け付けません。空き容量と負荷を確かめて、もう一度「jirei index」を実行してください。続きから書き込みます。",
                            new IOException(trouble));
                }
                ClusterClient.await(wait);
                wait = Math.min(2 * wait, MAX_WAIT_MILLIS);
            }
        }
        size = Stream.concat(waiting.values().stream(), cases.values().stream())
                .mapToInt(String::length)
                .sum();
    }

    /** Sends {@code lines} once; those that weren't taken stay, and why is told. */
    private String sendOnce(Map<String, String> lines) {
        try {
            ClusterClient.Answer answer =
                    cluster.tryAsking("POST", "/" + index + "/_bulk", Map.of(), String.join("", lines.values()));
            if (answer.isBusy()) {
                return answer.reason();
            }
            if (!answer.isGood()) {
                throw new IllegalStateException("the index refuses documents: " + answer.reason());
            }
            return settle(answer.body(), lines);
        } catch (SearchUnavailableException e) {
            return e.detail();
        }
    }

    private static String settle(JsonNode body, Map<String, String> lines) {
        String trouble = "";
        List<String> taken = new ArrayList<>();
        for (JsonNode item : body.path("items")) {
            JsonNode one = item.path("index");
            int status = one.path("status").asInt();
            if (status < 300) {
                taken.add(one.path("_id").asString());
            } else if (ClusterClient.Answer.isBusy(status)) {
                trouble = one.path("error").path("reason").asString("");
            } else {
                throw new IllegalStateException("the index refuses a document: " + one.path("error"));
            }
        }
        taken.forEach(lines::remove);
        return trouble;
    }
}
