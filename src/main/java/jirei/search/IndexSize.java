package jirei.search;

/**
 * Size of an index. Immutable.
 *
 * @param bytes total size of its files in bytes
 * @param generation number of the build in its folder, from 1; 0 if unknown
 * @param documents number of documents, without deleted ones
 * @param segments number of segments
 */
public record IndexSize(long bytes, int generation, int documents, int segments) {
    /** The size of a missing index. */
    public static final IndexSize NONE = new IndexSize(0, 0, 0, 0);
}
