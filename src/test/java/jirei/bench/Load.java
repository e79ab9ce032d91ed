package jirei.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/** Asks over and over again, by several clients at once, and tells how long the answers took. */
final class Load {
    private Load() {}

    /** One client. */
    interface Client extends AutoCloseable {
        /** Asks query {@code number}, from 0, and takes the whole answer. */
        void ask(int number) throws IOException;

        @Override
        default void close() throws IOException {}
    }

    /** Makes clients. */
    interface Clients {
        Client open() throws IOException;
    }

    /** What was measured. */
    static final class Measured {
        private final long[] nanos;
        private final double perSecond;

        /**
         * @param nanos how long each answer took, ascending
         * @param perSecond answers a second, of all clients together
         */
        Measured(long[] nanos, double perSecond) {
            this.nanos = nanos;
            this.perSecond = perSecond;
        }

        /** How long each answer took, ascending. */
        LongStream nanos() {
            return LongStream.of(nanos);
        }

        /** Answers a second, of all clients together. */
        double perSecond() {
            return perSecond;
        }

        /** In milliseconds, what {@code percent} per cent of the answers took at most. */
        double millis(double percent) {
            int at = (int) Math.ceil(percent / 100 * nanos.length) - 1;
            return nanos.length == 0 ? Double.NaN : nanos[Math.max(0, at)] / 1e6;
        }
    }

    /** Asks by {@code clients} at once for {@code time}, but each query once at least. */
    static Measured run(Clients clients, int count, int queries, Duration time) {
        long start = System.nanoTime();
        long deadline = start + time.toNanos();
        try (ExecutorService pool = Executors.newFixedThreadPool(
                count, Thread.ofPlatform().name("bench-client-", 0).factory())) {
            List<Future<long[]>> all = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int first = i * queries / count;
                int min = Math.ceilDiv(queries, count);
                all.add(pool.submit(client(clients, first, min, queries, deadline)));
            }
            List<long[]> taken = new ArrayList<>();
            for (Future<long[]> one : all) {
                taken.add(one.get());
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            long[] nanos = taken.stream().flatMapToLong(Arrays::stream).sorted().toArray();
            return new Measured(nanos, nanos.length / seconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while measuring", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a client failed", e.getCause());
        }
    }

    private static Callable<long[]> client(Clients clients, int first, int min, int queries, long deadline) {
        return () -> {
            try (Client client = clients.open()) {
                long[] nanos = new long[1024];
                int done = 0;
                while (done < min || System.nanoTime() < deadline) {
                    long before = System.nanoTime();
                    client.ask((first + done) % queries);
                    nanos = done == nanos.length ? Arrays.copyOf(nanos, 2 * done) : nanos;
                    nanos[done++] = System.nanoTime() - before;
                }
                return Arrays.copyOf(nanos, done);
            }
        };
    }
}
