package jirei.opensearch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import jirei.Eventually;
import jirei.corpus.CorpusReader;
import jirei.search.EngineReference;
import jirei.search.SupervisedThreads;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The thread that follows a cluster survives every throwable. */
@Tag("slow")
class AliasFollowerTest {
    @Test
    void anErrorInAMessageListenerDoesNotEndTheThread(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("a.jsonl"), "");
        var status = new AtomicInteger(401);
        var polls = new AtomicInteger();
        HttpServer cluster = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        cluster.createContext("/", exchange -> {
            polls.incrementAndGet();
            exchange.sendResponseHeaders(status.get(), -1);
            exchange.close();
        });
        cluster.start();
        var settings = new ClusterSettings(
                List.of(URI.create("http://127.0.0.1:" + cluster.getAddress().getPort())),
                "",
                "",
                null,
                "invented",
                1,
                0,
                Eventually.LIMIT);
        var isArmed = new AtomicBoolean();
        var engine = new EngineReference(new SupervisedThreads(Duration.ofMillis(10)));
        try (var follower = new AliasFollower(
                IndexSource.of(CorpusReader.of(folder)),
                settings,
                message -> {
                    if (isArmed.getAndSet(false)) {
                        throw new StackOverflowError("deep");
                    }
                },
                engine)) {
            follower.start();
            isArmed.set(true);
            status.set(403); // another reason, which is reported
            Eventually.await(() -> engine.threads().restarts("cluster-watch") == 1);
            int pollsBefore = polls.get();

            Eventually.await(() -> polls.get() > pollsBefore);
            Eventually.await(() -> !engine.threads().isFailing());
            assertThat(engine.threads().status()).singleElement().satisfies(thread -> assertThat(thread.lastFailure())
                    .contains("deep"));
        } finally {
            cluster.stop(0);
        }
    }
}
