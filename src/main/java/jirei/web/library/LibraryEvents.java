package jirei.web.library;

import io.javalin.http.Context;
import io.javalin.http.sse.SseClient;
import io.javalin.http.sse.SseHandler;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import jirei.library.Library;
import jirei.web.request.Problem;
import jirei.web.request.ProblemException;

/** Sends the ids of changed documents to open pages, as server-sent events. Thread-safe. */
public final class LibraryEvents implements AutoCloseable {
    /** Maximum number of open pages that receive events; further ones show changes when they are loaded again. */
    private static final int MAX_CLIENTS = 100;

    private static final int PING_SECONDS = 15;

    private final Set<SseClient> clients = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService pings = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("library-events").factory());
    private final SseHandler streams = new SseHandler(this::connect);
    private final Runnable end;

    public LibraryEvents(Library library) {
        end = library.listen(id -> pings.execute(() -> send("document", id)));
        Future<?> unused =
                pings.scheduleWithFixedDelay(() -> send("ping", ""), PING_SECONDS, PING_SECONDS, TimeUnit.SECONDS);
    }

    /** Streams events until the client closes its connection. */
    public void stream(Context context) throws ProblemException {
        if (!String.valueOf(context.header("Accept")).contains("text/event-stream")) {
            throw new ProblemException(Problem.eventStreamOnly());
        }
        streams.handle(context);
    }

    private void connect(SseClient client) {
        if (clients.size() >= MAX_CLIENTS) {
            client.close();
            return;
        }
        client.keepAlive();
        client.onClose(() -> clients.remove(client));
        clients.add(client);
    }

    private void send(String event, String data) {
        clients.removeIf(SseClient::terminated);
        clients.forEach(client -> client.sendEvent(event, data));
    }

    @Override
    public void close() {
        end.run();
        pings.shutdownNow();
        clients.forEach(SseClient::close);
    }
}
