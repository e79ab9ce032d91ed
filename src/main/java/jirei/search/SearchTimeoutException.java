package jirei.search;

import java.io.IOException;
import java.io.Serial;
import java.time.Duration;

/** The time for a search was over before there was anything that could be shown. */
public final class SearchTimeoutException extends IOException {
    @Serial
    private static final long serialVersionUID = 1;

    SearchTimeoutException(Duration max) {
        super("the search took longer than " + max.toMillis() + " ms");
    }
}
