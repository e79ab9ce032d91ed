package jirei.cli;

import java.io.IOException;
import jirei.lucene.IndexMaintainer;
import jirei.opensearch.AliasFollower;

/** An index that is open for as long as the server runs, wherever it lies. */
sealed interface OpenIndex extends AutoCloseable {
    /** Whether there is one by now, or whoever asks is told that it is away. */
    boolean isReached();

    /** Begins to keep up with the newest state. */
    void start() throws IOException;

    @Override
    void close() throws IOException;

    /** The index of this process. */
    record Embedded(IndexMaintainer index) implements OpenIndex {
        @Override
        public boolean isReached() {
            return true;
        }

        @Override
        public void start() throws IOException {
            index.start();
        }

        @Override
        public void close() throws IOException {
            index.close();
        }
    }

    /** The index of a cluster. */
    record Distributed(AliasFollower index) implements OpenIndex {
        @Override
        public boolean isReached() {
            return index.isReached();
        }

        @Override
        public void start() {
            index.start();
        }

        @Override
        public void close() throws IOException {
            index.close();
        }
    }
}
