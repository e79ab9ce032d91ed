package jirei.search;

import java.io.IOException;
import java.io.Serial;

/** There is no index to answer from until one is built, which is under way. */
public final class IndexNotReadyException extends IOException {
    @Serial
    private static final long serialVersionUID = 1;

    IndexNotReadyException() {
        super("the index is being built");
    }
}
