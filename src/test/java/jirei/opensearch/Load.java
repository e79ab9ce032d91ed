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

/** Clients that ask the same questions again and again, and compare each answer, until this is closed. */
final class Load implements AutoCloseable {
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger right = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final ConcurrentLinkedQueue<Throwable> wrong = new ConcurrentLinkedQueue<>();
    private final Set<String> reasons = new ConcurrentSkipListSet<>();
    private final List<Thread> clients = new ArrayList<>();

    /** Asks question {@code number}, counted from 0, and fails where the answer is wrong. */
    interface Asking {
        void ask(int number) throws Exception;
    }

    /**
     * Starts {@code count} clients that rest for {@code pause} behind each question, so that a small machine does other
     * work too.
     */
    static Load of(int count, Duration pause, Asking asking) {
        var load = new Load();
        for (int i = 0; i < count; i++) {
            load.clients.add(Thread.ofPlatform().name("client" + i).start(() -> load.run(pause, asking)));
        }
        return load;
    }

    private void run(Duration pause, Asking asking) {
        for (; !over.get(); ClusterClient.await(pause.toMillis())) {
            try {
                asking.ask(asked.getAndIncrement());
                right.incrementAndGet();
            } catch (SearchUnavailableException e) {
                refused.incrementAndGet();
                reasons.add(String.valueOf(e.getMessage()));
            } catch (Exception | AssertionError e) {
                wrong.add(e);
            }
        }
    }

    /** How many answers were right so far. */
    int right() {
        return right.get();
    }

    /** How many answers weren't given, which was said. */
    int refused() {
        return refused.get();
    }

    /** What else was seen. */
    List<Throwable> wrong() {
        return List.copyOf(wrong);
    }

    /** Waits until {@code more} further answers were right. */
    void await(int more) throws Exception {
        int before = right();
        await(() -> right() >= before + more);
    }

    /** Waits until some answer wasn't given. */
    void awaitRefusal() throws Exception {
        int before = refused.get();
        await(() -> refused.get() > before);
    }

    private void await(BooleanSupplier seen) throws Exception {
        Eventually.await(this::toString, () -> seen.getAsBoolean() || !wrong.isEmpty());
    }

    /** Ends the clients behind their last question. */
    @Override
    public void close() {
        over.set(true);
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
        return right + " right, " + refused + " refused, " + wrong.size() + " wrong " + reasons;
    }
}
