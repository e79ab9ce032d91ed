package jirei.cli;

import java.io.Closeable;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.apache.lucene.util.IORunnable;

/**
 * The index of a running server, embedded or distributed. Thread-safe.
 *
 * @param reached whether the index has been reached; until then requests are refused as unavailable
 * @param follow starts following changes of the index in the background
 * @param index closes the index
 */
record OpenIndex(BooleanSupplier reached, IORunnable follow, Closeable index) implements Closeable {
    boolean isReached() {
        return reached.getAsBoolean();
    }

    void start() throws IOException {
        follow.run();
    }

    @Override
    public void close() throws IOException {
        index.close();
    }
}
