package jirei.intake;

import java.io.Serial;

/** Thrown if too many pages are waited for. Immutable. */
public final class PageBusyException extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    PageBusyException() {
        super("too many pages are waited for");
    }
}
