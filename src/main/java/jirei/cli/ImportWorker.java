package jirei.cli;

import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import jirei.corpus.text.CorpusFormatException;
import jirei.intake.IntakeWorker;
import jirei.intake.TemporaryFolder;
import jirei.intake.source.Limits;

/** The main class of the process that reads documents for {@code import}. Stateless. */
public final class ImportWorker {
    private ImportWorker() {}

    /**
     * Reads the documents that standard input names, and ends with it.
     *
     * @param arguments the folder for temporary files, which is deleted if the parent process ends first
     */
    public static void main(String[] arguments) throws IOException, InterruptedException, CorpusFormatException {
        InputStream requests = System.in;
        var replies = new FileOutputStream(FileDescriptor.out);
        System.setIn(InputStream.nullInputStream());
        System.setOut(System.err); // libraries may print
        new IntakeWorker(requests, replies).run(() -> {
            TemporaryFolder.delete(Path.of(arguments[0]));
            Runtime.getRuntime().halt(Main.OK);
        });
    }

    /** Returns the command that runs this class with the Java and the class path of this process. */
    static List<String> command(Path temporary) {
        return List.of(
                java(),
                "-Xmx" + Limits.MAX_HEAP_MEGABYTES + "m",
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
