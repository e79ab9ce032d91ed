package jirei.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import jirei.Eventually;
import jirei.web.FailingEngine;
import jirei.web.Site;
import jirei.web.settings.DefaultLimits;
import jirei.web.settings.WebLimits;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Idle connections are closed, and more connections than allowed wait. */
@Tag("slow")
class ConnectionsTest {
    private static final Duration IDLE = Duration.ofSeconds(2);
    private static final int CONNECTIONS = 4;

    private static WebLimits limits(Duration idle) {
        return new WebLimits(
                WebLimits.DEFAULT.search(),
                WebLimits.DEFAULT.request(),
                new WebLimits.LoadLimits(CONNECTIONS, 8, 0),
                new WebLimits.TimeLimits(DefaultLimits.AMPLE, idle, DefaultLimits.AMPLE, Duration.ZERO));
    }

    private static Site site(Duration idle) throws IOException {
        return Site.of(Site.SETTINGS.with(limits(idle)), new FailingEngine());
    }

    private static Socket connect(Site site) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), site.server().port());
        socket.setSoTimeout((int) Eventually.LIMIT.toMillis());
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String statusLine(Socket socket) throws IOException {
        return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
    }

    @Test
    void aSilentConnectionIsClosedAfterTheIdleTime() throws Exception {
        try (Site site = site(IDLE)) {
            long start = System.nanoTime();
            try (Socket silent = connect(site)) {
                assertThat(silent.getInputStream().read()).isEqualTo(-1);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(IDLE.dividedBy(2));
        }
    }

    @Test
    void aRequestThatComesByteByByteIsClosed() throws Exception {
        try (Site site = site(IDLE);
                Socket slow = connect(site)) {
            slow.setSoTimeout(200);
            send(slow, "GET /help HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");

            Eventually.await(() -> !isOpenAfter(slow, "a"));
        }
    }

    /** Sends {@code text} and returns whether the connection is still open when the socket times out. */
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
    void connectionsBeyondTheLimitWait() throws Exception {
        List<Socket> open = new ArrayList<>();
        try (Site site = site(DefaultLimits.AMPLE)) {
            for (int i = 0; i < CONNECTIONS; i++) {
                open.add(connect(site));
                send(open.getLast(), "GET /help HTTP/1.1\r\nHost: localhost\r\n\r\n");
                assertThat(statusLine(open.getLast())).isEqualTo("HTTP/1.1 200");
            }
            try (Socket late = connect(site)) {
                send(late, "GET /help HTTP/1.1\r\nHost: localhost\r\n\r\n");
                late.setSoTimeout(300);
                assertThat(hasResponse(late)).isFalse();

                late.setSoTimeout((int) Eventually.LIMIT.toMillis());
                open.getFirst().close();

                assertThat(statusLine(late)).isEqualTo("HTTP/1.1 200");
            } finally {
                for (Socket socket : open) {
                    socket.close();
                }
            }
        }
    }

    private static boolean hasResponse(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() >= 0;
        } catch (SocketTimeoutException waiting) {
            return false;
        }
    }
}
