package jirei.search;

import java.io.IOException;
import java.io.Serial;

/** Thrown while no index exists and the first one is being built. Immutable. */
public final class IndexNotReadyException extends IOException {
    @Serial
    private static final long serialVersionUID = 1;

    IndexNotReadyException() {
        super("the index is being built");
    }
}
