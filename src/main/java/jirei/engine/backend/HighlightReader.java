package jirei.engine.backend;

import java.io.Closeable;
import java.io.IOException;
import org.apache.lucene.index.IndexReader;

/** A reader over the documents of some hits, with the offsets that highlighting needs. Not thread-safe. */
public final class HighlightReader implements Closeable {
    private final IndexReader reader;
    private final int[] docs;
    private final Closeable resource;

    /**
     * @param reader the reader
     * @param docs the doc ID of each hit in {@code reader}; not copied
     * @param resource closed with this reader
     */
    public HighlightReader(IndexReader reader, int[] docs, Closeable resource) {
        this.reader = reader;
        this.docs = docs;
        this.resource = resource;
    }

    /** The index reader. */
    public IndexReader reader() {
        return reader;
    }

    /** The doc ID of each hit in {@link #reader}; must not be modified. */
    public int[] docs() {
        return docs;
    }

    @Override
    public void close() throws IOException {
        resource.close();
    }
}
