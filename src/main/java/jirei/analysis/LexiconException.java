package jirei.analysis;

/** Thrown if a lexicon file has a malformed line. Immutable. */
public final class LexiconException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int line;

    LexiconException(int line, String message) {
        super(message);
        this.line = line;
    }

    /** Returns the number of the malformed line, from 1. */
    public int line() {
        return line;
    }
}
