package jirei.intake.source;

/** A source document that can't be read; the message is a Japanese sentence for the person who gave it. */
public final class SourceFormatException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Says in one Japanese sentence which document, what is wrong and what helps. */
    public SourceFormatException(String message) {
        super(message);
    }
}
