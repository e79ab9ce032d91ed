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
     * @param docs the document of each hit in {@code reader}; not copied
     * @param resource closed with this
     */
    public HighlightReader(IndexReader reader, int[] docs, Closeable resource) {
        this.reader = reader;
        this.docs = docs;
        this.resource = resource;
    }

    /** The reader. */
    public IndexReader reader() {
        return reader;
    }

    /** The document of each hit in {@link #reader}, not to be changed. */
    public int[] docs() {
        return docs;
    }

    @Override
    public void close() throws IOException {
        resource.close();
    }
}
