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

/** A {@code serve --engine opensearch} process that can be stopped and started again at the same address. */
final class ServeProcess {
    private final Path output;
    private final int port;
    private final List<String> command = new ArrayList<>();
    private @Nullable Process process;

    /** @param folder for its output */
    ServeProcess(Path folder, Path corpus, Path settings, ClusterSettings cluster) throws IOException {
        this.output = Files.createDirectories(folder).resolve("out.txt");
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
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                .start();
    }

    /** Waits until it reports that it is ready. */
    void awaitReady() throws Exception {
        try (var asking = new Balancer(List.of())) {
            Eventually.await(() -> Files.readString(output), () -> asking.isHealthy(url()));
        }
    }

    /** Terminates it gracefully, as a service manager does, and waits until it has exited. */
    void terminate() throws Exception {
        Process running = Objects.requireNonNull(process, "it has never been started");
        running.destroy();
        assertThat(running.waitFor(Eventually.LIMIT.toSeconds(), TimeUnit.SECONDS))
                .as(Files.readString(output))
                .isTrue();
    }

    void kill() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly().onExit().join();
        }
    }
}
