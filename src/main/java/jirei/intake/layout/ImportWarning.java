package jirei.intake.layout;

/**
 * What a reader of the source should look at: lines that could not be placed, or were placed with doubt.
 *
 * @param firstLine the first line of the source it speaks of, from 1
 * @param lastLine the last one, not before {@code firstLine}
 * @param caseId the case it touches; empty where it touches none
 * @param sectionId the section of that case that holds the lines; empty where no section does
 * @param message a Japanese sentence
 */
public record ImportWarning(int firstLine, int lastLine, String caseId, String sectionId, String message) {
    /**
     * @throws IllegalArgumentException if the lines are no range from 1
     */
    public ImportWarning {
        if (firstLine < 1 || lastLine < firstLine) {
            throw new IllegalArgumentException("lines must be a range from 1, got " + firstLine + " to " + lastLine);
        }
    }
}
