package jirei.intake.layout;

/**
 * Lines of a source document that could not be assigned to a section, or only with doubt. Immutable.
 *
 * @param firstLine the first line in the document, from 1
 * @param lastLine the last line, not before {@code firstLine}
 * @param caseId the id of the case; empty for none
 * @param sectionId the id of the section with the lines; empty for none
 * @param message a sentence in Japanese
 */
public record ImportWarning(int firstLine, int lastLine, String caseId, String sectionId, String message) {
    /**
     * @throws IllegalArgumentException if {@code firstLine} is below 1 or above {@code lastLine}
     */
    public ImportWarning {
        if (firstLine < 1 || lastLine < firstLine) {
            throw new IllegalArgumentException("lines must be a range from 1, got " + firstLine + " to " + lastLine);
        }
    }
}
