package jirei.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import jirei.web.RawHttp;
import jirei.web.Site;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may edit, and which requests may change something. */
@Tag("slow")
class EditorAccessTest {
    @TempDir
    private Path folder;

    @Test
    void onThisMachineWhoeverSitsThereMayEdit() throws Exception {
        try (EditingSite editing = EditingSite.local()) {
            Site site = editing.site;
            String user = "local";

            assertThat(site.get("/desk").body()).isEqualTo("desk of " + user);
            assertThat(site.post("/desk/1", "text=a&_token=" + editing.tokenOf())
                            .body())
                    .isEqualTo(user + " wrote a");
            assertThat(site.get("/help").body())
                    .contains("<a href=\"/library\">資料室</a>")
                    .doesNotContain("ログアウト", "account.css");
            assertThat(site.get("/login?next=/desk").headers().firstValue("Location"))
                    .contains("/desk");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Forwarded-For: 203.0.113.5",
                "X-Forwarded-Host: jirei.example.jp",
                "X-Real-IP: 203.0.113.5",
                "Forwarded: for=203.0.113.5",
                "Via: 1.1 proxy"
            })
    void aProxyOnThisMachineIsNotWhoSitsThere(String header) throws Exception {
        try (EditingSite editing = EditingSite.local()) {
            String response = RawHttp.answer(editing.site, "GET /desk HTTP/1.1", "Host: localhost", header);

            assertThat(response).startsWith("HTTP/1.1 403 ").contains("この検索サイトでは編集できません");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET /desk HTTP/1.1, localhost, 200",
        "GET /desk HTTP/1.1, 127.0.0.1:7070, 200",
        "GET /desk HTTP/1.1, [::1]:7070, 200",
        "GET /desk HTTP/1.1, evil.example, 421",
        "GET /desk HTTP/1.0, localhost, 403"
    })
    void onlyTheNamesOfThisMachineAreLocal(String request, String host, int status) throws Exception {
        try (EditingSite editing = EditingSite.local()) {
            assertThat(RawHttp.answer(editing.site, request, "Host: " + host)).contains(" " + status + " ");
        }
    }

    @Test
    void onAPublicServerWithoutEditorsNobodyMayEdit() throws Exception {
        try (EditingSite editing = EditingSite.open()) {
            Site site = editing.site;
            HttpResponse<String> page = site.get("/desk");

            assertThat(page.statusCode()).isEqualTo(403);
            assertThat(page.body()).contains("この検索サイトでは編集できません", "editors.file");
            assertThat(site.post("/desk/1", "text=a&_token=").statusCode()).isEqualTo(403);
            assertThat(site.get("/login").statusCode()).isEqualTo(403);
            assertThat(site.post("/login", "name=a&password=b").statusCode()).isEqualTo(403);
            assertThat(site.post("/logout", "").statusCode()).isEqualTo(403);
            assertThat(site.get("/api/session").body()).isEqualTo("{\"editor\":null,\"token\":null}");
            assertThat(site.get("/help").body()).doesNotContain("資料室", "ログアウト", "account.css");
        }
    }

    @Test
    void aReaderIsSentToTheLoginPageAndBack() throws Exception {
        try (EditingSite editing = EditingSite.withEditors(folder)) {
            Site site = editing.site;

            HttpResponse<String> page = site.get("/desk?a=1&b=%E5%B1%B1");
            assertThat(page.statusCode()).isEqualTo(303);
            assertThat(page.headers().firstValue("Location"))
                    .contains("/login?next=%2Fdesk%3Fa%3D1%26b%3D%25E5%25B1%25B1");
            assertThat(site.get("/help").body()).contains("資料室").doesNotContain("ログアウト");

            HttpResponse<String> posted = site.post("/desk/1", "text=a");
            assertThat(posted.statusCode()).isEqualTo(403);
            assertThat(posted.body()).contains("ログインが必要です");
            HttpResponse<String> put = site.send("PUT", "/api/desk/1");
            assertThat(put.statusCode()).isEqualTo(403);
            assertThat(put.body()).contains("urn:jirei:sign-in-needed");
        }
    }

    @Test
    void aPageOfAnEditorIsForNoSharedCache() throws Exception {
        try (EditingSite editing = EditingSite.withEditors(folder)) {
            String cookie = editing.signIn();

            assertThat(editing.site.get("/help", "Cookie", cookie).headers().firstValue("Cache-Control"))
                    .contains("private, no-cache");
            assertThat(editing.site.get("/help").headers().firstValue("Cache-Control"))
                    .contains("no-cache");
        }
    }

    @Test
    void aTrustedProxyNamesTheEditor() throws Exception {
        try (EditingSite editing = EditingSite.behindProxy("127.0.0.1")) {
            Site site = editing.site;

            assertThat(site.get("/desk", "X-User", "yamada").body()).isEqualTo("desk of yamada");
            assertThat(site.get("/help", "X-User", "yamada").body())
                    .contains("yamada さん", "資料室")
                    .doesNotContain("ログアウト");
            assertThat(site.get("/desk").statusCode()).isEqualTo(403);
            assertThat(site.get("/desk", "X-User", "").statusCode()).isEqualTo(403);
            assertThat(site.get("/desk", "X-User", "yamada", "X-User", "sato").statusCode())
                    .as("the header of the client and that of the proxy")
                    .isEqualTo(403);
            String token = editing.tokenOf("X-User", "yamada");
            assertThat(site.post("/desk/1", "text=a", "X-User", "yamada", "X-Jirei-Token", token)
                            .body())
                    .isEqualTo("yamada wrote a");
            assertThat(site.post("/desk/1", "text=a", "X-User", "sato", "X-Jirei-Token", token)
                            .statusCode())
                    .as("the token of another editor")
                    .isEqualTo(403);
        }
    }

    @Test
    void anybodyElseCannotSetTheHeaderOfTheProxy() throws Exception {
        try (EditingSite editing = EditingSite.behindProxy("10.0.0.0/8")) {
            Site site = editing.site;

            assertThat(site.get("/desk", "X-User", "yamada").statusCode()).isEqualTo(403);
            assertThat(site.get("/desk", "X-User", "yamada", "X-Forwarded-For", "10.0.0.1")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(site.get("/help", "X-User", "yamada").body()).doesNotContain("yamada", "資料室");
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "Sec-Fetch-Site, same-origin, 200",
        "Sec-Fetch-Site, same-site, 403",
        "Sec-Fetch-Site, cross-site, 403",
        "Sec-Fetch-Site, none, 403",
        "Sec-Fetch-Site, nonsense, 403",
        "Origin, http://127.0.0.1:PORT, 200",
        "Origin, http://127.0.0.1, 403",
        "Origin, http://localhost:PORT, 403",
        "Origin, http://evil.example, 403",
        "Origin, http://127.0.0.1:PORT.evil.example, 403",
        "Origin, http://evil@127.0.0.1:PORT, 403",
        "Origin, ftp://127.0.0.1:PORT, 403",
        "Origin, http://127.0.0.1:PORT/, 403",
        "Origin, null, 403",
        "Origin, '', 403",
    })
    void anotherSiteCannotChangeAnything(String header, String value, int status) throws Exception {
        try (EditingSite editing = EditingSite.local()) {
            Site site = editing.site;
            String sent = value.replace("PORT", Integer.toString(site.server().port()));
            String form = "text=a&_token=" + editing.tokenOf();

            HttpResponse<String> response = site.post("/desk/1", form, header, sent);

            assertThat(response.statusCode()).isEqualTo(status);
            if (status == 403) {
                assertThat(response.body()).contains("ほかのサイトからの操作は受け付けていません", "何も変えていません");
            }
        }
    }

    @Test
    void whatTheUserOpenedByHandIsNotFromAnotherSite() throws Exception {
        try (EditingSite editing = EditingSite.local()) {
            String form = "text=a&_token=" + editing.tokenOf();

            assertThat(editing.site
                            .post("/desk/1", form, "Sec-Fetch-Site", "none", "Sec-Fetch-User", "?1")
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void theOriginIsThatInFrontOfATrustedProxy() throws Exception {
        try (EditingSite editing = EditingSite.behindProxy("127.0.0.1")) {
            String[] proxied = {"X-User", "yamada", "X-Forwarded-Host", "jirei.example.jp", "X-Forwarded-Proto", "https"
            };
            String token = editing.tokenOf(proxied);

            assertThat(fromOrigin(editing, "https://jirei.example.jp", token, proxied))
                    .isEqualTo(200);
            assertThat(fromOrigin(editing, "http://jirei.example.jp", token, proxied))
                    .isEqualTo(403);
            assertThat(fromOrigin(editing, "https://evil.example", token, proxied))
                    .isEqualTo(403);
        }
    }

    private static int fromOrigin(EditingSite editing, String origin, String token, String... proxied)
            throws Exception {
        String[] headers = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(proxied),
                        java.util.stream.Stream.of("Origin", origin, "X-Jirei-Token", token))
                .toArray(String[]::new);
        return editing.site.post("/desk/1", "text=a", headers).statusCode();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text=a", "text=a&_token=", "text=a&_token=wrong", "text=a&_token=%ZZ"})
    void withoutTheTokenNothingIsChanged(String form) throws Exception {
        try (EditingSite editing = EditingSite.local()) {
            HttpResponse<String> page = editing.site.post("/desk/1", form);

            assertThat(page.statusCode()).isEqualTo(403);
            assertThat(page.body()).contains("画面の期限が切れています", "開き直して");
        }
    }

    @Test
    void theTokenOfOneSessionIsNotThatOfAnother() throws Exception {
        try (EditingSite editing = EditingSite.withEditors(folder)) {
            String first = editing.signIn();
            String second = editing.signIn();
            String form = "text=a&_token=" + editing.tokenOf("Cookie", first);

            assertThat(editing.site.post("/desk/1", form, "Cookie", first).statusCode())
                    .isEqualTo(200);
            assertThat(editing.site.post("/desk/1", form, "Cookie", second).statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void scriptsSendTheTokenInAHeader() throws Exception {
        try (EditingSite editing = EditingSite.local()) {
            Site site = editing.site;
            HttpResponse<String> without = site.send("PUT", "/api/desk/1");

            assertThat(without.statusCode()).isEqualTo(403);
            assertThat(without.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
            assertThat(without.body()).contains("urn:jirei:form-expired", "X-Jirei-Token");
            assertThat(site.send("PUT", "/api/desk/1", "X-Jirei-Token", editing.tokenOf())
                            .body())
                    .endsWith(" put 0");
        }
    }

    @Test
    void eachRouteBoundsItsBody() throws Exception {
        try (EditingSite editing = EditingSite.local()) {
            Site site = editing.site;
            String form = "_token=" + editing.tokenOf() + "&text=";
            String longest = form + "a".repeat(EditingSite.MAX_BYTES - form.length());

            assertThat(site.post("/desk/1", longest).statusCode()).isEqualTo(200);
            for (String path : new String[] {"/desk/1", "/desk", "/desk/1/2", "/login"}) {
                assertThat(RawHttp.answer(
                                site,
                                "POST " + path + " HTTP/1.1",
                                "Host: localhost",
                                "Content-Length: " + (EditingSite.MAX_BYTES + 1)))
                        .as(path)
                        .startsWith("HTTP/1.1 413 ");
            }
            assertThat(RawHttp.answer(site, "POST /desk/1 HTTP/1.1", "Host: localhost", "Transfer-Encoding: chunked"))
                    .startsWith("HTTP/1.1 413 ");
        }
    }

    @Test
    void theNextRequestIsNotReadFromARejectedBody() throws Exception {
        try (EditingSite editing = EditingSite.local()) {
            String smuggled = "GET /desk HTTP/1.1\r\nHost: localhost\r\n\r\n";

            String response = RawHttp.answer(
                    editing.site,
                    "PUT /api/desk/1 HTTP/1.1",
                    "Host: localhost",
                    "Content-Length: " + smuggled.length(),
                    "",
                    smuggled);

            assertThat(response).contains("urn:jirei:form-expired").doesNotContain("desk of");
        }
    }

    @Test
    void theMethodsOfAPathAreNamed() throws Exception {
        try (EditingSite editing = EditingSite.local()) {
            HttpResponse<String> got = editing.site.get("/logout");
            HttpResponse<String> deleted = editing.site.send("DELETE", "/login");

            assertThat(got.statusCode()).isEqualTo(405);
            assertThat(got.headers().firstValue("Allow")).contains("POST");
            assertThat(got.body()).contains("GET では受け付けていません。POST で送ってください。");
            assertThat(deleted.headers().firstValue("Allow")).contains("GET, HEAD, POST");
        }
    }
}
