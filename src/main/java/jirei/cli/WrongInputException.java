package jirei.cli;

/** What was asked for can't be done; the message says why and what helps, in Japanese. */
public final class WrongInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String sentence;

    public WrongInputException(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    @Override
    public String getMessage() {
        return sentence;
    }
}
