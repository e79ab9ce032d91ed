package jirei.web.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jirei.web.LibrarySite;
import jirei.web.Site;
import jirei.web.server.ApiDescription;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A script decides, takes in lines, drafts and restores as an editor does on the pages, and every response is as described. */
@Tag("slow")
class EditingApiTest {
    private static final String FERRY = "/api/library/cases/ferry";
    private static final String SECTION = "{\"id\":\"s1\",\"kind\":\"lead\",\"heading\":\"朝の当番\",\"isMain\":true,"
            + "\"actors\":\"\",\"themes\":\"\",\"pages\":\"\",\"text\":\"朝は漁師が漕ぐ。\",\"parent\":\"\",\"ocrConfidence\":\"\"}";

    private final LibrarySite library;
    private final Site site;
    private final ApiDescription description;

    EditingApiTest(@TempDir Path folder) throws Exception {
        library = LibrarySite.local(folder);
        site = library.site();
        description = new ApiDescription(site);
    }

    @AfterEach
    void close() throws Exception {
        library.close();
    }

    /** Sends a request and requires that the response is described. */
    private HttpResponse<String> send(String method, String path, String body, String... more) throws Exception {
        String[] headers = new String[more.length + 4];
        headers[0] = "X-Jirei-Token";
        headers[1] = library.token();
        headers[2] = "Content-Type";
        headers[3] = body.startsWith("{") ? "application/json" : "application/x-www-form-urlencoded";
        System.arraycopy(more, 0, headers, 4, more.length);
        HttpResponse<String> response = site.send(method, path, BodyPublishers.ofString(body), headers);
        String described = path.replaceFirst("/documents/[^/]+", "/documents/{docId}")
                .replaceFirst("/cases/[^/]+", "/cases/{id}")
                .replaceFirst("/versions/[^/]+", "/versions/{version}")
                .replaceFirst("/pages/[^/]+", "/pages/{n}")
                .replaceFirst("/others/[^/]+", "/others/{key}");
        description.assertDescribed(method.toLowerCase(java.util.Locale.ROOT), described, response);
        return response;
    }

    private int status(String method, String path, String body, String... more) throws Exception {
        return send(method, path, body, more).statusCode();
    }

    private JsonNode json(String path) throws Exception {
        return JsonMapper.shared().readTree(send("GET", path, "").body());
    }

    private String quoted(String caseId) throws Exception {
        return '"' + library.version(caseId) + '"';
    }

    /** Corrects a case as an editor does; every second text replaces the one before it. */
    private void correct(String caseId, String... texts) throws Exception {
        String path = "/api/library/cases/" + caseId;
        String json = site.get(path).body();
        for (int at = 0; at < texts.length; at += 2) {
            assertThat(json).contains(texts[at]);
            json = json.replace(texts[at], texts[at + 1]);
        }
        assertThat(status("PUT", path, json, "If-Match", quoted(caseId))).isEqualTo(200);
    }

    /** Puts in a document of one case and returns the path of the document. */
    private String document() throws Exception {
        String text = "鐘の当番\n\n浜の人が鐘を鳴らす。\n\n夜は灯台守が鐘を鳴らす。\n";
        return "/api/library/documents/" + library.read("bell.txt", text.getBytes(StandardCharsets.UTF_8), "local");
    }

    private String caseOf(String document) throws Exception {
        return json(document).path("cases").path(0).path("id").asString();
    }

    @Test
    void anEarlierVersionIsComparedAndRestored() throws Exception {
        correct("ferry", "渡し船の当番", "渡し船の新しい当番");
        String versions = FERRY + "/versions/";
        String name =
                json(FERRY + "/versions").path("versions").path(0).path("name").asString();

        JsonNode compared = json(versions + name + "/comparison").path("differences");

        assertThat(compared).hasSize(1);
        assertThat(compared.path(0).path("label").asString()).isEqualTo("題");
        assertThat(status("GET", versions + "nowhere/comparison", "")).isEqualTo(404);
        assertThat(status("POST", versions + name + "/restore", "")).isEqualTo(428);
        assertThat(status("POST", versions + name + "/restore", "", "If-Match", "\"0\""))
                .isEqualTo(412);
        assertThat(library.caseFile("ferry")).contains("渡し船の新しい当番");
        assertThat(status("POST", versions + "nowhere/restore", "", "If-Match", quoted("ferry")))
                .isEqualTo(404);
        assertThat(status("POST", versions + name + "/restore", "", "If-Match", quoted("ferry")))
                .isEqualTo(200);
        assertThat(library.caseFile("ferry")).contains("渡し船の当番").doesNotContain("新しい");
        assertThat(json(FERRY + "/versions").path("versions")).hasSize(2);
    }

    @Test
    void aLeftOutLineIsTakenIntoASection() throws Exception {
        String document = document();
        String id = caseOf(document);
        String line = "夜は灯台守が鐘を鳴らす。";
        correct(id, "\\n" + line, "");
        JsonNode leftOut = leftOut(document, line);
        String take = "/api/library/cases/" + id + "/take";
        String form = "section=" + leftOut.path("sectionId").asString() + "&page=1&text=" + Site.encoded(line);

        assertThat(leftOut.path("caseId").asString()).isEqualTo(id);
        assertThat(status("POST", take, form)).isEqualTo(428);
        assertThat(status("POST", take, form, "If-Match", "\"0\"")).isEqualTo(412);
        assertThat(status("POST", take, "section=zz&page=1&text=a", "If-Match", quoted(id)))
                .isEqualTo(404);
        assertThat(library.caseFile(id)).doesNotContain(line);
        assertThat(status("POST", take, form, "If-Match", quoted(id))).isEqualTo(200);
        assertThat(library.caseFile(id)).contains(line);
        assertThat(leftOut(document, line).isMissingNode()).isTrue();
        assertThat(status("POST", take, form, "If-Match", quoted(id)))
                .as("taken already")
                .isEqualTo(422);
        assertThat(status("POST", take, form.replaceFirst("text=.*", "text=x"), "If-Match", quoted(id)))
                .as("not in the original")
                .isEqualTo(422);
        assertThat(library.caseFile(id)).containsOnlyOnce(line);
        assertThat(status("GET", document + "/pages/99/places", "")).isEqualTo(404);
    }

    /** The line of the first page that no section has; missing if one has it. */
    private JsonNode leftOut(String document, String text) throws Exception {
        return json(document + "/pages/1/places")
                .path("leftOut")
                .valueStream()
                .filter(line -> line.path("text").asString().equals(text))
                .findFirst()
                .orElse(JsonMapper.shared().missingNode());
    }

    private String draft(String fields) throws Exception {
        return "{\"id\":\"ferry\",\"version\":\"" + library.version("ferry") + "\",\"fields\":" + fields
                + ",\"sections\":[" + SECTION + "]}";
    }

    @Test
    void aDraftIsKeptReadAndDiscarded() throws Exception {
        String path = FERRY + "/draft";
        String before = library.caseFile("ferry");
        assertThat(status("GET", path, "")).isEqualTo(404);

        JsonNode kept = JsonMapper.shared()
                .readTree(send("PUT", path, draft("{\"title\":\"\",\"year\":\"2020\"}"))
                        .body());

        assertThat(kept.path("faults").path("title")).isNotEmpty();
        assertThat(kept.path("isStale").asBoolean()).isFalse();
        assertThat(json(path).path("sections").path(0).path("text").asString()).isEqualTo("朝は漁師が漕ぐ。");
        assertThat(library.caseFile("ferry")).isEqualTo(before);
        assertThat(site.get("/cases/ferry/edit").body()).contains("朝は漁師が漕ぐ。");
        assertThat(status("DELETE", path, "")).isEqualTo(204);
        assertThat(status("DELETE", path, "")).isEqualTo(204);
        assertThat(status("GET", path, "")).isEqualTo(404);
    }

    @Test
    void aNewerDraftOfTheSameEditorIsNotReplaced() throws Exception {
        String path = FERRY + "/draft";
        String first = draft("{\"title\":\"朝の船\"}");
        String second = draft("{\"title\":\"夜の船\"}");
        HttpResponse<String> kept = send("PUT", path, first);
        String version = kept.headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> refused = send("PUT", path, second);

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("urn:jirei:newer-draft");
        assertThat(refused.headers().firstValue("ETag")).hasValue(version);
        assertThat(json(path).toString()).contains("朝の船");
        assertThat(site.get(path).headers().firstValue("ETag")).hasValue(version);
        assertThat(status("PUT", path, second, "If-Match", version)).isEqualTo(200);
        assertThat(json(path).toString()).contains("夜の船");

        String form = "_token=" + library.token() + "&version=" + library.version("ferry") + "&title="
                + Site.encoded("昼の船") + "&sections=1&s0.id=s1&s0.kind=lead&s0.main=true&s0.heading=a&s0.text=b";
        HttpResponse<String> page =
                site.post("/cases/ferry/edit", form + "&do=save&draft=" + version.replace("\"", ""));
        assertThat(page.statusCode()).isEqualTo(409);
        assertThat(page.body()).contains("あなたの別の窓に", "新しい下書きを開く", "value=\"昼の船\"");
        assertThat(json(path).toString()).contains("夜の船");
        assertThat(status("DELETE", path, "")).isEqualTo(204);
    }

    @Test
    void aConflictSaysWhoSavedWhenOrThatTheFileWasChangedElsewhere() throws Exception {
        String form = "_token=" + library.token() + "&version=old&title=" + Site.encoded("昼の船")
                + "&sections=1&s0.id=s1&s0.kind=lead&s0.main=true&s0.heading=a&s0.text=b&do=save&draft=";
        Path file = library.corpus().resolve("cases/island/ferry.md");
        Files.writeString(file, Files.readString(file) + "\n夜も船が出る。\n");

        assertThat(site.post("/cases/ferry/edit", form).body())
                .contains("編集を始めたあとに、この事例が変わっています", "このファイルは、画面の外で変更されています。")
                .doesNotContain("ほかの人");
        assertThat(status("DELETE", FERRY + "/draft", "")).isEqualTo(204);
        correct("ferry", "夜も船が出る", "夜も船が出た");

        assertThat(site.post("/cases/ferry/edit", form).body())
                .containsPattern("今の事例は、.{1,30}が20[0-9]{2}.{3,25}に直したものです。");
        assertThat(status("DELETE", FERRY + "/draft", "")).isEqualTo(204);
    }

    @Test
    void whatIsNoFormIsNotKeptAsADraft() throws Exception {
        String whole = draft("{\"title\":\"船\"}");
        for (String wrong : List.of(
                "{",
                "null",
                "[]",
                "{}",
                draft("{\"title\":null}"),
                draft("{\"titel\":\"船\"}"),
                draft("null"),
                whole.replace(SECTION, "null"),
                whole.replace("\"heading\":\"朝の当番\",", ""),
                whole.replace("\"朝の当番\"", "null"))) {
            assertThat(status("PUT", FERRY + "/draft", wrong)).as(wrong).isEqualTo(400);
        }
        assertThat(status("PUT", FERRY + "/draft", whole.replace("\"ferry\"", "\"other\"")))
                .isEqualTo(422);
        assertThat(status("GET", FERRY + "/draft", "")).isEqualTo(404);
    }

    /** Puts in a document whose case an editor corrected since an older program read it, and reads it again. */
    private String readAgain() throws Exception {
        String document = document();
        String id = caseOf(document);
        Path read = library.corpus()
                .resolve("sources")
                .resolve(document.replaceFirst(".*/", ""))
                .resolve("read/" + id + ".md");
        assertThat(read).exists();
        Files.writeString(read, "古い読み");
        correct(id, "\"鐘の当番\"", "\"私の題\"", "浜の人が鐘を鳴らす", "浜の人が鐘をつく");
        assertThat(status("POST", document + "/read", "")).isEqualTo(200);
        library.awaitReadings();
        return document;
    }

    @Test
    void aNewReadingIsDecidedOnPartByPart() throws Exception {
        String document = readAgain();
        String path = document + "/differences";
        JsonNode found = json(path);
        String id = found.path("cases").path(0).path("id").asString();
        String version = '"' + found.path("cases").path(0).path("version").asString() + '"';
        String decision = "taken=%40title&case=" + id;

        assertThat(found.path("waiting").asBoolean()).isTrue();
        assertThat(found.path("cases").path(0).path("title").asString()).isEqualTo("私の題");
        assertThat(found.path("cases").path(0).path("differences").valueStream())
                .extracting(one -> one.path("id").asString())
                .containsExactly("@title", "@source", "s0");
        assertThat(status("POST", path, decision)).isEqualTo(428);
        assertThat(status("POST", path, decision, "If-Match", "\"0\"")).isEqualTo(412);
        assertThat(status("POST", path, "case=" + id, "If-Match", "\"0\"")).isEqualTo(412);
        assertThat(status("POST", path, decision + "&taken=zz", "If-Match", version))
                .isEqualTo(400);
        assertThat(status("POST", path, "case=ferry", "If-Match", quoted("ferry")))
                .isEqualTo(400);
        assertThat(json(path)).isEqualTo(found);
        assertThat(status("POST", path, decision, "If-Match", version)).isEqualTo(200);
        JsonNode decided = json("/api/library/cases/" + id);
        assertThat(decided.path("title").asString()).isEqualTo("鐘の当番");
        assertThat(decided.path("source").path("title").asString()).isEqualTo("私の題");
        assertThat(library.caseFile(id)).contains("鐘をつく").doesNotContain("浜の人が鐘を鳴らす");
        assertThat(json(path).path("waiting").asBoolean()).isFalse();
        assertThat(json(path).path("cases")).isEmpty();
    }

    @Test
    void aNewReadingIsDiscardedAsAWhole() throws Exception {
        String document = readAgain();
        String id = caseOf(document);
        String before = library.caseFile(id);

        assertThat(status("DELETE", document + "/differences", "")).isEqualTo(204);

        assertThat(json(document + "/differences").path("waiting").asBoolean()).isFalse();
        assertThat(library.caseFile(id)).isEqualTo(before).contains("私の題");
    }

    @Test
    void anUnpublishedCaseIsDiscarded() throws Exception {
        String document = document();
        String form = "case=" + caseOf(document);
        assertThat(status("POST", document + "/publish", form)).isEqualTo(200);
        assertThat(status("POST", document + "/discard", form)).isEqualTo(404);
        assertThat(status("POST", document + "/withdraw", form)).isEqualTo(200);

        assertThat(status("POST", document + "/discard", form)).isEqualTo(200);

        assertThat(json(document).path("cases")).isEmpty();
        assertThat(status("POST", document + "/discard", form)).isEqualTo(404);
    }

    @Test
    void whatWasDeletedIsRestored() throws Exception {
        String document = document();
        String id = caseOf(document);
        assertThat(status("POST", document + "/discard", "case=" + id)).isEqualTo(200);
        assertThat(json(document).path("removed").path(0).asString()).isEqualTo(id);
        assertThat(status("POST", document + "/restore", "case=" + id)).isEqualTo(200);
        assertThat(status("DELETE", document, "")).isEqualTo(204);
        assertThat(json("/api/library/documents").path("removed")).hasSize(1);

        assertThat(status("POST", document + "/restore", "")).isEqualTo(200);

        assertThat(caseOf(document)).isEqualTo(id);
        assertThat(status("POST", document + "/restore", "")).isEqualTo(404);
    }

    @Test
    void theOriginalAndTheRecordAndOtherSourcesAreThere() throws Exception {
        String document = document();

        assertThat(send("GET", document + "/original", "").body()).startsWith("鐘の当番");
        assertThat(status("GET", document + "/pages/1", "")).isIn(404, 422);
        assertThat(status("GET", document + "/pages/1/text", "")).isEqualTo(200);
        assertThat(json("/api/library/log")
                        .path("entries")
                        .path(0)
                        .path("action")
                        .asString())
                .isEqualTo("put-in");
        JsonNode other = json("/api/library/others").path("sources").path(0);
        assertThat(other.path("kind").asString()).isEqualTo("CASE_FILES");
        assertThat(json("/api/library/others/cases").path("cases").path(0).asString())
                .isEqualTo("ferry");
        assertThat(status("GET", "/api/library/others/nothing", "")).isEqualTo(404);
    }

    @Test
    void aCaseOfNoDocumentIsWithdrawnAndPublished() throws Exception {
        assertThat(json(FERRY + "/withdraw", "").path("published").asBoolean()).isFalse();
        assertThat(json(FERRY + "/publish", "").path("published").asBoolean()).isTrue();
        assertThat(library.corpus().resolve("cases/island/ferry.md")).exists();
    }

    private JsonNode json(String path, String form) throws Exception {
        return JsonMapper.shared().readTree(send("POST", path, form).body());
    }

    @Test
    void withoutTheTokenNothingChanges() throws Exception {
        String document = readAgain();
        String id = caseOf(document);
        String before = library.caseFile(id);
        for (String change : List.of(
                "POST " + document + "/discard",
                "POST " + document + "/differences",
                "DELETE " + document + "/differences",
                "POST /api/library/cases/" + id + "/take",
                "PUT /api/library/cases/" + id + "/draft",
                "DELETE /api/library/cases/" + id + "/draft",
                "POST /api/library/cases/" + id + "/versions/nowhere/restore")) {
            String[] request = change.split(" ", -1);
            assertThat(site.send(request[0], request[1]).statusCode())
                    .as(change)
                    .isEqualTo(403);
        }
        assertThat(library.caseFile(id)).isEqualTo(before);
        assertThat(json(document + "/differences").path("waiting").asBoolean()).isTrue();
    }
}
