package jirei.library.cases;

import java.io.Serial;

/** Thrown if a case was changed by somebody else since the version that a change starts from. Immutable. */
public final class StaleVersionException extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient StoredCase current;

    public StaleVersionException(StoredCase current) {
        super("case " + current.id() + " has version " + current.version());
        this.current = current;
    }

    /** Returns the case as it is now. */
    public StoredCase current() {
        return current;
    }
}
