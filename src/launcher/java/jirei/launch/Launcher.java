package jirei.launch;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Entry point of the jar. Runs the program in this JVM, or starts a second JVM in three cases: this Java is too old; {@code serve} can
 * use the AOT cache that the build has written next to the jar and that only a command-line option can name; or the locale has no
 * Japanese, so that this JVM can neither read nor write Japanese names of files and arguments.
 *
 * <p>Compiled for Java 11. Loads as few classes as possible, since they delay every start. Stateless.
 */
public final class Launcher {
    /**
     * System property of a JVM that starts no other. Its value names the process whose end ends this one: a process id, {@code parent}
     * for the parent process, 0 for none. Empty during the training run for the AOT cache.
     */
    private static final String STARTED = "jirei.started";

    /**
     * System property of a JVM that was started for its locale: the arguments, separated by NUL, in UTF-8 and Base64, since the
     * JVM that starts it cannot pass them on.
     */
    private static final String ARGUMENTS = "jirei.arguments";

    private static final File COMMAND_LINE = new File("/proc/self/cmdline");

    private static final int MIN_JAVA = 21;
    /** The exit code of a failure, the same as in the program. */
    private static final int FAILURE = 3;

    private final File jar = new File(System.getProperty("java.class.path"));
    private final File cache = sibling(".aot");
    /** Contains the home of the JDK that built the program and wrote the cache. */
    private final File builderHome = sibling(".jdk");

    private Launcher() {}

    /**
     * Runs the program with {@code arguments}.
     *
     * @throws IOException if a file next to the jar cannot be read or written, or the second JVM cannot be started
     */
    public static void main(String[] arguments) throws IOException, InterruptedException, ReflectiveOperationException {
        var launcher = new Launcher();
        String started = System.getProperty(STARTED);
        List<String> command = started == null ? launcher.secondJvm(arguments) : List.of();
        if (!command.isEmpty()) {
            launcher.start(command, arguments);
        }
        if (started != null && isTooOld()) {
            requireNewer();
        } else if (started != null && started.isEmpty()) {
            Files.writeString(launcher.builderHome.toPath(), System.getProperty("java.home"));
        } else if (started != null && !started.equals("0")) {
            new ExitWithProcess(started).start();
        }
        String passed = System.getProperty(ARGUMENTS);
        run(passed == null ? arguments : decoded(passed));
    }

    private static String[] decoded(String passed) {
        String joined = new String(Base64.getDecoder().decode(passed), StandardCharsets.UTF_8);
        return joined.isEmpty() ? new String[0] : joined.split("\0", -1);
    }

    /** Returns whether the locale, which decides the encoding of names, is one without Japanese, such as C. */
    private static boolean isLocaleWithoutJapanese() {
        String encoding = System.getProperty("sun.jnu.encoding", "UTF-8");
        return (encoding.equals("ANSI_X3.4-1968") || encoding.equals("US-ASCII") || encoding.equals("ISO-8859-1"))
                && COMMAND_LINE.exists();
    }

    private File sibling(String extension) {
        String path = jar.getPath();
        return new File(
                path.endsWith(".jar")
                        ? path.substring(0, path.length() - ".jar".length()) + extension
                        : path + extension);
    }

    private static void run(String[] arguments) throws ReflectiveOperationException {
        Class.forName("jirei.cli.Main").getMethod("main", String[].class).invoke(null, (Object) arguments);
    }

    /** Returns the command line of the second JVM without the jar; empty if this JVM can run the program as well. */
    private List<String> secondJvm(String[] arguments) throws IOException {
        String home = System.getProperty("java.home");
        String builder = builderHome.exists() ? text(builderHome) : "";
        boolean isTooOld = isTooOld();
        boolean isRecoded = isLocaleWithoutJapanese() && jar.getPath().indexOf('\uFFFD') < 0;
        if (!isTooOld && !isRecoded && (arguments.length == 0 || !arguments[0].equals("serve"))) {
            return List.of();
        }
        List<String> options = options();
        if (isTooOld) {
            home = newerHome(builder);
        } else if (!canBePassedOn(options)) {
            return List.of();
        }
        List<String> command = new ArrayList<>();
        command.add(home + File.separator + "bin" + File.separator + "java");
        File startOptions = sibling(".options");
        if (home.equals(builder) && cache.exists() && startOptions.exists()) {
            command.add("@" + startOptions);
            command.add("-XX:AOTCache=" + cache);
        } else if (!isTooOld && !isRecoded) {
            return List.of();
        }
        command.addAll(options);
        return command;
    }

    /**
     * Returns the options on the command line of this JVM. Reads them from /proc where it exists, since loading the management classes
     * takes longer.
     */
    private static List<String> options() throws IOException {
        if (!COMMAND_LINE.exists()) {
            return ManagementFactory.getRuntimeMXBean().getInputArguments();
        }
        List<String> options = new ArrayList<>();
        String[] words = text(COMMAND_LINE).split("\0", -1);
        for (int i = 1; i < words.length && !words[i].equals("-jar"); i++) {
            options.add(words[i]);
        }
        return options;
    }

    /** Returns whether all options set memory sizes and properties: two JVMs cannot share a log file or a debugger port. */
    private static boolean canBePassedOn(List<String> options) {
        for (String option : options) {
            if (!option.startsWith("-Xm") && !option.startsWith("-Xs") && !option.startsWith("-D")) {
                return false;
            }
        }
        return true;
    }

    /** Returns the home of a new enough Java: JAVA_HOME, or else the JDK of the build. Exits if there is none. */
    private static String newerHome(String builder) {
        for (String home : new String[] {System.getenv("JAVA_HOME"), builder}) {
            if (home != null && feature(home) >= MIN_JAVA) {
                return home;
            }
        }
        requireNewer();
        return "";
    }

    private static boolean isTooOld() {
        return Runtime.version().feature() < MIN_JAVA;
    }

    /** Says which Java is needed, and exits. */
    private static void requireNewer() {
        System.err.println("jirei: Java " + MIN_JAVA + " 以降が要ります（この java は "
                + Runtime.version().feature() + "）。新しい Java を入れ、JAVA_HOME にその場所を指定してください。");
        System.exit(FAILURE);
    }

    private static int feature(String home) {
        try {
            for (String line : text(new File(home, "release")).split("\n", -1)) {
                if (line.startsWith("JAVA_VERSION=")) {
                    return Runtime.Version.parse(line.replaceAll("JAVA_VERSION=|\"|\r", ""))
                            .feature();
                }
            }
        } catch (IOException | IllegalArgumentException notAJdk) {
            return 0;
        }
        return 0;
    }

    private static String text(File file) throws IOException {
        return untrimmed(file).strip();
    }

    private static String untrimmed(File file) throws IOException {
        try (InputStream in = new FileInputStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void start(List<String> command, String[] arguments) throws IOException, InterruptedException {
        command.add("-D" + STARTED + "=" + ProcessHandle.current().pid());
        boolean isRecoded = isLocaleWithoutJapanese();
        if (isRecoded) {
            command.add("-D" + ARGUMENTS + "=" + encoded(arguments));
        }
        command.add("-jar");
        command.add(jar.getPath());
        if (!isRecoded) {
            command.addAll(Arrays.asList(arguments));
        }
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        if (isRecoded) {
            builder.environment().put("LC_ALL", "C.UTF-8");
        }
        Process second = builder.start();
        Runtime.getRuntime().addShutdownHook(new EndProcess(second));
        System.exit(second.waitFor());
    }

    /** Returns the arguments as typed, for {@link #ARGUMENTS}; in {@code arguments} this JVM has replaced what is not ASCII. */
    private static String encoded(String[] arguments) throws IOException {
        String[] words = untrimmed(COMMAND_LINE).split("\0", -1); // the last one is empty
        int first = words.length - 1 - arguments.length;
        String[] typed = first < 1 ? arguments : Arrays.copyOfRange(words, first, words.length - 1);
        return Base64.getEncoder().encodeToString(String.join("\0", typed).getBytes(StandardCharsets.UTF_8));
    }

    /** Exits when the process that started this JVM has ended, even by SIGKILL: a server left behind would keep its port. */
    private static final class ExitWithProcess extends Thread {
        private static final long POLL_INTERVAL_NANOS = 1_000_000_000;
        private static final int MAX_STATUS_BYTES = 1_024;

        private final String process;

        ExitWithProcess(String process) {
            super("exit-with-process");
            this.process = process;
            setDaemon(true);
        }

        @Override
        public void run() {
            boolean isParent = process.equals("parent");
            Optional<ProcessHandle> handle =
                    isParent ? ProcessHandle.current().parent() : ProcessHandle.of(Long.parseLong(process));
            if (handle.isPresent()) {
                awaitEnd(handle.get());
            } else if (isParent) {
                return; // in a process namespace of its own
            }
            System.exit(FAILURE);
        }

        /**
         * Waits for the end of {@code watched}. Where there is /proc, a file that stays open is read again and again: ProcessHandle
         * opens one each time, and reports that a process has ended if this process has no file descriptors left.
         */
        private static void awaitEnd(ProcessHandle watched) {
            try (RandomAccessFile status = new RandomAccessFile("/proc/" + watched.pid() + "/stat", "r")) {
                while (isRunning(status)) {
                    LockSupport.parkNanos(POLL_INTERVAL_NANOS);
                }
            } catch (IOException noProc) {
                watched.onExit().join();
            }
        }

        /** Returns whether the process of {@code status} runs: of an ended process, even if its id is in use again, it can't be read. */
        private static boolean isRunning(RandomAccessFile status) {
            try {
                status.seek(0);
                byte[] bytes = new byte[MAX_STATUS_BYTES];
                String text = new String(bytes, 0, Math.max(status.read(bytes), 0), StandardCharsets.ISO_8859_1);
                // the state follows the name, which is in brackets and may contain any character
                char state = text.charAt(text.lastIndexOf(')') + 2);
                return state != 'Z' && state != 'X';
            } catch (IOException | IndexOutOfBoundsException ended) {
                return false;
            }
        }
    }

    /** Ends the second JVM before this one ends. No lambda here or above: its first use takes as long as all the rest. */
    private static final class EndProcess extends Thread {
        private final Process process;

        EndProcess(Process process) {
            super("end-process");
            this.process = process;
        }

        @Override
        public void run() {
            process.destroy();
            try {
                process.waitFor();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
