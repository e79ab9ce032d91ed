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
import jirei.engine.remote.RemoteManifest;
import jirei.engine.remote.SearchBackend.Question;
import jirei.opensearch.IndexGenerations.Generation;
import jirei.search.Deadline;
import jirei.search.HitCount;
import jirei.search.SearchTimeoutException;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TermQuery;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The time that a search may take, where a cluster searches. */
@Tag("slow")
class TimeInClusterTest {
    private static final Duration MAX_DURATION = Duration.ofSeconds(5);
    private static final Query QUERY = new TermQuery(new Term("text.words", "灯台"));

    @TempDir
    private static Path folder;

    private static Path certificate;

    private final BlockingQueue<String> asked = new LinkedBlockingQueue<>();

    @BeforeAll
    static void key() throws Exception {
        certificate = SecuredFront.key(folder);
    }

    private interface Asking<T> {
        T of(OpenSearchBackend index) throws Exception;
    }

    /** What is found where the cluster's time is over after two of its sections. */
    private <T> T ask(boolean isOver, Asking<T> asking) throws Exception {
        String answer = "{\"timed_out\":" + isOver + ",\"_shards\":{\"failed\":0,\"successful\":1,\"total\":1},"
                + "\"hits\":{\"total\":{\"value\":2},\"hits\":[{\"sort\":[1.5]}]},"
                + "\"aggregations\":{\"counted\":{\"doc_count\":2,\"cases\":{\"doc_count\":1}}}}";
        String several = "{\"responses\":[" + answer + "," + answer + "]}";
        SecuredFront.Answering answering = (path, body) -> {
            asked.add(body);
            return new SecuredFront.Answer(200, path.contains("_msearch") ? several : answer);
        };
        try (var front = SecuredFront.start(folder, answering)) {
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
            try (var cluster = new ClusterClient(settings, settings.patience())) {
                return asking.of(new OpenSearchBackend(cluster, generation, () -> {}));
            }
        }
    }

    /** A clock by which no time passes. */
    private static long noTime() {
        return 0;
    }

    private static Question question() {
        return new Question(QUERY, Map.of(), Map.of(), Sort.RELEVANCE, 0, 10, 0);
    }

    @Test
    void nodesAreToldHowLongTheyMaySearchInWordsThatStayTheSame() throws Exception {
        for (long millis : new long[] {8_000, 7_500}) {
            Deadline.within(
                    Duration.ofMillis(millis),
                    TimeInClusterTest::noTime,
                    () -> ask(false, index -> index.search(question())));

            assertThat(asked.poll(1, TimeUnit.SECONDS)).contains("\"timeout\":\"4096ms\"");
        }
        ask(false, index -> index.search(question()));

        assertThat(asked.poll(1, TimeUnit.SECONDS)).doesNotContain("timeout");
    }

    @Test
    void whatWasFoundBeforeTheTimeWasOverIsShownAsNotAll() throws Exception {
        Deadline.within(MAX_DURATION, TimeInClusterTest::noTime, () -> {
            var answer = ask(true, index -> index.search(question()));

            assertThat(answer.total()).isEqualTo(new HitCount(2, 1));
            assertThat(answer.hits()).singleElement().satisfies(hit -> assertThat(hit.score())
                    .isEqualTo(1.5f));
            assertThat(Deadline.current().isPartial()).isTrue();
            return answer;
        });
        assertThat(asked).as("questions").hasSize(1);
    }

    /** What is found by a number that is too small would be found wrongly. */
    @Test
    void aNumberThatIsNotWholeIsNone() {
        for (Asking<Object> asking : List.<Asking<Object>>of(
                index -> index.counts(List.of(QUERY)),
                index -> index.total(QUERY),
                index -> index.topDocs(QUERY, Sort.RELEVANCE, 3))) {
            assertThatThrownBy(() -> Deadline.within(MAX_DURATION, TimeInClusterTest::noTime, () -> ask(true, asking)))
                    .isInstanceOf(SearchTimeoutException.class);
        }
        assertThat(asked).as("questions").hasSize(3);
    }
}
