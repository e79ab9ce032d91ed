package jirei.search;

/** How an index stands to the corpus that it is searched for. */
public enum IndexState {
    /** It answers, and what changes in the corpus gets into it. */
    OK("ok"),
    /** It answers, but whether its files are whole and what has changed in the corpus meanwhile is still being looked at. */
    CHECKING("checking"),
    /** The newest index is damaged: an older one answers, without the last changes, until the newest is built anew. */
    OLD("old"),
    /** None answers until one is built. */
    NONE("none");

    private final String id;

    IndexState(String id) {
        this.id = id;
    }

    /** What programs know it by. */
    public String id() {
        return id;
    }
}
