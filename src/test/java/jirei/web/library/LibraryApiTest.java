package jirei.web.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import jirei.web.LibrarySite;
import jirei.web.Site;
import jirei.web.server.ApiDescription;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A script does what an editor does, and every response is as described. */
@Tag("slow")
class LibraryApiTest {
    private static final String DOCUMENTS = "/api/library/documents";
    private static final String CASE = "/api/library/cases/{id}";

    private final LibrarySite library;
    private final Site site;
    private final ApiDescription description;

    LibraryApiTest(@TempDir Path folder) throws Exception {
        library = LibrarySite.local(folder);
        site = library.site();
        description = new ApiDescription(site);
    }

    @AfterEach
    void close() throws Exception {
        library.close();
    }

    private HttpResponse<String> send(String method, String path, String body, String... more) throws Exception {
        String[] headers = new String[more.length + 4];
        headers[0] = "X-Jirei-Token";
        headers[1] = library.token();
        headers[2] = "Content-Type";
        headers[3] = body.startsWith("{") ? "application/json" : "application/x-www-form-urlencoded";
        System.arraycopy(more, 0, headers, 4, more.length);
        return site.send(method, path, BodyPublishers.ofString(body), headers);
    }

    private void check(String method, String path, HttpResponse<String> response) {
        description.assertDescribed(method, path, response);
    }

    @Test
    void everyResponseIsAsDescribed() throws Exception {
        documents();
        cases();
    }

    @Test
    void aStreamOfEventsIsAskedForByName() throws Exception {
        String path = "/api/library/events";
        HttpResponse<String> plain = site.get(path);

        check("get", path, plain);
        assertThat(plain.statusCode()).isEqualTo(406);
        assertThat(plain.body()).contains("Accept: text/event-stream");
        var asked = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + site.server().port() + path))
                .header("Accept", "text/event-stream")
                .build();
        HttpResponse<InputStream> stream =
                HttpClient.newHttpClient().send(asked, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream events = stream.body()) {
            assertThat(stream.statusCode()).isEqualTo(200);
            assertThat(stream.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
            library.upload("a.txt", "灯台の話".getBytes(StandardCharsets.UTF_8), "X-Jirei-Token", library.token());
            assertThat(new String(events.readNBytes(6), StandardCharsets.UTF_8)).isEqualTo("event:");
        }
    }

    private void documents() throws Exception {
        byte[] text = "【事例１】港の見守り\n\n漁協が家を回る。\n\n【事例２】山の配達\n\n弁当を配る。\n".getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> uploaded = library.upload("two.txt", text, "X-Jirei-Token", library.token());
        check("post", DOCUMENTS, uploaded);
        check("post", DOCUMENTS, library.upload("two.txt", text));
        check("post", DOCUMENTS, library.upload("large.txt", new byte[5 << 19], "X-Jirei-Token", library.token()));
        check("post", DOCUMENTS, library.upload("huge.txt", new byte[4 << 20], "X-Jirei-Token", library.token()));
        check(
                "post",
                DOCUMENTS,
                site.send(
                        "POST",
                        DOCUMENTS,
                        BodyPublishers.ofString("a"),
                        "Content-Type",
                        "multipart/form-data; boundary=b",
                        "X-Jirei-Token",
                        library.token()));
        String one = DOCUMENTS + "/{docId}";
        String path = DOCUMENTS + "/" + LibrarySite.first(uploaded).path("id").asString();
        check("get", one, site.get(path));
        library.awaitReadings();
        check("get", DOCUMENTS, site.get(DOCUMENTS));
        check("get", one, site.get(path));
        check("get", one, site.get(DOCUMENTS + "/nowhere"));
        for (String action : new String[] {"publish", "withdraw", "stop", "read"}) {
            check("post", one + "/" + action, send("POST", path + "/" + action, ""));
            check("post", one + "/" + action, send("POST", DOCUMENTS + "/nowhere/" + action, ""));
            check("post", one + "/" + action, site.send("POST", path + "/" + action));
        }
        check("post", one + "/read", send("POST", path + "/read", "split=("));
        check("delete", one, send("DELETE", path, ""));
        library.awaitReadings();
        check("delete", one, send("DELETE", path, ""));
        check("delete", one, send("DELETE", path, ""));
    }

    private void cases() throws Exception {
        String path = "/api/library/cases/ferry";
        String json = site.get(path).body();
        String version = '"' + library.version("ferry") + '"';
        check("get", CASE, site.get(path));
        check("get", CASE, site.get("/api/library/cases/nowhere"));
        check("put", CASE, send("PUT", path, json));
        check("put", CASE, send("PUT", path, json, "If-Match", "\"0\""));
        check("put", CASE, send("PUT", path, "{", "If-Match", version));
        check("put", CASE, send("PUT", path, json.replace("渡し船の当番", "渡し船の新しい当番"), "If-Match", version));
        HttpResponse<String> versions = site.get(path + "/versions");
        check("get", CASE + "/versions", versions);
        String name = site.json(path + "/versions")
                .path("versions")
                .path(0)
                .path("name")
                .asString();
        check("get", CASE + "/versions/{version}", site.get(path + "/versions/" + name));
        check("get", CASE + "/versions/{version}", site.get(path + "/versions/nowhere"));
    }

    private HttpResponse<String> saved(String json) throws Exception {
        return site.sendText(
                "PUT",
                "/api/library/cases/ferry",
                json,
                "X-Jirei-Token",
                library.token(),
                "If-Match",
                library.version("ferry"));
    }

    @Test
    void aFaultOfACaseSentAsJsonNamesItsField() throws Exception {
        String json = site.get("/api/library/cases/ferry").body();

        assertThat(saved(json.replaceFirst("\"year\":[0-9]+", "\"year\":\"むかし\""))
                        .body())
                .contains("year: ", "「むかし」は使えません")
                .doesNotContain("行目");
        assertThat(saved(json.replaceFirst("\"kind\":\"[a-z]+\"", "\"kind\":\"舟\""))
                        .body())
                .contains("sections.0.kind: ")
                .doesNotContain("行目");
        assertThat(saved(json.substring(0, json.length() - 5)).body()).contains("JSON として読めません");
        assertThat(saved(json).statusCode()).isEqualTo(200);
    }
}
