package jirei.analysis;

/** A user dictionary has a line that is no entry. */
public final class UserDictionaryException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int line;

    UserDictionaryException(int line, String problem) {
        super(problem);
        this.line = line;
    }

    /** The faulty line, from 1. */
    public int line() {
        return line;
    }
}
