package jirei.intake.source;

/** Thrown if a document exceeds {@link Limits}. Immutable. */
public final class DocumentLimitException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String excess;

    /** @param excess the exceeded limit in Japanese, as in ページが5,000を超える */
    public DocumentLimitException(String excess) {
        super(excess);
        this.excess = excess;
    }

    /** Returns the exceeded limit in Japanese, as in ページが5,000を超える. */
    public String excess() {
        return excess;
    }
}
