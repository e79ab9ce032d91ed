package jirei.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import jirei.Eventually;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SupervisedThreadTest {
    private final SupervisedThreads threads = new SupervisedThreads(Duration.ofMillis(1));

    static Stream<Throwable> throwables() {
        return Stream.of(
                new IllegalStateException("defect"),
                new IOException("disk"),
                new OutOfMemoryError("heap"),
                new StackOverflowError(),
                new InternalError("a fault occurred in an unsafe memory access operation"),
                new InterruptedException("from outside"),
                new Throwable("neither") {
                    private static final long serialVersionUID = 1;

                    @Override
                    public String getMessage() {
                        throw new IllegalStateException("unprintable");
                    }
                });
    }

    @ParameterizedTest
    @MethodSource("throwables")
    void aThreadSurvivesEveryThrowableAndCountsIt(Throwable failure) throws Exception {
        var rounds = new AtomicInteger();
        var permits = new Semaphore(0);
        try (SupervisedThread thread = threads.start("worker", () -> {
            permits.acquire();
            if (rounds.incrementAndGet() <= 2) {
                SupervisedThreadTest.<RuntimeException>sneak(failure);
            }
        })) {
            permits.release(2);
            Eventually.await(() -> thread.status().restarts() == 2);
            assertThat(threads.isFailing()).isTrue();
            assertThat(thread.status().lastFailure()).isNotEmpty();

            permits.release();
            Eventually.await(() -> !threads.isFailing());
            assertThat(threads.status()).singleElement().satisfies(status -> {
                assertThat(status.name()).isEqualTo("worker");
                assertThat(status.restarts()).isEqualTo(2);
                assertThat(status.lastFailure()).isNotEmpty();
            });
            thread.stop();
            thread.interrupt();
        }
    }

    @Test
    void anInterruptFromOutsideDoesNotEndAThread() throws Exception {
        var threadsSeen = new ConcurrentLinkedQueue<Thread>();
        var permits = new Semaphore(0);
        try (SupervisedThread thread = threads.start("worker", () -> {
            threadsSeen.add(Thread.currentThread());
            permits.acquire();
        })) {
            Eventually.await(() -> !threadsSeen.isEmpty());
            threadsSeen.element().interrupt();
            Eventually.await(() -> threadsSeen.size() == 2);

            assertThat(thread.status().restarts()).isEqualTo(1);
            thread.stop();
            thread.interrupt();
        }
    }

    @Test
    void theEndOfAThreadIsNoFailure() {
        SupervisedThread thread = threads.start("worker", () -> new Semaphore(0).acquire());

        thread.stop();
        thread.interrupt();
        thread.close();

        assertThat(thread.status().restarts()).isZero();
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneak(Throwable failure) throws T {
        throw (T) failure;
    }
}
