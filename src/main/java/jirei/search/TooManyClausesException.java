package jirei.search;

import java.io.IOException;
import java.io.Serial;
import java.io.UncheckedIOException;

/** The words of a query become more terms than the engine takes; the message says so and what helps, in Japanese. */
public final class TooManyClausesException extends UncheckedIOException {
    @Serial
    private static final long serialVersionUID = 1;

    /** With {@code sentence} as its message. */
    public TooManyClausesException(String sentence) {
        super(sentence, new IOException(sentence));
    }
}
