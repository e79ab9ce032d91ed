package jirei.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** Runs commands in this JVM and captures their output. Not thread-safe. */
public final class CommandRunner {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /** Runs the command and returns its exit code. Its output is appended to that of earlier commands. */
    public int run(Object... arguments) {
        String[] words = Stream.of(arguments).map(Object::toString).toArray(String[]::new);
        return Main.run(words, print(out), print(err), false);
    }

    private static PrintStream print(ByteArrayOutputStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }

    /** Returns what was written to standard output. */
    public String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Returns what was written to standard error. */
    public String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    /** Discards the captured output. */
    public void reset() {
        out.reset();
        err.reset();
    }
}
