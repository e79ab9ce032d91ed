package jirei.lucene.index;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The index folder can't be used; the message says why and what helps, in Japanese. */
public final class IndexUnavailableException extends IOException {
    private static final long serialVersionUID = 1L;

    public IndexUnavailableException(String problem, @Nullable Throwable cause) {
        super(problem, cause);
    }
}
