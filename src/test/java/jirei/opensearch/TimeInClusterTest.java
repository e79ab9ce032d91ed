package jirei.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import jirei.Eventually;
import jirei.corpus.CorpusReader;
import jirei.engine.backend.BackendRequest;
import jirei.engine.backend.BackendResponse;
import jirei.engine.backend.FilteredMatches;
import jirei.opensearch.IndexGenerations.Generation;
import jirei.query.SearchRequest;
import jirei.search.Deadline;
import jirei.search.HitCount;
import jirei.search.SearchTimeoutException;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TermQuery;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The deadline of a search in a cluster. */
class TimeInClusterTest {
    private static final Duration LIMIT = Duration.ofHours(1);
    private static final Query QUERY = new TermQuery(new Term("text.words", "灯台"));

    @TempDir
    private static Path folder;

    private static Path certificate;

    private final BlockingQueue<String> requests = new LinkedBlockingQueue<>();

    @BeforeAll
    static void key() throws Exception {
        certificate = SecuredFront.key(folder);
    }

    private interface Request<T> {
        T of(OpenSearchBackend index) throws Exception;
    }

    /** Sends a request to a cluster that times out, if {@code isOver}, after two of its sections. */
    private <T> T request(boolean isOver, Request<T> request) throws Exception {
        String response = "{\"timed_out\":" + isOver + ",\"_shards\":{\"failed\":0,\"successful\":1,\"total\":1},"
                + "\"hits\":{\"total\":{\"value\":2},\"hits\":[{\"sort\":[1.5]}]},"
                + "\"aggregations\":{\"counted\":{\"doc_count\":2,\"cases\":{\"doc_count\":1}}}}";
        String responses = "{\"responses\":[" + response + "," + response + "]}";
        SecuredFront.Handler handler = (path, body) -> {
            requests.add(body);
            return new SecuredFront.Response(200, path.contains("_msearch") ? responses : response);
        };
        try (var front = SecuredFront.start(folder, handler)) {
            var settings = new ClusterSettings(
                    List.of(front.url()),
                    SecuredFront.USER,
                    SecuredFront.PASSWORD,
                    certificate,
                    "invented",
                    1,
                    0,
                    Eventually.LIMIT);
            var generation = new Generation(
                    "invented-1", 1, true, new RemoteManifest(0, "", "", 1, 2, 1, 0, List.of()), Map.of());
            try (var cluster = new ClusterClient(settings, settings.timeout())) {
                return request.of(
                        new OpenSearchBackend(cluster, generation, IndexSource.of(CorpusReader.of(folder)), () -> {}));
            }
        }
    }

    private static BackendResponse search(OpenSearchBackend index, Deadline deadline) {
        return index.search(
                new BackendRequest<>(SearchRequest.of("灯台"), new FilteredMatches<>(QUERY, List.of()), List.of()),
                deadline);
    }

    @Test
    void timeLimitsAreRoundedSoThatRequestsAreCached() throws Exception {
        for (long millis : new long[] {8_000, 7_500}) {
            // a clock that never advances: the remaining time is the limit
            Deadline deadline = Deadline.after(Duration.ofMillis(millis), () -> 0);
            request(false, index -> search(index, deadline));

            assertThat(requests.poll(1, TimeUnit.MINUTES)).contains("\"timeout\":\"4096ms\"");
        }
        request(false, index -> search(index, Deadline.NONE));

        assertThat(requests.poll(1, TimeUnit.MINUTES)).doesNotContain("timeout");
    }

    @Test
    void hitsFoundBeforeTheDeadlineAreReturnedAsPartial() throws Exception {
        Deadline deadline = Deadline.after(LIMIT);

        BackendResponse response = request(true, index -> search(index, deadline));

        assertThat(response.total()).isEqualTo(new HitCount(2, 1));
        assertThat(response.hits()).singleElement().satisfies(hit -> assertThat(hit.score())
                .isEqualTo(1.5f));
        assertThat(deadline.isPartial()).isTrue();
        assertThat(requests).hasSize(1);
    }

    /** A partial count would be wrong. */
    @Test
    void countsAreNeverPartial() {
        var matches = new FilteredMatches<>(QUERY, List.of());
        for (Request<Object> request : List.<Request<Object>>of(
                index -> index.counts(List.of(QUERY), Deadline.after(LIMIT)),
                index -> index.total(matches, Deadline.after(LIMIT)),
                index -> index.topDocs(QUERY, Sort.RELEVANCE, 3, Deadline.after(LIMIT)))) {
            assertThatThrownBy(() -> request(true, request)).isInstanceOf(SearchTimeoutException.class);
        }
        assertThat(requests).hasSize(3);
    }
}
