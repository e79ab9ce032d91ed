package jirei.search;

/** Steps of query relaxation, strictest first. A search uses the first step that matches anything. Immutable. */
public enum Relaxation {
    /** A section matches all words. */
    NONE("none"),
    /** The sections of a case match all words together; a section matches at least one. */
    SAME_CASE("same-case"),
    /** For a typed sentence: a section matches any of its content words; more and rarer words score higher. */
    ANY_CONTENT_WORD("sentence"),
    /** A section matches any of the words; more and rarer words score higher. */
    ANY_WORD("most-words");

    private final String id;

    Relaxation(String id) {
        this.id = id;
    }

    /** Returns the name in JSON. */
    public String id() {
        return id;
    }
}
