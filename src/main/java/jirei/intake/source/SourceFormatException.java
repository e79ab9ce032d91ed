package jirei.intake.source;

/** Thrown if a source document cannot be read. The message is a sentence in Japanese for the user. Immutable. */
public final class SourceFormatException extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param message one sentence in Japanese: the document, the problem and the remedy */
    public SourceFormatException(String message) {
        super(message);
    }
}
