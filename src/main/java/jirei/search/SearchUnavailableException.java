package jirei.search;

import java.io.IOException;
import java.io.Serial;
import java.io.UncheckedIOException;

/** The engine can't answer now, or not wholly; the message says why and what helps, in Japanese. */
public final class SearchUnavailableException extends UncheckedIOException {
    @Serial
    private static final long serialVersionUID = 1;

    /** With {@code sentence} as its message. */
    public SearchUnavailableException(String sentence, IOException cause) {
        super(sentence, cause);
    }

    /** With {@code sentence} as its message and no other cause. */
    public SearchUnavailableException(String sentence) {
        this(sentence, new IOException(sentence));
    }

    /** What the engine itself said of it, for those who run it; where it said nothing, the sentence. */
    public String detail() {
        IOException cause = getCause();
        return cause == null ? String.valueOf(getMessage()) : String.valueOf(cause.getMessage());
    }
}
