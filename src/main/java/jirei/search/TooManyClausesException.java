package jirei.search;

import java.io.IOException;
import java.io.Serial;
import java.io.UncheckedIOException;

/**
 * Thrown if a query expands to more clauses than the engine accepts. The message states the remedy in Japanese. Immutable.
 */
public final class TooManyClausesException extends UncheckedIOException {
    @Serial
    private static final long serialVersionUID = 1;

    /** Creates an exception with a message for users. */
    public TooManyClausesException(String message) {
        super(message, new IOException(message));
    }
}
