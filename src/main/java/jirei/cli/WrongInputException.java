package jirei.cli;

/**
 * Thrown if a command or its input is invalid. The message says in Japanese what is wrong and how to fix it.
 * Immutable.
 */
public final class WrongInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String sentence;

    /** @param sentence the message for the user, in Japanese */
    public WrongInputException(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    @Override
    public String getMessage() {
        return sentence;
    }
}
