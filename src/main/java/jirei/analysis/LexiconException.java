package jirei.analysis;

/** A file of the lexicon has a line that is no entry. */
public final class LexiconException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int line;

    LexiconException(int line, String problem) {
        super(problem);
        this.line = line;
    }

    /** The faulty line, from 1. */
    public int line() {
        return line;
    }
}
