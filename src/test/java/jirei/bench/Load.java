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
import org.apache.lucene.util.IOSupplier;

/** Generates load with concurrent clients in a closed loop and measures response times. Stateless. */
final class Load {
    private Load() {}

    /** A client, used by one thread. */
    interface Client extends AutoCloseable {
        /** Runs query {@code number}, from 0, and reads the complete response. */
        void run(int number) throws IOException;

        @Override
        default void close() throws IOException {}
    }

    /** Response times and throughput. */
    static final class Measurement {
        private final long[] nanos;
        private final double perSecond;

        /**
         * @param nanos response times in nanoseconds, ascending
         * @param perSecond responses per second of all clients together
         */
        Measurement(long[] nanos, double perSecond) {
            this.nanos = nanos;
            this.perSecond = perSecond;
        }

        /** Returns the response times in nanoseconds, ascending. */
        LongStream nanos() {
            return LongStream.of(nanos);
        }

        /** Returns the responses per second of all clients together. */
        double perSecond() {
            return perSecond;
        }

        /** Returns a percentile of the response times in milliseconds; NaN without responses. */
        double millis(double percentile) {
            int index = (int) Math.ceil(percentile / 100 * nanos.length) - 1;
            return nanos.length == 0 ? Double.NaN : nanos[Math.max(0, index)] / 1e6;
        }
    }

    /** Runs queries with {@code count} concurrent clients for {@code time}, but each query at least once. */
    static Measurement run(IOSupplier<? extends Client> clients, int count, int queries, Duration time) {
        long start = System.nanoTime();
        long deadline = start + time.toNanos();
        try (ExecutorService pool = Executors.newFixedThreadPool(
                count, Thread.ofPlatform().name("bench-client-", 0).factory())) {
            List<Future<long[]>> futures = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int first = i * queries / count;
                int min = Math.ceilDiv(queries, count);
                futures.add(pool.submit(client(clients, first, min, queries, deadline)));
            }
            List<long[]> times = new ArrayList<>();
            for (Future<long[]> future : futures) {
                times.add(future.get());
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            long[] nanos = times.stream().flatMapToLong(Arrays::stream).sorted().toArray();
            return new Measurement(nanos, nanos.length / seconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while measuring", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a client failed", e.getCause());
        }
    }

    private static Callable<long[]> client(
            IOSupplier<? extends Client> clients, int first, int min, int queries, long deadline) {
        return () -> {
            try (Client client = clients.get()) {
                long[] nanos = new long[1024];
                int done = 0;
                while (done < min || System.nanoTime() < deadline) {
                    long before = System.nanoTime();
                    client.run((first + done) % queries);
                    nanos = done == nanos.length ? Arrays.copyOf(nanos, 2 * done) : nanos;
                    nanos[done++] = System.nanoTime() - before;
                }
                return Arrays.copyOf(nanos, done);
            }
        };
    }
}
