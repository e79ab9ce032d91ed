package jirei.intake;

import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * A worker that fails at documents by their names: {@code hang} never ends, {@code crash} ends the process, {@code
 * memory} exhausts the heap. Before each message it prints to standard output, as a library may.
 */
public final class BrokenWorker {
    private static final String PAGES = "pages";

    private BrokenWorker() {}

    /** Runs the worker; the arguments are the folder for its temporary files, and {@code pages} to show pages. */
    public static void main(String[] arguments) throws Exception {
        var out = new FileOutputStream(FileDescriptor.out);
        Runnable end = () -> {
            TemporaryFolder.delete(Path.of(arguments[0]));
            Runtime.getRuntime().halt(0);
        };
        if (arguments.length > 1) {
            new PageWorker(System.in, new FailingStream(out)).run(end);
        } else {
            new IntakeWorker(System.in, new FailingStream(out)).run(end);
        }
    }

    /** Returns the command that runs this class. */
    public static List<String> command(Path temporary) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                BrokenWorker.class.getName(),
                temporary.toString());
    }

    /** Returns the command that runs this class to show pages, with memory for an image of the largest zoom. */
    public static List<String> pageCommand(Path temporary) {
        return pageCommand(temporary, "-Xmx192m");
    }

    /**
     * Returns the command that runs this class to show pages.
     *
     * @param heap the option of the JVM
     */
    public static List<String> pageCommand(Path temporary, String heap) {
        List<String> command = new ArrayList<>(command(temporary));
        command.replaceAll(part -> part.startsWith("-Xmx") ? heap : part);
        command.add(PAGES);
        return command;
    }

    private static final class FailingStream extends OutputStream {
        private final OutputStream out;
        private final ByteArrayOutputStream message = new ByteArrayOutputStream();

        FailingStream(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int next) {
            message.write(next);
        }

        @Override
        public void flush() throws IOException {
            String text = message.toString(StandardCharsets.UTF_8);
            message.reset();
            if (text.contains("END")) {
                fail(text);
            }
            out.write(("log: a line\nlog: END\t\\ without an end" + text).getBytes(StandardCharsets.UTF_8));
            out.flush();
            if (text.contains("BEGIN")) {
                fail(text);
            }
        }

        private static void fail(String text) {
            if (text.contains("hang")) {
                awaitForever();
            } else if (text.contains("crash")) {
                Runtime.getRuntime().halt(134);
            } else if (text.contains("memory")) {
                List<byte[]> all = new ArrayList<>();
                while (all.size() < 1_000) {
                    all.add(new byte[1 << 20]);
                }
            }
        }

        private static void awaitForever() {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
