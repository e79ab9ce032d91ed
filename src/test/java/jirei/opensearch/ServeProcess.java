package jirei.opensearch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import jirei.Eventually;
import org.jspecify.annotations.Nullable;

/** {@code serve --engine opensearch} as a process that can be ended and started again at the same address. */
final class ServeProcess {
    private final Path said;
    private final int port;
    private final List<String> command = new ArrayList<>();
    private @Nullable Process process;

    /** @param folder for what it says */
    ServeProcess(Path folder, Path corpus, Path settings, ClusterSettings cluster) throws IOException {
        this.said = Files.createDirectories(folder).resolve("out.txt");
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = free.getLocalPort();
        }
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                "jirei.cli.Main",
                "serve",
                "--engine",
                "opensearch",
                "--index-name",
                cluster.index(),
                "--corpus",
                corpus.toString(),
                "--settings",
                settings.toString(),
                "--port",
                Integer.toString(port)));
        cluster.urls().forEach(url -> command.addAll(List.of("--url", url.toString())));
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    void start() throws IOException {
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(said.toFile()))
                .start();
    }

    /** Waits until it says that it answers. */
    void awaitReady() throws Exception {
        try (var asking = new Balancer(List.of())) {
            Eventually.await(() -> Files.readString(said), () -> asking.isWell(url()));
        }
    }

    /** Ends it as the machine's own administration does, and waits until it has ended. */
    void end() throws Exception {
        Process running = Objects.requireNonNull(process, "it has never been started");
        running.destroy();
        assertThat(running.waitFor(Eventually.LIMIT.toSeconds(), TimeUnit.SECONDS))
                .as(Files.readString(said))
                .isTrue();
    }

    void kill() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly().onExit().join();
        }
    }
}
