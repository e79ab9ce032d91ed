package jirei.web;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import jirei.search.EngineReference;
import jirei.web.settings.WebSettings;

/** A server that is prepared on its own thread while the index is opened, and listens on request. Thread-safe. */
public final class StartingServer implements AutoCloseable {
    private final CountDownLatch decision = new CountDownLatch(1);
    private final FutureTask<WebServer> start;
    private volatile boolean cancelled;

    private StartingServer(WebSettings settings, EngineReference engine, ServedDocuments documents) {
        this.start = new FutureTask<>(() -> WebServer.start(
                settings, engine, documents, WebServer.japanClock(), this::awaitDecision, WebServer.NO_MORE));
    }

    /** Starts to prepare a server over {@code engine}, which is not used before {@link #listen}. */
    public static StartingServer of(WebSettings settings, EngineReference engine, ServedDocuments documents) {
        var starting = new StartingServer(settings, engine, documents);
        Thread.ofPlatform().daemon().name("web-start").start(starting.start);
        return starting;
    }

    private void awaitDecision() {
        try {
            decision.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            cancelled = true;
        }
        if (cancelled) {
            throw new IllegalStateException("the start was cancelled");
        }
    }

    /**
     * Lets the server listen.
     *
     * @throws PortTakenException if another program listens on the port
     * @throws IOException if the server cannot listen on the address, or if a static file is missing
     */
    public WebServer listen() throws IOException, InterruptedException {
        decision.countDown();
        try {
            return start.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw new IllegalStateException("the server cannot be started", e);
        }
    }

    /** Cancels the start unless {@link #listen} was called. */
    @Override
    public void close() {
        if (decision.getCount() > 0) {
            cancelled = true;
            decision.countDown();
        }
    }
}
