package jirei.search;

/** State of an index relative to its corpus. Immutable. */
public enum IndexState {
    /** The index is searchable and follows changes of the corpus. */
    CURRENT("ok"),
    /**
     * The index is searchable; its checksums and the changes of the corpus since the last run are still being checked.
     */
    VERIFYING("checking"),
    /** The index is searchable; a change of the corpus is being indexed and cannot be found yet. */
    UPDATING("updating"),
    /** The index is searchable, but changes of the corpus cannot be indexed until a problem is solved. */
    FAILING("failing"),
    /** The latest index is corrupt: an older one without the latest changes is searched until the index is rebuilt. */
    STALE("old"),
    /** No index is searchable until one is built. */
    MISSING("none");

    private final String id;

    IndexState(String id) {
        this.id = id;
    }

    /** Returns whether the index may lack changes of the corpus. */
    public boolean isBehind() {
        return this != CURRENT;
    }

    /** Returns the name in JSON. */
    public String id() {
        return id;
    }
}
