package jirei.library.pages;

/**
 * The originals and their pages. Thread-safe.
 *
 * @param originals the originals
 * @param cache their pages
 */
public record OriginalPages(Originals originals, PageCache cache) implements AutoCloseable {
    /** Default maximum size of the kept pages in bytes. */
    public static final long DEFAULT_MAX_BYTES = 512L << 20;

    /** Ends the processes that show pages. */
    @Override
    public void close() {
        cache.close();
    }
}
