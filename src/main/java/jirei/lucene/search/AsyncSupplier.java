package jirei.lucene.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** What is read from an index on a thread of its own, as soon as the index is opened, and waited for when it is first needed. */
final class AsyncSupplier<T> implements Supplier<T> {
    private final CompletableFuture<T> read;

    private AsyncSupplier(CompletableFuture<T> read) {
        this.read = read;
    }

    /** Reads something. */
    interface Reading<T> {
        T read() throws IOException;
    }

    /** Begins to do {@code reading} on a thread called {@code name}. */
    static <T> AsyncSupplier<T> of(String name, Reading<T> reading) {
        return new AsyncSupplier<>(CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return reading.read();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                task -> Thread.ofPlatform().daemon().name(name).start(task)));
    }

    /**
     * What was read.
     *
     * @throws UncheckedIOException if it can't be read
     */
    @Override
    public T get() {
        try {
            return read.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof UncheckedIOException unreadable) {
                throw new UncheckedIOException(unreadable.getCause());
            }
            throw e;
        }
    }
}
