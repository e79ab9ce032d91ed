package jirei.engine.schema;

/** A field that is looked up, sorted by or stored, but not analyzed. Immutable. */
public enum IndexField {
    /**
     * The document type: {@link #SECTION_TYPE}, {@link #CASE_TYPE}, {@link #FILE_TYPE} or {@link #FAULTY_FILE_TYPE}.
     */
    TYPE("type"),
    CASE_ID("caseId"),
    SECTION_ID("sectionId"),
    /** The case number; {@link #NO_NUMBER} if it has none, so that it sorts last. */
    NUMBER("number"),
    /** The fiscal year of the case; absent if unknown. */
    YEAR("year"),
    /** The region whose figures a case has, prefixed with the prefecture; in the last document of the block. */
    REGION("region"),
    /** The position of the section in its case, from 0. */
    POSITION("position"),
    CASE_TITLE("caseTitle"),
    PREFECTURE("prefecture"),
    PLACE("place"),
    KIND("kind"),
    PARENT("parent"),
    PARENT_HEADING("parentHeading"),
    ACTOR("actor"),
    THEME("theme"),
    /** The confidence in percent of text that was read by OCR; absent for other sections. */
    OCR_CONFIDENCE("ocrConfidence"),
    /**
     * The case as a line of JSON without headings and texts, which its section documents store; in the last document of
     * the block.
     */
    CASE("case"),
    /** The corpus file of the case; in the last document of the block. */
    CASE_FILE("caseFile"),
    /** The path of a file; in the document of the file. */
    FILE("file"),
    /** The hash of the contents of a file. */
    HASH("hash"),
    FAULT("fault");

    /** The {@link #TYPE} of a section document. */
    static final String SECTION_TYPE = "section";
    /** A further {@link #TYPE} of the document of the first section of a case. */
    static final String FIRST_SECTION_TYPE = "firstSection";
    /** The {@link #TYPE} of a case document. */
    static final String CASE_TYPE = "case";
    /** The {@link #TYPE} of the document of a corpus file. */
    public static final String FILE_TYPE = "file";
    /** The {@link #TYPE} of the document of a corpus file with faults. */
    public static final String FAULTY_FILE_TYPE = "faultyFile";
    /** The {@link #NUMBER} of a case without a number. */
    public static final int NO_NUMBER = Integer.MAX_VALUE;

    private final String luceneName;

    IndexField(String luceneName) {
        this.luceneName = luceneName;
    }

    /** The field name in the index. */
    public String luceneName() {
        return luceneName;
    }
}
