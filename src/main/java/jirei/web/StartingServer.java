package jirei.web;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import jirei.search.EngineReference;
import jirei.web.settings.WebSettings;

/** A server that gets ready on a thread of its own, so that its index can be opened meanwhile, and listens when it is told to. */
public final class StartingServer implements AutoCloseable {
    private final CountDownLatch decided = new CountDownLatch(1);
    private final FutureTask<WebServer> start;
    private volatile boolean isGivenUp;

    private StartingServer(WebSettings settings, EngineReference engine) {
        this.start = new FutureTask<>(() -> WebServer.start(settings, engine, WebServer.japan(), this::awaitDecision));
    }

    /** Begins to get a server of {@code engine} ready, which isn't asked before {@link #listen}. */
    public static StartingServer of(WebSettings settings, EngineReference engine) {
        var starting = new StartingServer(settings, engine);
        Thread.ofPlatform().daemon().name("web-start").start(starting.start);
        return starting;
    }

    private void awaitDecision() {
        try {
            decided.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            isGivenUp = true;
        }
        if (isGivenUp) {
            throw new IllegalStateException("the start was given up");
        }
    }

    /**
     * Lets the server listen.
     *
     * @throws PortTakenException if another program listens on the port
     * @throws IOException if the address can't be listened on or a static file is missing
     */
    public WebServer listen() throws IOException, InterruptedException {
        decided.countDown();
        try {
            return start.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw new IllegalStateException("the server can't be started", e);
        }
    }

    /** Gives a server up that hasn't been told to listen. */
    @Override
    public void close() {
        if (decided.getCount() > 0) {
            isGivenUp = true;
            decided.countDown();
        }
    }
}
