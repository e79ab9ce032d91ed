package jirei.search;

/**
 * How large an index is.
 *
 * @param bytes of all its files
 * @param generation which one it is of those built in its folder, from 1; 0 where that isn't known
 * @param documents how many documents it has, those deleted left out
 * @param segments in how many parts they lie
 */
public record IndexSize(long bytes, int generation, int documents, int segments) {
    /** Of no index. */
    public static final IndexSize NONE = new IndexSize(0, 0, 0, 0);
}
