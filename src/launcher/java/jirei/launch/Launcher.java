package jirei.launch;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Starts the program of the jar: in this machine, or in another one where this Java is too old, or where a server starts sooner by the
 * cache of loaded classes that the build has left beside the jar, which only options of the command line can name.
 *
 * <p>Runs on Java 11, and loads as little as it can: whoever starts a server waits for it.
 */
public final class Launcher {
    /**
     * Set in a machine that starts no other: the process with which it ends, 0 for none. Empty while the build makes the cache.
     */
    private static final String STARTED = "jirei.started";

    private static final int OLDEST_JAVA = 21;
    /** The exit code of a machine that fails, as the program itself has it. */
    private static final int FAILURE = 3;

    private final File jar = new File(System.getProperty("java.class.path"));
    private final File cache = beside(".aot");
    /** Holds the home of the Java that built the program, and whose cache it is. */
    private final File builder = beside(".jdk");

    private Launcher() {}

    /** Starts the program with {@code arguments}. */
    public static void main(String[] arguments) throws IOException, InterruptedException, ReflectiveOperationException {
        var launcher = new Launcher();
        String started = System.getProperty(STARTED);
        List<String> line = started == null ? launcher.otherMachine(arguments) : List.of();
        if (!line.isEmpty()) {
            launcher.start(line, arguments);
        }
        if (started != null && started.isEmpty()) {
            Files.writeString(launcher.builder.toPath(), System.getProperty("java.home"));
        } else if (started != null && !started.equals("0")) {
            new EndWith(Long.parseLong(started)).start();
        }
        run(arguments);
    }

    private File beside(String ending) {
        String path = jar.getPath();
        return new File(
                path.endsWith(".jar") ? path.substring(0, path.length() - ".jar".length()) + ending : path + ending);
    }

    private static void run(String[] arguments) throws ReflectiveOperationException {
        Class.forName("jirei.cli.Main").getMethod("main", String[].class).invoke(null, (Object) arguments);
    }

    /** Java and its options; none where this machine does as well. */
    private List<String> otherMachine(String[] arguments) throws IOException {
        String home = System.getProperty("java.home");
        String learnt = builder.exists() ? text(builder) : "";
        boolean isOld = Runtime.version().feature() < OLDEST_JAVA;
        List<String> options = options();
        if (isOld) {
            home = newer(learnt);
        } else if (arguments.length == 0 || !arguments[0].equals("serve") || !arePlain(options)) {
            return List.of();
        }
        List<String> line = new ArrayList<>();
        line.add(home + File.separator + "bin" + File.separator + "java");
        File sooner = beside(".options");
        if (home.equals(learnt) && cache.exists() && sooner.exists()) {
            line.add("@" + sooner);
            line.add("-XX:AOTCache=" + cache);
        } else if (!isOld) {
            return List.of();
        }
        line.addAll(options == null ? List.of() : options);
        return line;
    }

    /** The options that this machine was started with; null where they can't be told. */
    private static List<String> options() throws IOException {
        var line = new File("/proc/self/cmdline");
        if (!line.exists()) {
            return null;
        }
        List<String> options = new ArrayList<>();
        String[] words = text(line).split("\0", -1);
        for (int i = 1; i < words.length && !words[i].equals("-jar"); i++) {
            options.add(words[i]);
        }
        return options;
    }

    /** Whether all are about memory and properties: two machines can't write one log or listen to one debugger. */
    private static boolean arePlain(List<String> options) {
        if (options == null) {
            return false;
        }
        for (String option : options) {
            if (!option.startsWith("-Xm") && !option.startsWith("-Xs") && !option.startsWith("-D")) {
                return false;
            }
        }
        return true;
    }

    /** The home of a Java that is new enough: that of the user, or else that of the build. */
    private static String newer(String learnt) {
        String chosen = System.getenv("JAVA_HOME");
        for (String home : new String[] {chosen, learnt}) {
            if (home != null && feature(home) >= OLDEST_JAVA) {
                return home;
            }
        }
        System.err.println("jirei: Java " + OLDEST_JAVA + " 以降が要ります（この java は "
                + Runtime.version().feature() + "）。新しい Java を入れ、JAVA_HOME にその場所を指定してください。");
        System.exit(FAILURE);
        return "";
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
        try (InputStream in = new FileInputStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }

    private void start(List<String> line, String[] arguments) throws IOException, InterruptedException {
        line.add("-D" + STARTED + "=" + ProcessHandle.current().pid());
        line.add("-jar");
        line.add(jar.getPath());
        line.addAll(Arrays.asList(arguments));
        Process other = new ProcessBuilder(line).inheritIO().start();
        Runtime.getRuntime().addShutdownHook(new EndTogether(other));
        System.exit(other.waitFor());
    }

    /** Ends this machine when the process that has started it is gone, however that ended: a server would keep its port. */
    private static final class EndWith extends Thread {
        private final long launcher;

        EndWith(long launcher) {
            super("end-with-launcher");
            this.launcher = launcher;
            setDaemon(true);
        }

        @Override
        public void run() {
            Optional<ProcessHandle> process = ProcessHandle.of(launcher);
            if (process.isPresent()) {
                process.get().onExit().join();
            }
            System.exit(FAILURE);
        }
    }

    /** Ends the other machine before this one does. Like the above no lambda, which would take as long as all else here. */
    private static final class EndTogether extends Thread {
        private final Process other;

        EndTogether(Process other) {
            super("end-together");
            this.other = other;
        }

        @Override
        public void run() {
            other.destroy();
            try {
                other.waitFor();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
