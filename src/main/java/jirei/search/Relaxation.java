package jirei.search;

/** The steps by which a search is widened until it finds something, narrowest first. */
public enum Relaxation {
    /** All words stand in one section. */
    NONE("none"),
    /** All words stand in one case, each section has at least one. */
    SAME_CASE("same-case"),
    /** A sentence was typed: sections with any of its words, those with more and rarer ones first. */
    ANY_CONTENT_WORD("sentence"),
    /** Some of the words stand in one section, those with more and rarer ones first. */
    ANY_WORD("most-words");

    private final String id;

    Relaxation(String id) {
        this.id = id;
    }

    /** The name in JSON. */
    public String id() {
        return id;
    }
}
