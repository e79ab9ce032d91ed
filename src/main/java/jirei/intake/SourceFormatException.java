package jirei.intake;

/** A source document that can't be read; the message is a Japanese sentence for the person who gave it. */
public final class SourceFormatException extends Exception {
    private static final long serialVersionUID = 1L;

    SourceFormatException(String message) {
        super(message);
    }
}
