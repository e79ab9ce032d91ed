package jirei.cli;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Where a command speaks: answers on standard output, everything else on standard error. */
final class Console {
    private static final long REDRAW_NANOS = 200_000_000;

    private final PrintStream out;
    private final PrintStream err;
    private final boolean interactive;
    private long drawn;
    private boolean progressShown;

    Console(PrintStream out, PrintStream err, boolean interactive) {
        this.out = out;
        this.err = err;
        this.interactive = interactive;
        this.drawn = System.nanoTime();
    }

    /** Prints a line of the answer. */
    void print(String line) {
        out.println(line);
    }

    /** Tells something that is no part of the answer. */
    void say(String line) {
        endProgress();
        err.println(line);
    }

    /** Tells a problem. */
    void error(@Nullable String sentence) {
        say("jirei: " + sentence);
    }

    /** Shows how far long work has come, on a terminal only and not more often than an eye can follow. */
    void progress(String state) {
        long now = System.nanoTime();
        if (interactive && now - drawn > REDRAW_NANOS) {
            drawn = now;
            progressShown = true;
            err.print("\r" + state + "\u001B[K");
            err.flush();
        }
    }

    /** Takes the progress line away. */
    void endProgress() {
        if (progressShown) {
            err.print("\r\u001B[K");
            progressShown = false;
        }
    }

    PrintWriter writer() {
        return new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), true);
    }
}
