package jirei.opensearch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import jirei.Eventually;
import jirei.search.SearchUnavailableException;

/** Clients that repeat the same searches and verify each response, until this object is closed. */
final class Load implements AutoCloseable {
    private final AtomicBoolean closed = new AtomicBoolean();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger successes = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final Set<String> reasons = new ConcurrentSkipListSet<>();
    private final List<Thread> clients = new ArrayList<>();

    /** Runs the search {@code number}, counted from 0; fails if the results are wrong. */
    interface Search {
        void run(int number) throws Exception;
    }

    /**
     * Starts {@code count} clients that sleep for {@code pause} after each search, to leave CPU time for other work on
     * a small machine.
     */
    static Load of(int count, Duration pause, Search search) {
        var load = new Load();
        for (int i = 0; i < count; i++) {
            load.clients.add(Thread.ofPlatform().name("client" + i).start(() -> load.run(pause, search)));
        }
        return load;
    }

    private void run(Duration pause, Search search) {
        for (; !closed.get(); ClusterClient.await(pause.toMillis())) {
            try {
                search.run(requests.getAndIncrement());
                successes.incrementAndGet();
            } catch (SearchUnavailableException e) {
                refused.incrementAndGet();
                reasons.add(String.valueOf(e.getMessage()));
            } catch (Exception | AssertionError e) {
                failures.add(e);
            }
        }
    }

    /** Returns the number of correct responses so far. */
    int successes() {
        return successes.get();
    }

    /** Returns the number of searches reported as unavailable. */
    int refused() {
        return refused.get();
    }

    /** Returns all other failures. */
    List<Throwable> failures() {
        return List.copyOf(failures);
    }

    /** Waits for {@code more} further correct responses. */
    void await(int more) throws Exception {
        int before = successes();
        await(() -> successes() >= before + more);
    }

    /** Waits until another search is reported as unavailable. */
    void awaitRefusal() throws Exception {
        int before = refused.get();
        await(() -> refused.get() > before);
    }

    private void await(BooleanSupplier condition) throws Exception {
        Eventually.await(this::toString, () -> condition.getAsBoolean() || !failures.isEmpty());
    }

    /** Stops the clients after their current search. */
    @Override
    public void close() {
        closed.set(true);
        try {
            for (Thread client : clients) {
                client.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String toString() {
        return successes + " successful, " + refused + " refused, " + failures.size() + " failed " + reasons;
    }
}
