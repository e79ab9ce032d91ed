package jirei.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import jirei.web.FailingEngine;
import jirei.web.Site;
import jirei.web.settings.DefaultLimits;
import jirei.web.settings.WebSettings;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server that is to be stopped says so while it still answers, so that requests can be sent elsewhere. */
@Tag("slow")
@Timeout(60)
class GracefulShutdownTest {
    private static final Duration NOTICE = Duration.ofSeconds(3);

    @Test
    void aServerSaysThatItLeavesAndAnswersMeanwhile() throws Exception {
        Site leaving =
                Site.of(WebSettings.of("127.0.0.1", 0).with(DefaultLimits.withNotice(NOTICE)), new FailingEngine());
        assertThat(leaving.get("/help").headers().firstValue("Connection")).isEmpty();

        CompletableFuture<Void> stopped = CompletableFuture.runAsync(leaving.server()::close);
        HttpResponse<String> health = leaving.get("/health");
        while (!health.body().contains("urn:jirei:leaving")) {
            health = leaving.get("/health");
        }
        HttpResponse<String> page = leaving.get("/help");

        assertThat(health.statusCode()).isEqualTo(503);
        assertThat(health.body()).contains("まもなく止まります");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Connection")).contains("close");
        stopped.join();
    }
}
