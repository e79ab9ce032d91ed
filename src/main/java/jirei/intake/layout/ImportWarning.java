package jirei.intake.layout;

/**
 * Lines of a source document that could not be assigned to a section, or only with doubt. Immutable.
 *
 * @param firstLine the first line in the document, from 1
 * @param lastLine the last line, not before {@code firstLine}
 * @param caseId the id of the case; empty for none
 * @param sectionId the id of the section with the lines; empty for none
 * @param field the field of the case that is to be filled in or corrected; {@link #NO_FIELD} for none
 * @param message a sentence in Japanese
 */
public record ImportWarning(
        int firstLine, int lastLine, String caseId, String sectionId, String field, String message) {
    /** The {@link #field} of a warning about none. */
    public static final String NO_FIELD = "";

    /** The {@link #field} of a warning about the title. */
    public static final String TITLE = "title";

    /** The {@link #field} of a warning about the prefecture. */
    public static final String PREFECTURE = "prefecture";

    /** Creates a warning about no field. */
    public ImportWarning(int firstLine, int lastLine, String caseId, String sectionId, String message) {
        this(firstLine, lastLine, caseId, sectionId, NO_FIELD, message);
    }

    /**
     * @throws IllegalArgumentException if {@code firstLine} is below 1 or above {@code lastLine}
     */
    public ImportWarning {
        if (firstLine < 1 || lastLine < firstLine) {
            throw new IllegalArgumentException("lines must be a range from 1, got " + firstLine + " to " + lastLine);
        }
    }
}
