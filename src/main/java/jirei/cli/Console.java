package jirei.cli;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The output of a command: results on standard output, messages and progress on standard error. Each line is escaped by
 * {@link TerminalText}. Not thread-safe.
 */
final class Console {
    /** Minimum interval between two updates of the progress line. */
    private static final long REDRAW_NANOS = 200_000_000;

    private final PrintStream out;
    private final PrintStream err;
    private final boolean interactive;
    private long lastDrawn;
    private boolean progressShown;

    Console(PrintStream out, PrintStream err, boolean interactive) {
        this.out = out;
        this.err = err;
        this.interactive = interactive;
        this.lastDrawn = System.nanoTime();
    }

    /** Prints a line of the result to standard output. */
    void print(String line) {
        out.println(TerminalText.escapeLine(line));
    }

    /** Prints a message, which is not part of the result, to standard error. */
    void say(String line) {
        endProgress();
        err.println(TerminalText.escapeLine(line));
    }

    /** Prints an error message to standard error, prefixed with {@code jirei: }. */
    void error(@Nullable String sentence) {
        say("jirei: " + sentence);
    }

    /** Updates the progress line; does nothing off a terminal or within {@link #REDRAW_NANOS} of the last update. */
    void progress(String state) {
        long now = System.nanoTime();
        if (interactive && now - lastDrawn > REDRAW_NANOS) {
            lastDrawn = now;
            progressShown = true;
            err.print("\r" + TerminalText.escapeLine(state) + "\u001B[K");
            err.flush();
        }
    }

    /** Clears the progress line. */
    void endProgress() {
        if (progressShown) {
            err.print("\r\u001B[K");
            progressShown = false;
        }
    }

    /** Returns a UTF-8 writer to standard output. */
    PrintWriter writer() {
        return new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), true);
    }
}
