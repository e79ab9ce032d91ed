package jirei.web.server;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Server;

/**
 * Closes connections whose request head arrives so slowly that the idle timeout never applies (slowloris). Each
 * connection is checked every {@code idle}; a head that is incomplete in two consecutive checks closes it. So a head
 * has at least one {@code idle} and at most three. Thread-safe.
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
        scheduleCheck(connection, 0, 0, false);
    }

    /**
     * Schedules the next check.
     *
     * @param requests the number of requests received at the last check
     * @param bytes the number of bytes received at the last check
     * @param incomplete whether a request head was incomplete at the last check
     */
    private void scheduleCheck(Connection connection, long requests, long bytes, boolean incomplete) {
        server.getScheduler()
                .schedule(
                        () -> {
                            try {
                                check(connection, requests, bytes, incomplete);
                            } catch (Throwable failure) {
                                connection.getEndPoint().close(); // without a next check it might stay open
                                throw failure;
                            }
                        },
                        idle.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    private void check(Connection connection, long requests, long bytes, boolean incomplete) {
        long nowRequests = connection.getMessagesIn();
        long nowBytes = connection.getBytesIn();
        boolean isIncomplete =
                nowRequests == requests && nowRequests == connection.getMessagesOut() && nowBytes > bytes;
        if (isIncomplete && incomplete) {
            connection.getEndPoint().close();
        } else if (connection.getEndPoint().isOpen()) {
            scheduleCheck(connection, nowRequests, nowBytes, isIncomplete);
        }
    }
}
