package jirei.lucene.index;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Thrown if the index folder cannot be used. The message gives the reason and the remedy, in Japanese. Immutable. */
public final class IndexUnavailableException extends IOException {
    private static final long serialVersionUID = 1L;

    public IndexUnavailableException(String problem, @Nullable Throwable cause) {
        super(problem, cause);
    }
}
