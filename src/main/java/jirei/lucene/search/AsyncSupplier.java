package jirei.lucene.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.apache.lucene.util.IOSupplier;

/**
 * A value loaded in the background from when the index is opened; {@link #get} blocks until it is loaded. After a
 * failure the next {@link #get} loads it again. Thread-safe.
 */
final class AsyncSupplier<T> implements Supplier<T> {
    private final String name;
    private final IOSupplier<T> loader;
    private volatile CompletableFuture<T> value;

    private AsyncSupplier(String name, IOSupplier<T> loader) {
        this.name = name;
        this.loader = loader;
        this.value = load();
    }

    /** Starts {@code loader} on a daemon thread called {@code name}. */
    static <T> AsyncSupplier<T> of(String name, IOSupplier<T> loader) {
        return new AsyncSupplier<>(name, loader);
    }

    private CompletableFuture<T> load() {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return loader.get();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                task -> Thread.ofPlatform().daemon().name(name).start(task));
    }

    /**
     * Returns the loaded value, waiting for it if necessary.
     *
     * @throws UncheckedIOException if loading failed with an I/O error
     */
    @Override
    public T get() {
        CompletableFuture<T> loaded = value;
        try {
            return loaded.join();
        } catch (CompletionException e) {
            reloadAfter(loaded);
            if (e.getCause() instanceof UncheckedIOException unreadable) {
                throw new UncheckedIOException(unreadable.getCause());
            }
            throw e;
        }
    }

    private synchronized void reloadAfter(CompletableFuture<T> failed) {
        if (value == failed) {
            value = load();
        }
    }
}
