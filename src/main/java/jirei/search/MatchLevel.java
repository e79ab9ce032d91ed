package jirei.search;

/** How much of a query a hit matches. Immutable. */
public enum MatchLevel {
    /** The section or its case matches all that the query requires. */
    ALL("all"),
    /** The section matches some of the words, and all phrases, fields and filters. */
    SOME("some");

    private final String id;

    MatchLevel(String id) {
        this.id = id;
    }

    /** Returns the name in JSON. */
    public String id() {
        return id;
    }
}
