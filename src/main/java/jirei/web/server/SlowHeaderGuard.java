package jirei.web.server;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Server;

/**
 * Cuts off who sends a head so slowly that it never ends, though the connection is never idle. A head may take
 * {@code idle} once, and no more than three times.
 */
final class SlowHeaderGuard implements Connection.Listener {
    private final Server server;
    private final Duration idle;

    SlowHeaderGuard(Server server, Duration idle) {
        this.server = server;
        this.idle = idle;
    }

    @Override
    public void onOpened(Connection connection) {
        look(connection, 0, 0, false);
    }

    /** Looks after a while again at what had brought {@code requests} in {@code bytes}, the last of them in an unfinished head or not. */
    private void look(Connection connection, long requests, long bytes, boolean unfinished) {
        server.getScheduler()
                .schedule(
                        () -> {
                            long nowRequests = connection.getMessagesIn();
                            long nowBytes = connection.getBytesIn();
                            boolean grows = nowRequests == requests
                                    && nowRequests == connection.getMessagesOut()
                                    && nowBytes > bytes;
                            if (grows && unfinished) {
                                connection.getEndPoint().close();
                            } else if (connection.getEndPoint().isOpen()) {
                                look(connection, nowRequests, nowBytes, grows);
                            }
                        },
                        idle.toMillis(),
                        TimeUnit.MILLISECONDS);
    }
}
