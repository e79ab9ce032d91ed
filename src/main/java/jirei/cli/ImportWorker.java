package jirei.cli;

import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jirei.corpus.text.CorpusFormatException;
import jirei.intake.IntakeWorker;
import jirei.intake.PageWorker;
import jirei.intake.TemporaryFolder;
import jirei.intake.source.Limits;

/** The main class of the processes that read documents for {@code import} and show their pages. Stateless. */
public final class ImportWorker {
    private static final String PAGES = "pages";

    private ImportWorker() {}

    /**
     * Reads the documents that standard input names, and ends with it.
     *
     * @param arguments the folder for temporary files, which is deleted if the parent process ends first; and {@code
     *     pages} to show pages instead
     */
    public static void main(String[] arguments) throws IOException, InterruptedException, CorpusFormatException {
        InputStream requests = System.in;
        var replies = new FileOutputStream(FileDescriptor.out);
        System.setIn(InputStream.nullInputStream());
        System.setOut(System.err); // libraries may print
        Runnable end = () -> {
            ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
            TemporaryFolder.delete(Path.of(arguments[0]));
            Runtime.getRuntime().halt(Main.OK);
        };
        if (arguments.length > 1 && arguments[1].equals(PAGES)) {
            new PageWorker(requests, replies).run(end);
        } else {
            new IntakeWorker(requests, replies).run(end);
        }
    }

    /** Returns the command that reads documents with the Java and the class path of this process. */
    public static List<String> command(Path temporary) {
        return command(temporary, Limits.MAX_HEAP_MEGABYTES);
    }

    /** Returns the command that shows pages with the Java and the class path of this process. */
    public static List<String> pageCommand(Path temporary) {
        List<String> command = new ArrayList<>(command(temporary, Limits.MAX_PAGE_HEAP_MEGABYTES));
        command.add(PAGES);
        return command;
    }

    private static List<String> command(Path temporary, int heapMegabytes) {
        return List.of(
                java(),
                "-Xmx" + heapMegabytes + "m",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+UseSerialGC",
                // C2 compiles later, which saves a third of the processor time of a small import
                "-XX:Tier4BackEdgeThreshold=2000000",
                "-XX:Tier4CompileThreshold=750000",
                "-XX:Tier4InvocationThreshold=75000",
                "-XX:-UsePerfData",
                "-XX:+DisplayVMOutputToStderr",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + temporary,
                "-Dsun.jnu.encoding=" + System.getProperty("sun.jnu.encoding"),
                "-cp",
                System.getProperty("java.class.path"),
                ImportWorker.class.getName(),
                temporary.toString());
    }

    /** Returns the Java of this process. A runtime image without a launcher is run by this process's own program. */
    private static String java() {
        File bin = new File(System.getProperty("java.home"), "bin");
        for (String name : new String[] {"java", "java.exe"}) {
            File java = new File(bin, name);
            if (java.canExecute()) {
                return java.getPath();
            }
        }
        return ProcessHandle.current().info().command().orElse("java");
    }
}
