package jirei.engine.schema;

/** A field that is looked up, sorted by or shown, but not cut into terms. */
public enum IndexField {
    /** What a document is: see {@link #SECTION_TYPE} and {@link #CASE_TYPE}. */
    TYPE("type"),
    CASE_ID("caseId"),
    SECTION_ID("sectionId"),
    /** The case's number; the greatest integer where it has none, so that it comes last. */
    NUMBER("number"),
    /** The case's fiscal year; left out where it isn't known. */
    YEAR("year"),
    /** Whose figures a case has, with the prefecture in front; in the last document of its block. */
    REGION("region"),
    /** The section's place in its case, from 0. */
    POSITION("position"),
    CASE_TITLE("caseTitle"),
    PREFECTURE("prefecture"),
    PLACE("place"),
    KIND("kind"),
    PARENT("parent"),
    PARENT_HEADING("parentHeading"),
    ACTOR("actor"),
    THEME("theme"),
    /** The case as a line of JSON without headings and texts, which its sections have; in the last document of its block. */
    CASE("case"),
    /** The file that a case came from, in the last document of its block. */
    CASE_FILE("caseFile"),
    /** A file's path, in the document of a file. */
    FILE("file"),
    /** The hash of a file's contents. */
    HASH("hash"),
    FAULT("fault");

    static final String SECTION_TYPE = "section";
    static final String CASE_TYPE = "case";
    public static final String FILE_TYPE = "file";
    public static final String FAULTY_FILE_TYPE = "faultyFile";
    public static final int NO_NUMBER = Integer.MAX_VALUE;

    private final String luceneName;

    IndexField(String luceneName) {
        this.luceneName = luceneName;
    }

    /** The name in the index. */
    public String luceneName() {
        return luceneName;
    }
}
