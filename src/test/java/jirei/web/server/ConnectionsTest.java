package jirei.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import jirei.web.FailingEngine;
import jirei.web.Site;
import jirei.web.settings.WebLimits;
import jirei.web.settings.WebSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who holds connections without asking anything keeps nobody else from an answer for long. */
@Timeout(60)
class ConnectionsTest {
    private static final Duration IDLE = Duration.ofSeconds(2);
    private static final int CONNECTIONS = 4;
    private static final WebLimits FEW = new WebLimits(
            1_000,
            10_000,
            100,
            100,
            256,
            4096,
            8192,
            CONNECTIONS,
            8,
            0,
            Duration.ofSeconds(5),
            IDLE,
            Duration.ofSeconds(2),
            Duration.ZERO);

    private Site site;

    @BeforeEach
    void start() throws Exception {
        site = Site.of(WebSettings.of("127.0.0.1", 0).with(FEW), new FailingEngine());
    }

    @AfterEach
    void stop() throws Exception {
        site.close();
    }

    private Socket connected() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), site.server().port());
        socket.setSoTimeout(30_000);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String answer(Socket socket) throws IOException {
        return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
    }

    @Test
    void whoSaysNothingIsCutOff() throws IOException {
        try (Socket silent = connected()) {
            long start = System.nanoTime();

            assertThat(silent.getInputStream().read()).isEqualTo(-1);
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(Duration.ofSeconds(1), IDLE.multipliedBy(8));
        }
    }

    @Test
    void whoSaysAByteNowAndThenIsCutOff() throws IOException {
        try (Socket slow = connected()) {
            slow.setSoTimeout(200);
            send(slow, "GET /help HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
            long start = System.nanoTime();
            boolean open = true;
            while (open && System.nanoTime() - start < IDLE.multipliedBy(8).toNanos()) {
                open = isOpenAfter(slow, "a");
            }

            assertThat(open).isFalse();
        }
    }

    /** Sends {@code text} and waits a moment for the answer. */
    private static boolean isOpenAfter(Socket socket, String text) {
        try {
            send(socket, text);
            return socket.getInputStream().read() >= 0;
        } catch (SocketTimeoutException nothing) {
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    @Test
    void oneConnectionTooManyWaitsUntilAnotherEnds() throws IOException {
        Socket[] held = new Socket[CONNECTIONS];
        for (int i = 0; i < held.length; i++) {
            held[i] = connected();
            send(held[i], "GET /help HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThat(answer(held[i])).isEqualTo("HTTP/1.1 200");
        }
        try (Socket late = connected()) {
            send(late, "GET /help HTTP/1.1\r\nHost: localhost\r\n\r\n");
            late.setSoTimeout(300);
            assertThat(isAnswered(late)).isFalse();

            late.setSoTimeout(30_000);
            held[0].close();

            assertThat(answer(late)).isEqualTo("HTTP/1.1 200");
        } finally {
            for (Socket socket : held) {
                socket.close();
            }
        }
    }

    private static boolean isAnswered(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() >= 0;
        } catch (SocketTimeoutException waiting) {
            return false;
        }
    }
}
