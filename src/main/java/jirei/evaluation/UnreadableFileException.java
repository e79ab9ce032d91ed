package jirei.evaluation;

import java.io.IOException;
import java.io.Serial;

/**
 * Thrown if a file of topics or judgments cannot be read. The message states the reason and the remedy in Japanese. Immutable.
 */
public final class UnreadableFileException extends IOException {
    @Serial
    private static final long serialVersionUID = 1;

    UnreadableFileException(String message, IOException cause) {
        super(message, cause);
    }
}
