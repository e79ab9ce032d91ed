package jirei.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jirei.Eventually;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program, as {@code java -jar} starts it. */
class LauncherIT {
    private static final Path JAR = Path.of(System.getProperty("jirei.jar", "target/jirei.jar"));
    private static final Pattern ADDRESS = Pattern.compile("http://localhost:\\d+");

    @TempDir
    Path folder;

    private final List<ProcessHandle> started = new ArrayList<>();

    @AfterEach
    void endAll() {
        started.forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    void aServerIsStartedWithTheCacheOfClassesWhereThereIsOne() throws Exception {
        Process launcher = serve(List.of("-Xmx300m"));
        assertAnswers(address());

        List<String> machines = launcher.children()
                .map(child -> child.info().commandLine().orElse(""))
                .toList();
        assertThat(machines).hasSize(Files.exists(JAR.resolveSibling("jirei.aot")) ? 1 : 0);
        assertThat(machines).allMatch(line -> line.contains("-XX:AOTCache=") && line.contains("-Xmx300m"));
    }

    @Test
    void aServerThatIsToldToEndEndsWithItsLauncher() throws Exception {
        Process launcher = serve(List.of());
        String address = address();
        List<ProcessHandle> machines = launcher.children().toList();

        launcher.destroy();

        assertThat(launcher.waitFor(Eventually.LIMIT.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
        assertThat(launcher.exitValue()).isEqualTo(143);
        assertThat(machines).noneMatch(ProcessHandle::isAlive);
        assertAway(address);
    }

    @Test
    void aServerWhoseLauncherIsKilledGivesItsPortBack() throws Exception {
        Process launcher = serve(List.of());
        String address = address();

        launcher.destroyForcibly().waitFor();

        assertAway(address);
    }

    @Test
    void aServerWithFewFileDescriptorsSurvivesMoreConnectionsThanThose() throws Exception {
        Process launcher = serve(List.of(), "sh", "-c", "ulimit -n 300; exec \"$@\"", "sh");
        URI address = URI.create(address());
        List<SocketChannel> connections = new ArrayList<>();
        try {
            for (int i = 0; i < 300; i++) {
                SocketChannel connection = SocketChannel.open();
                connections.add(connection);
                connection.configureBlocking(false);
                connection.connect(new InetSocketAddress(address.getHost(), address.getPort()));
            }
            // longer than the interval at which the end of the launcher is checked
            assertThat(launcher.waitFor(8, TimeUnit.SECONDS)).as(said()).isFalse();
        } finally {
            for (SocketChannel connection : connections) {
                connection.close();
            }
        }
        assertAnswers(address.toString());
    }

    @Test
    void aServerThatIsToldToEndWithItsParentGivesItsPortBackWhenThatIsKilled() throws Exception {
        Process parent = serve(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                Parent.class.getName(),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djirei.started=parent"));
        String address = address();
        assertAnswers(address);

        parent.destroyForcibly().waitFor();

        assertAway(address);
    }

    /** A process that does nothing but start another and wait for it. */
    static final class Parent {
        private Parent() {}

        public static void main(String[] command) throws IOException, InterruptedException {
            new ProcessBuilder(command).inheritIO().start().waitFor();
        }
    }

    @Test
    void theJarContainsLicenceNoticeAndVersion() throws IOException {
        try (var jar = new JarFile(JAR.toFile())) {
            assertThat(jar.getEntry("META-INF/LICENSE")).isNotNull();
            assertThat(jar.getEntry("META-INF/NOTICE")).isNotNull();
            assertThat(jar.getManifest().getMainAttributes().getValue("Implementation-Version"))
                    .matches("\\d+\\.\\d+.*");
        }
    }

    @Test
    void whoSetsTheMachineUpGetsJustThatOne() throws Exception {
        Process launcher = serve(List.of("-XX:+UseSerialGC"));
        assertAnswers(address());

        assertThat(launcher.children()).isEmpty();
    }

    @Test
    void eachOlderJavaOfThisMachineStartsTheOneThatBuiltTheProgram() throws Exception {
        for (Path home : older()) {
            Process process = run(home, List.of("-XX:+UseSerialGC", "-Xmx200m"), "search", "--index", "index", "医療");

            assertThat(process.waitFor(Eventually.LIMIT.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
            assertThat(said()).as("%s", home).startsWith("jirei: コーパスのフォルダ");
        }
    }

    @Test
    void japaneseNamesAndArgumentsWorkInALocaleWithoutJapanese() throws Exception {
        Path corpus = Files.createDirectories(folder.resolve("事例集/cases"));
        Files.writeString(corpus.resolve("泉.md"), "---\nid: spring\ntitle: 泉の町\n---\n\n## 取組\n\n泉の町で支える。\n");
        for (String locale : List.of("C", "POSIX")) {
            Process process = run(
                    Path.of(System.getProperty("java.home")),
                    List.of("-Xmx200m"),
                    Map.of("LC_ALL", locale),
                    "search",
                    "泉の町 支える",
                    "--corpus",
                    "事例集",
                    "--index",
                    "index-" + locale);

            assertThat(process.waitFor(Eventually.LIMIT.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
            assertThat(said()).as(locale).contains("1節（1事例）", "/cases/spring#s1");
            assertThat(process.exitValue()).isZero();
        }
    }

    private static List<Path> older() throws IOException {
        Path homes = Path.of("/usr/lib/jvm");
        if (!Files.isDirectory(homes)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(homes)) {
            return all.filter(LauncherIT::isOlder).toList();
        }
    }

    private static boolean isOlder(Path home) {
        try {
            Matcher version =
                    Pattern.compile("JAVA_VERSION=\"(\\d+)").matcher(Files.readString(home.resolve("release")));
            return version.find()
                    && Integer.parseInt(version.group(1)) >= 11
                    && Integer.parseInt(version.group(1)) < 21
                    && Files.isExecutable(home.resolve("bin/java"));
        } catch (IOException notAJava) {
            return false;
        }
    }

    /** @param prefix the command that runs the program; none by default */
    private Process serve(List<String> options, String... prefix) throws IOException {
        Files.createDirectories(folder.resolve("corpus/cases"));
        Files.writeString(
                folder.resolve("corpus/cases/spring.md"),
                """
                ---
                id: spring
                title: 泉の町
                ---

                ## 取組

                泉の町で医療を支える。
                """);
        return run(
                List.of(prefix),
                Path.of(System.getProperty("java.home")),
                options,
                "serve",
                "--port",
                "0",
                "--corpus",
                "corpus",
                "--index",
                "index");
    }

    private Process run(Path home, List<String> options, String... arguments) throws IOException {
        return run(List.of(), home, options, Map.of(), arguments);
    }

    private Process run(Path home, List<String> options, Map<String, String> variables, String... arguments)
            throws IOException {
        return run(List.of(), home, options, variables, arguments);
    }

    private Process run(List<String> prefix, Path home, List<String> options, String... arguments) throws IOException {
        return run(prefix, home, options, Map.of(), arguments);
    }

    private Process run(
            List<String> prefix, Path home, List<String> options, Map<String, String> variables, String... arguments)
            throws IOException {
        List<String> line = new ArrayList<>(prefix);
        line.add(home.resolve("bin/java").toString());
        line.addAll(options);
        line.addAll(List.of("-jar", JAR.toAbsolutePath().toString()));
        line.addAll(List.of(arguments));
        var builder = new ProcessBuilder(line).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().remove("JAVA_HOME");
        builder.environment().putAll(variables);
        Process process =
                builder.redirectOutput(folder.resolve("said.txt").toFile()).start();
        started.add(process.toHandle());
        return process;
    }

    private String said() throws IOException {
        return Files.readString(folder.resolve("said.txt"));
    }

    private String address() throws Exception {
        Eventually.await(this::said, () -> ADDRESS.matcher(said()).find());
        Matcher found = ADDRESS.matcher(said());
        assertThat(found.find()).isTrue();
        started.getLast().children().forEach(started::addFirst);
        return found.group();
    }

    private static void assertAnswers(String address) throws Exception {
        assertThat(status(address)).isEqualTo(200);
    }

    private static int status(String address) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address + "/health")).build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static void assertAway(String address) throws Exception {
        Eventually.await(() -> {
            try {
                status(address);
                return false;
            } catch (IOException away) {
                return true;
            }
        });
    }
}
