package jirei.web.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import jirei.Eventually;
import jirei.web.LibrarySite;
import jirei.web.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What is sent to the library, nothing outside it is read or written, and nothing of it is half there. */
class LibraryHttpTest {
    private static Path folder;
    private static LibrarySite library;
    private static Site site;
    private static String token;

    @BeforeAll
    static void start(@TempDir Path temporary) throws Exception {
        folder = temporary;
        library = LibrarySite.local(temporary);
        site = library.site();
        token = library.token();
    }

    @AfterAll
    static void stop() throws Exception {
        library.close();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zip(String... names) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(bytes("覚え書き " + name));
            }
        }
        return out.toByteArray();
    }

    /** A small archive of a file that is larger than any that is received. */
    private static byte[] bomb() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("zeros.txt"));
            byte[] zeros = new byte[1 << 20];
            for (int megabyte = 0; megabyte < 64; megabyte++) {
                zip.write(zeros);
            }
        }
        return out.toByteArray();
    }

    private HttpResponse<String> post(String path, String form) throws Exception {
        return site.post(path, form, "X-Jirei-Token", token);
    }

    /** What lies under a folder and has the part in its path. The queue may move files meanwhile: one that is gone is none. */
    private static List<Path> files(Path under, String part) throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(under, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.toString().contains(part)) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException gone) {
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }

    /** The tree is listed once, since the queue writes into the folders of documents meanwhile. */
    private void assertThatNothingLiesOutsideSources(String part) throws IOException {
        Path sources = library.corpus().resolve("sources");
        assertThat(files(folder, part)).allMatch(file -> file.startsWith(sources));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../../escaped.txt",
                "..\\\\..\\\\escaped.txt",
                "/etc/escaped.txt",
                "C:\\\\escaped.txt",
                "escaped.txt/.",
                "..",
                "nul.txt",
                "escaped\u202Etxt.exe",
            })
    void fileNamesLeadNowhere(String name) throws Exception {
        HttpResponse<String> response = library.upload(name, bytes("名前 " + name), "X-Jirei-Token", token);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        String id = LibrarySite.first(response).path("id").asString();
        assertThat(library.corpus().resolve("sources").resolve(id).resolve("original"))
                .isDirectoryContaining(Files::isRegularFile);
        assertThatNothingLiesOutsideSources("escaped");
    }

    @Test
    void namesInArchivesLeadNowhere() throws Exception {
        HttpResponse<String> response = library.upload(
                "all.zip", zip("../../climbed.txt", "/climbed-too.txt", "a/b/climbed-3.txt"), "X-Jirei-Token", token);

        assertThat(response.statusCode()).as(response.body()).isIn(201, 422);
        assertThatNothingLiesOutsideSources("climbed");
    }

    @Test
    void anArchiveThatUnfoldsTooFarIsRefused() throws Exception {
        HttpResponse<String> response = library.upload("bomb.zip", bomb(), "X-Jirei-Token", token);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(422);
        assertThat(LibrarySite.first(response).path("message").asString()).contains("zeros.txt");
        assertThat(files(library.corpus(), "zeros")).isEmpty();
        assertThat(files(library.corpus(), ".upload")).isEmpty();
    }

    @Test
    void aFileOverTheLimitIsRefusedAndLeavesNothing() throws Exception {
        byte[] large = new byte[(2 << 20) + 1];

        HttpResponse<String> response = library.upload("large.txt", large, "X-Jirei-Token", token);

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(LibrarySite.first(response).path("message").asString()).contains("large.txt", "2MB");
        assertThat(files(library.corpus(), ".upload")).isEmpty();
    }

    @Test
    void aBodyOverTheLimitIsRejectedAndTheSenderSeesWhy() throws Exception {
        HttpResponse<String> response = library.upload("huge.txt", new byte[64 << 20], "X-Jirei-Token", token);

        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(files(library.corpus(), "huge.txt")).isEmpty();
        assertThat(files(library.corpus(), ".upload")).isEmpty();
    }

    @Test
    void threeHundredFilesOfOneFormAreTakenIn(@TempDir Path other) throws Exception {
        try (var many = LibrarySite.local(other)) {
            HttpResponse<String> response = many.uploadAll(300);

            assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
            assertThat(files(other, "note-300.txt")).hasSize(1);
        }
    }

    @Test
    void brokenFilesAreKeptAndTheReasonIsGiven() throws Exception {
        String empty = library.read("empty.pdf", new byte[0], "local");
        String truncated = library.read("truncated.pdf", bytes("%PDF-1.7\n1 0 obj\n<< /Type /Cata"), "local");

        for (String id : List.of(empty, truncated)) {
            JsonNode document = site.json("/api/library/documents/" + id).path("document");
            assertThat(document.path("reading").asString()).isEqualTo("UNREADABLE");
            assertThat(document.path("problem").asString()).isNotEmpty();
        }
    }

    @Test
    void anUploadThatIsCutLeavesNothing() throws Exception {
        try (var socket =
                new Socket(InetAddress.getLoopbackAddress(), site.server().port())) {
            String head = "POST /api/library/documents HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Jirei-Token: " + token
                    + "\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 100000\r\n\r\n"
                    + "--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"cut.txt\"\r\n\r\n半分だけ";
            socket.getOutputStream().write(bytes(head));
        }

        Eventually.await(() -> files(library.corpus(), ".upload").isEmpty());
        assertThat(files(library.corpus(), "cut.txt")).isEmpty();
        assertThat(site.get("/library").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wrong", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void withoutTheTokenNothingIsStored(String wrong) throws Exception {
        String[] headers = wrong.isEmpty() ? new String[0] : new String[] {"X-Jirei-Token", wrong};

        assertThat(library.upload("stolen.txt", bytes("盗み"), headers).statusCode())
                .isEqualTo(403);
        assertThat(library.upload("stolen.txt", bytes("盗み"), "X-Jirei-Token", token, "Origin", "https://evil.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(files(library.corpus(), "stolen")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/library/documents/{}",
                "/library/documents/{}/row",
                "/library/documents/{}/differences",
                "/library/documents/{}/original",
                "/library/documents/{}/pages/1",
                "/library/documents/{}/pages/1/text",
                "/library/documents/{}/pages/1/places",
                "/library/cases/{}",
                "/library/others/{}",
                "/cases/{}/edit",
                "/cases/{}/history",
                "/cases/{}/file",
                "/cases/ferry/history?version={}",
                "/api/library/documents/{}",
                "/api/library/documents/{}/differences",
                "/api/library/documents/{}/pages/1/places",
                "/api/library/cases/{}",
                "/api/library/cases/{}/versions",
                "/api/library/cases/ferry/versions/{}",
                "/api/library/cases/ferry/versions/{}/comparison",
                "/api/library/cases/{}/draft",
            })
    void idsLeadNowhere(String path) throws Exception {
        for (String id : List.of(
                "..%2F..%2F..%2F..%2F..%2Fetc%2Fpasswd",
                "..%5C..%5Cferry",
                "%2Fetc%2Fpasswd",
                ".history",
                "..",
                "%2E%2E",
                "..%2Fisland%2Fferry",
                "ferry%00",
                "a%0Ab",
                "%FF%FE",
                "%E7%84%A1".repeat(100))) {
            HttpResponse<String> response = site.get(path.replace("{}", id));

            assertThat(response.statusCode())
                    .as(path + " " + id + ": " + response.body())
                    .satisfiesAnyOf(status -> assertThat(status).isBetween(300, 499), status -> assertThat(path)
                            .contains("?version="));
            assertThat(response.body()).doesNotContain("root:", "灯台守が船");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/library/documents/..%2F..%2Fcases/publish, case=..%2Fferry",
        "/library/documents/0123456789abcdef/withdraw, case=..%2Fferry",
        "/library/documents/0123456789abcdef/take, case=..%2F..%2Fferry&section=s1&text=a",
        "/library/documents/0123456789abcdef/take, case=ferry&section=..%2Fs1&text=a",
        "/cases/ferry/restore, name=..%2F..%2Fcases%2Fisland%2Fferry.md&version=a",
        "/cases/..%2Fferry/edit, do=save&version=a&title=b",
        "/cases/..%2Fferry/draft, do=save&version=a&title=b",
        "/cases/..%2Fferry/file, text=a&version=b",
    })
    void namesInFormsLeadNowhere(String path, String form) throws Exception {
        HttpResponse<String> response = post(path, form);

        assertThat(response.statusCode()).as(response.body()).isBetween(400, 499);
    }

    @Test
    void aCaseIsSavedOverItsOwnVersionOnly() throws Exception {
        String path = "/api/library/cases/ferry";
        String json = site.get(path).body();

        assertThat(put(path, json).statusCode()).isEqualTo(428);
        for (String stale : List.of("0".repeat(64), "x", "*", "../ferry")) {
            HttpResponse<String> refused = put(path, json, "If-Match", '"' + stale + '"');
            assertThat(refused.statusCode()).as(stale).isEqualTo(412);
            assertThat(refused.headers().firstValue("ETag")).contains('"' + library.version("ferry") + '"');
        }
        for (String wrong :
                List.of("", "{", "[]", "null", "{\"id\":\"ferry\"}", json.replace("\"ferry\"", "\"../x\""))) {
            HttpResponse<String> refused = put(path, wrong, "If-Match", '"' + library.version("ferry") + '"');
            assertThat(refused.statusCode()).as(wrong + refused.body()).isEqualTo(422);
        }
        HttpResponse<String> saved = put(path, json, "If-Match", '"' + library.version("ferry") + '"');
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(200);
    }

    private static HttpResponse<String> put(String path, String body, String... more) throws Exception {
        String[] headers = Stream.concat(Stream.of("X-Jirei-Token", token), Stream.of(more))
                .toArray(String[]::new);
        return site.send("PUT", path, BodyPublishers.ofString(body), headers);
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /library/documents/0123456789abcdef/publish",
        "DELETE, /cases/ferry/edit",
        "GET, /cases/ferry/restore",
        "GET, /cases/ferry/draft",
        "GET, /api/library/documents/0123456789abcdef/publish",
        "POST, /api/library/cases/ferry",
        "PATCH, /api/library/cases/ferry",
        "POST, /library/log",
    })
    void otherMethodsAreNotAllowed(String method, String path) throws Exception {
        HttpResponse<String> response = site.send(method, path, "X-Jirei-Token", token);

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "text/plain, a",
        "multipart/form-data, a",
        "multipart/form-data; boundary=b, a",
        "application/x-www-form-urlencoded, %",
        "application/json, {}",
    })
    void aBodyThatIsNoUploadIsRefused(String type, String body) throws Exception {
        for (String path : List.of("/api/library/documents", "/library/documents", "/cases/ferry/draft")) {
            HttpResponse<String> response = site.send(
                    "POST", path, BodyPublishers.ofString(body), "Content-Type", type, "X-Jirei-Token", token);

            assertThat(response.statusCode()).as(path + response.body()).isLessThan(500);
        }
    }

    @Test
    void whatIsInDocumentsNeverBecomesPartOfAPage() throws Exception {
        String attack = "<script>alert(1)</script><img src=x onerror=alert(2)>";
        String name = "a<img src=x onerror=alert(3)>b.txt";
        String id = library.read(name, bytes(attack + "\n\n見出し " + attack + "\n\n本文 " + attack + "\n"), "local");
        String caseId = site.json("/api/library/documents/" + id)
                .path("cases")
                .path(0)
                .path("id")
                .asString();
        assertThat(caseId).isNotEmpty();
        post(
                "/cases/" + caseId + "/draft",
                "version=" + library.version(caseId) + "&title=" + Site.encoded("\"><script>alert(4)</script>")
                        + "&sections=1&s0.id=s1&s0.kind=" + Site.encoded(attack) + "&s0.heading="
                        + Site.encoded(attack) + "&s0.text=" + Site.encoded("</textarea>" + attack) + "&s0.actors="
                        + Site.encoded(attack) + "&year=" + Site.encoded("'\"><b>")
                        + "&source.url=javascript:alert(5)");

        for (String path : List.of(
                "/library",
                "/library/documents/" + id,
                "/library/documents/" + id + "/row",
                "/library/cases/" + caseId,
                "/cases/" + caseId + "/edit",
                "/cases/" + caseId + "/history",
                "/cases/" + caseId + "/file",
                "/library/log")) {
            HttpResponse<String> page = site.get(path);
            assertThat(page.statusCode()).as(path).isEqualTo(200);
            assertThat(page.body())
                    .as(path)
                    .doesNotContain("<script>alert", "<img src=x", "\"><b>", "href=\"javascript:", "href=javascript:");
            assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                    .contains("script-src 'self'");
        }
        HttpResponse<String> original = site.get("/library/documents/" + id + "/original");
        assertThat(original.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment");
    }
}
