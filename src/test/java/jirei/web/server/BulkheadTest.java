package jirei.web.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import jirei.Eventually;
import jirei.web.request.ProblemException;
import org.junit.jupiter.api.Test;

/** Work beyond the permits waits in order, and not for ever. */
class BulkheadTest {
    private final CountDownLatch released = new CountDownLatch(1);

    private CompletableFuture<Void> inBackground(Bulkhead bulkhead, Runnable task) {
        var done = new CompletableFuture<Void>();
        Thread.ofPlatform().daemon().start(() -> {
            try {
                bulkhead.run(() -> {
                    task.run();
                    return 0;
                });
                done.complete(null);
            } catch (Exception e) {
                done.completeExceptionally(e);
            }
        });
        return done;
    }

    private void awaitRelease() {
        try {
            released.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void noMoreTasksRunThanThereArePermits() throws Exception {
        var bulkhead = new Bulkhead("test", 3, Eventually.LIMIT);
        var running = new AtomicInteger();
        var most = new AtomicInteger();
        List<CompletableFuture<Void>> tasks = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            tasks.add(inBackground(bulkhead, () -> {
                most.accumulateAndGet(running.incrementAndGet(), Math::max);
                awaitRelease();
                running.decrementAndGet();
            }));
        }
        Eventually.await(() -> bulkhead.waiting() == 17);
        assertThat(bulkhead.running()).isEqualTo(3);

        released.countDown();
        for (CompletableFuture<Void> task : tasks) {
            task.join();
        }
        assertThat(most).hasValueLessThanOrEqualTo(3);
        assertThat(bulkhead.running()).isZero();
        assertThat(bulkhead.rejected()).isZero();
    }

    @Test
    void waitingTasksRunInTheOrderOfTheirArrival() throws Exception {
        var bulkhead = new Bulkhead("test", 1, Eventually.LIMIT);
        List<Integer> order = new CopyOnWriteArrayList<>();
        List<CompletableFuture<Void>> tasks = new ArrayList<>(List.of(inBackground(bulkhead, this::awaitRelease)));
        Eventually.await(() -> bulkhead.running() == 1);
        for (int i = 1; i <= 5; i++) {
            int number = i;
            tasks.add(inBackground(bulkhead, () -> order.add(number)));
            Eventually.await(() -> bulkhead.waiting() == number);
        }

        released.countDown();
        for (CompletableFuture<Void> task : tasks) {
            task.join();
        }
        assertThat(order).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void tasksThatWaitTooLongAreRejectedAndCounted() throws Exception {
        var bulkhead = new Bulkhead("test", 1, Duration.ofMillis(1));
        CompletableFuture<Void> first = inBackground(bulkhead, this::awaitRelease);
        Eventually.await(() -> bulkhead.running() == 1);

        assertThatThrownBy(() -> bulkhead.run(() -> 0)).isInstanceOfSatisfying(ProblemException.class, rejected -> {
            assertThat(rejected.problem().status()).isEqualTo(503);
            assertThat(rejected.retrySeconds()).isPositive();
        });
        assertThat(bulkhead.rejected()).isEqualTo(1);

        released.countDown();
        first.join();
        assertThat(bulkhead.<Integer>run(() -> 7)).isEqualTo(7);
    }

    @Test
    void aFailedTaskReleasesItsPermit() throws Exception {
        var bulkhead = new Bulkhead("test", 1, Duration.ofMillis(1));

        assertThatThrownBy(() -> bulkhead.run(() -> {
                    throw new IllegalStateException("failed");
                }))
                .hasMessage("failed");
        assertThat(bulkhead.<Integer>run(() -> 7)).isEqualTo(7);
    }
}
