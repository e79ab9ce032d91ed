package jirei.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import jirei.Eventually;
import jirei.web.FailingEngine;
import jirei.web.Site;
import jirei.web.settings.DefaultLimits;
import org.junit.jupiter.api.Test;

/** A server that is shutting down reports it while it still serves requests, so that they can be sent elsewhere. */
class GracefulShutdownTest {
    @Test
    void aServerThatShutsDownReportsItAndStillServes() throws Exception {
        Site leaving = Site.of(Site.SETTINGS.with(DefaultLimits.withDrain(DefaultLimits.AMPLE)), new FailingEngine());
        assertThat(leaving.get("/help").headers().firstValue("Connection")).isEmpty();

        Thread closing = Thread.ofPlatform().start(leaving.server()::close);
        HttpResponse<String> health = leaving.get("/health");
        while (!health.body().contains("urn:jirei:leaving")) {
            health = leaving.get("/health");
        }
        HttpResponse<String> page = leaving.get("/help");

        assertThat(health.statusCode()).isEqualTo(503);
        assertThat(health.body()).contains("まもなく止まります");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Connection")).contains("close");
        closing.interrupt(); // ends the notice
        assertThat(closing.join(Eventually.LIMIT)).isTrue();
    }
}
