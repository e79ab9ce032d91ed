package jirei.search;

/** How an index stands to the corpus that it is searched for. */
public enum IndexState {
    /** It answers, and what changes in the corpus gets into it. */
    CURRENT("ok"),
    /** It answers, but whether its files are whole and what has changed in the corpus meanwhile is still being looked at. */
    VERIFYING("checking"),
    /** The newest index is damaged: an older one answers, without the last changes, until the newest is built anew. */
    STALE("old"),
    /** None answers until one is built. */
    MISSING("none");

    private final String id;

    IndexState(String id) {
        this.id = id;
    }

    /** What programs know it by. */
    public String id() {
        return id;
    }
}
