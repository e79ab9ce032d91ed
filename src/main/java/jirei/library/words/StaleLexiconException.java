package jirei.library.words;

import java.io.Serial;

/** Thrown if a lexicon file was changed by somebody else since the version that a change starts from. Immutable. */
public final class StaleLexiconException extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient StoredLexicon current;

    StaleLexiconException(StoredLexicon current) {
        super(current.file().fileName() + " has version " + current.version());
        this.current = current;
    }

    /** Returns the file as it is now. */
    public StoredLexicon current() {
        return current;
    }
}
