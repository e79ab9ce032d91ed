package jirei.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jirei.Eventually;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program in separate processes. */
@Tag("slow")
class ProcessTest {
    private static final Pattern ADDRESS = Pattern.compile("http://localhost:(\\d+)");

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void resultsAreTheSameInEveryLocaleTimeZoneAndCharset() throws Exception {
        List<List<String>> jvms = List.of(
                List.of(),
                List.of("-Duser.language=tr", "-Duser.country=TR"),
                List.of("-Duser.timezone=Pacific/Kiritimati"),
                List.of("-Dfile.encoding=ISO-8859-1"),
                List.of("-Djava.locale.providers=SPI")); // as a server sets it
        List<Process> processes = new ArrayList<>();
        for (List<String> options : jvms) {
            Path own = Files.createDirectory(folder.resolve("machine-" + processes.size()));
            List<String> folders = List.of("corpus", own.resolve("index").toString());
            processes.add(Jvm.start(own, options, AnswerDigest.class, folders));
        }
        List<String> digests = new ArrayList<>();
        for (int number = 0; number < processes.size(); number++) {
            processes.get(number).waitFor();
            digests.add(lastLine(folder.resolve("machine-" + number)));
        }

        assertThat(digests.getFirst()).matches("100 [0-9a-f]{64} [0-9a-f]{64} [0-9a-f]{64}");
        assertThat(digests).containsOnly(digests.getFirst());
    }

    private static String lastLine(Path own) throws IOException {
        return Files.readAllLines(own.resolve("out.txt")).getLast();
    }

    @Test
    void aSecondServerServesReadOnlyAndTakesOverTheIndex() throws Exception {
        Path cases = Files.createDirectories(folder.resolve("corpus/cases"));
        Files.writeString(cases.resolve("a.jsonl"), caseOf("a", "灯台"));
        Process first = Jvm.start(folder, List.of(), "serve", "--port", "0");
        Process second = null;
        try {
            String firstPort = port(folder.resolve("out.txt"));
            Files.move(folder.resolve("out.txt"), folder.resolve("first.txt"));
            second = Jvm.start(folder, List.of(), "serve", "--port", "0");
            String secondPort = port(folder.resolve("out.txt"));
            assertThat(Files.readString(folder.resolve("out.txt"))).contains("この jirei は読むだけにします");

            Files.writeString(cases.resolve("b.jsonl"), caseOf("b", "渡し船"));
            Eventually.await(() -> finds(firstPort, "渡し船") && finds(secondPort, "渡し船"));
            first.destroyForcibly().waitFor();
            Files.writeString(cases.resolve("b.jsonl"), caseOf("b", "水車小"));
            Eventually.await(() -> finds(secondPort, "水車小"));

            assertThat(Files.readString(folder.resolve("out.txt"))).contains("これからはこの jirei が索引を新しくします");
        } finally {
            first.destroyForcibly();
            if (second != null) {
                second.destroyForcibly();
            }
        }
    }

    private static String caseOf(String id, String text) {
        return "{\"id\":\"" + id + "\",\"title\":\"題\",\"sections\":[{\"id\":\"s1\",\"kind\":\"lead\",\"text\":\""
                + text + "\"}]}";
    }

    private static String port(Path output) throws Exception {
        Eventually.await(() -> Files.exists(output)
                && ADDRESS.matcher(Files.readString(output)).find());
        Matcher address = ADDRESS.matcher(Files.readString(output));
        assertThat(address.find()).isTrue();
        return address.group(1);
    }

    private boolean finds(String port, String word) throws Exception {
        URI uri = URI.create(
                "http://127.0.0.1:" + port + "/api/search?q=" + URLEncoder.encode(word, StandardCharsets.UTF_8));
        var response = client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body().contains("\"total\":{\"sections\":1,");
    }
}
