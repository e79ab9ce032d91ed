package jirei.intake.document;

/** A document costs more than {@link Limits} allow; the message says in Japanese what is too much. */
final class OverLimitException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String excess;

    OverLimitException(String excess) {
        super(excess);
        this.excess = excess;
    }

    /** What is too much, as in ページが5,000を超える. */
    String excess() {
        return excess;
    }
}
