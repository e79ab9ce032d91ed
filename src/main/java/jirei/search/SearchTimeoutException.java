package jirei.search;

import java.io.IOException;
import java.io.Serial;
import java.time.Duration;

/** Thrown if the deadline of a search expires before there are any partial results. Immutable. */
public final class SearchTimeoutException extends IOException {
    @Serial
    private static final long serialVersionUID = 1;

    SearchTimeoutException(Duration timeout) {
        super("the search took longer than " + timeout.toMillis() + " ms");
    }
}
