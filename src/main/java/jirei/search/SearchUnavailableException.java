package jirei.search;

import java.io.IOException;
import java.io.Serial;
import java.io.UncheckedIOException;

/**
 * Thrown if the engine cannot serve a request, or cannot serve it completely. The message states the reason and the
 * remedy in Japanese. Immutable.
 */
public final class SearchUnavailableException extends UncheckedIOException {
    @Serial
    private static final long serialVersionUID = 1;

    /** Creates an exception with a message for users and the error of the engine. */
    public SearchUnavailableException(String message, IOException cause) {
        super(message, cause);
    }

    /** Creates an exception without an error of the engine. */
    public SearchUnavailableException(String message) {
        this(message, new IOException(message));
    }

    /** Returns the message of the underlying error, for operators; the message of this exception if there is none. */
    public String detail() {
        IOException cause = getCause();
        return cause == null ? String.valueOf(getMessage()) : String.valueOf(cause.getMessage());
    }
}
