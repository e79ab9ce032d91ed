package jirei.intake.source;

/** A document costs more than {@link Limits} allow; the message says in Japanese what is too much. */
public final class DocumentLimitException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String excess;

    public DocumentLimitException(String excess) {
        super(excess);
        this.excess = excess;
    }

    /** What is too much, as in ページが5,000を超える. */
    public String excess() {
        return excess;
    }
}
