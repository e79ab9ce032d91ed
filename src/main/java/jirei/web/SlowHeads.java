package jirei.web;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Server;

/**
 * Cuts off who sends a head so slowly that it never ends, though the connection is never idle. A head has at least {@code idle}
 * and at most twice as long.
 */
final class SlowHeads implements Connection.Listener {
    private final Server server;
    private final Duration idle;

    SlowHeads(Server server, Duration idle) {
        this.server = server;
        this.idle = idle;
    }

    @Override
    public void onOpened(Connection connection) {
        look(connection, -1, 0);
    }

    /**
     * @param begun how many requests had come when a head was seen unfinished; -1 if none was
     * @param bytes how much had come then
     */
    private void look(Connection connection, long begun, long bytes) {
        server.getScheduler()
                .schedule(
                        () -> {
                            long requests = connection.getMessagesIn();
                            long now = connection.getBytesIn();
                            boolean waits = requests == connection.getMessagesOut();
                            if (waits && requests == begun && now > bytes) {
                                connection.getEndPoint().close();
                            } else if (connection.getEndPoint().isOpen()) {
                                look(connection, waits ? requests : -1, now);
                            }
                        },
                        idle.toMillis(),
                        TimeUnit.MILLISECONDS);
    }
}
