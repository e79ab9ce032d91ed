package jirei.cli;

import java.io.IOException;
import jirei.lucene.IndexMaintainer;
import jirei.opensearch.AliasFollower;

/** The index of a running server, embedded or distributed. Thread-safe. */
sealed interface OpenIndex extends AutoCloseable {
    /** Returns whether the index has been reached; until then requests are refused as unavailable. */
    boolean isReached();

    /** Starts following changes of the index in the background. */
    void start() throws IOException;

    @Override
    void close() throws IOException;

    /** An embedded Lucene index. */
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

    /** An index in an OpenSearch cluster. */
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
