package jirei.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import jirei.web.Site;
import jirei.web.settings.TrustedProxies;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Editors sign in with a password, and stay signed in for a while. */
@Tag("slow")
class LoginTest {
    @TempDir
    private Path folder;

    private EditingSite start() throws Exception {
        return EditingSite.withEditors(folder);
    }

    private static int deskStatus(EditingSite editing, String cookie) throws Exception {
        return editing.site.get("/desk", "Cookie", cookie).statusCode();
    }

    @Test
    void theRightPasswordBeginsASession() throws Exception {
        try (EditingSite editing = start()) {
            HttpResponse<String> response = editing.login("山田", EditingSite.PASSWORD);

            assertThat(response.statusCode()).isEqualTo(303);
            assertThat(response.headers().firstValue("Location")).contains("/desk");
            String cookie = EditingSite.cookie(response, "jirei-session");
            assertThat(editing.site.get("/desk", "Cookie", cookie).body()).isEqualTo("desk of 山田");
            assertThat(editing.site.get("/help", "Cookie", cookie).body())
                    .contains("山田 さん", "ログアウト", "account.css", "/library");
            assertThat(editing.site.get("/login", "Cookie", cookie).statusCode())
                    .isEqualTo(303);
        }
    }

    @ParameterizedTest
    @CsvSource({"山田, ちがう鍵", "鈴木, あけぼのの鍵", "'', あけぼのの鍵", "山田, ''", "'<b>山田', x", "山田:x, x"})
    void nothingElseDoes(String name, String password) throws Exception {
        try (EditingSite editing = start()) {
            HttpResponse<String> response = editing.login(name, password);

            assertThat(response.statusCode()).isEqualTo(403);
            assertThat(response.body())
                    .contains(
                            "<title>ログインできませんでした", "role=\"alert\"", "名前かパスワードが違います。", "aria-describedby=\"_problem\"")
                    .doesNotContain("<b>山田");
            assertThat(EditingSite.cookie(response, "jirei-session")).isEmpty();
        }
    }

    @Test
    void theCookieIsForThisSiteOnly() throws Exception {
        try (EditingSite editing = start()) {
            assertThat(EditingSite.setCookies(editing.login("山田", EditingSite.PASSWORD)))
                    .anySatisfy(cookie -> assertThat(cookie)
                            .matches("jirei-session=[\\w-]{43}; .*")
                            .contains("HttpOnly", "SameSite=Strict", "Path=/")
                            .doesNotContain("Secure", "Domain", "Max-Age", "Expires"));
        }
    }

    @Test
    void behindHttpsTheCookieIsSecure() throws Exception {
        TrustedProxies proxy = TrustedProxies.of(Set.of("127.0.0.1"));
        try (EditingSite editing = EditingSite.withEditors(folder, proxy)) {
            HttpResponse<String> response = editing.login("山田", EditingSite.PASSWORD, "X-Forwarded-Proto", "https");

            assertThat(EditingSite.setCookies(response))
                    .allSatisfy(cookie -> assertThat(cookie).contains("Secure"));
        }
    }

    @Test
    void whatAnybodyElseSaysAboutHttpsIsNotBelieved() throws Exception {
        try (EditingSite editing = start()) {
            HttpResponse<String> response = editing.login("山田", EditingSite.PASSWORD, "X-Forwarded-Proto", "https");

            assertThat(EditingSite.setCookies(response))
                    .noneSatisfy(cookie -> assertThat(cookie).contains("Secure"));
        }
    }

    @Test
    void aSessionNeverHasAnIdThatWasKnownBefore() throws Exception {
        try (EditingSite editing = start()) {
            String planted = "jirei-session=" + "a".repeat(43);
            EditingSite.Form form = editing.new Form("/login", "Cookie", planted);

            String cookie =
                    EditingSite.cookie(form.send("山田", EditingSite.PASSWORD, "/", "Cookie", planted), "jirei-session");

            assertThat(cookie).isNotEmpty().isNotEqualTo(planted);
            assertThat(deskStatus(editing, planted)).isEqualTo(303);
            assertThat(editing.signIn()).isNotEqualTo(cookie);
        }
    }

    @Test
    void theFormNeedsItsToken() throws Exception {
        try (EditingSite editing = start()) {
            EditingSite.Form form = editing.new Form("/login");
            String fields = "name=" + Site.encoded("山田") + "&password=" + Site.encoded(EditingSite.PASSWORD);

            HttpResponse<String> without = editing.site.post("/login", fields, "Cookie", form.cookie);
            HttpResponse<String> noCookie = editing.site.post("/login", fields + "&_token=" + form.token);
            HttpResponse<String> foreign = form.send("山田", EditingSite.PASSWORD, "/", "Sec-Fetch-Site", "cross-site");

            assertThat(without.statusCode()).isEqualTo(403);
            assertThat(without.body()).contains("この画面の期限が切れていました。", "value=\"山田\"");
            assertThat(noCookie.statusCode()).isEqualTo(403);
            assertThat(foreign.statusCode()).isEqualTo(403);
            assertThat(EditingSite.setCookies(foreign)).isEmpty();
        }
    }

    @Test
    void logoutEndsTheSession() throws Exception {
        try (EditingSite editing = start()) {
            String cookie = editing.signIn();
            String page = editing.site.get("/help", "Cookie", cookie).body();
            String token = editing.tokenOf("Cookie", cookie);
            assertThat(page).contains("value=\"" + token + "\"");

            assertThat(editing.site.post("/logout", "", "Cookie", cookie).statusCode())
                    .isEqualTo(403);
            assertThat(deskStatus(editing, cookie)).isEqualTo(200);
            HttpResponse<String> response = editing.site.post("/logout", "_token=" + token, "Cookie", cookie);

            assertThat(response.statusCode()).isEqualTo(303);
            assertThat(EditingSite.setCookies(response))
                    .anySatisfy(line ->
                            assertThat(line).startsWith("jirei-session=;").contains("Expires=Thu, 01 Jan 1970"));
            assertThat(deskStatus(editing, cookie)).isEqualTo(303);
        }
    }

    @Test
    void aSessionEndsWithItsEditor() throws Exception {
        try (EditingSite editing = start()) {
            String cookie = editing.signIn();
            EditingSite.write(folder, "佐藤", EditingSite.PASSWORD);

            assertThat(deskStatus(editing, cookie)).isEqualTo(303);
        }
    }

    @Test
    void aSessionEndsWithItsPassword() throws Exception {
        try (EditingSite editing = start()) {
            String cookie = editing.signIn();
            EditingSite.write(folder, "山田", EditingSite.OTHER_PASSWORD);

            assertThat(deskStatus(editing, cookie)).isEqualTo(303);
            assertThat(editing.login("山田", EditingSite.OTHER_PASSWORD).statusCode())
                    .isEqualTo(303);
        }
    }

    @Test
    void nobodyIsSignedInWithoutTheFile() throws Exception {
        try (EditingSite editing = start()) {
            String cookie = editing.signIn();
            Files.delete(folder.resolve("editors.txt"));

            assertThat(deskStatus(editing, cookie)).isEqualTo(303);
            assertThat(editing.login("山田", EditingSite.PASSWORD).statusCode()).isEqualTo(403);
        }
    }

    @Test
    void aSessionEndsWhenItIsIdleOrOld() throws Exception {
        try (EditingSite editing = start()) {
            String idle = editing.signIn();
            editing.clock.move(Sessions.IDLE.plusMinutes(1));
            assertThat(deskStatus(editing, idle)).isEqualTo(303);

            String used = editing.signIn();
            for (int hour = 1; hour < Sessions.LONGEST.toHours(); hour++) {
                editing.clock.move(Duration.ofHours(1));
                assertThat(deskStatus(editing, used)).as("hour %d", hour).isEqualTo(200);
            }
            editing.clock.move(Duration.ofHours(1));
            assertThat(deskStatus(editing, used)).isEqualTo(303);
        }
    }

    @Test
    void afterWrongPasswordsTheNextHasToWait() throws Exception {
        try (EditingSite editing = start()) {
            for (int i = 0; i < 5; i++) {
                assertThat(editing.login("山田", "ちがう鍵" + i).statusCode()).isEqualTo(403);
            }
            HttpResponse<String> locked = editing.login("山田", EditingSite.PASSWORD);

            assertThat(locked.statusCode()).isEqualTo(429);
            assertThat(locked.headers().firstValue("Retry-After")).contains("1");
            assertThat(locked.body()).contains("ログインの失敗が続いています", "1秒待ってから");

            editing.clock.move(Duration.ofSeconds(1));
            assertThat(editing.login("山田", EditingSite.PASSWORD).statusCode()).isEqualTo(303);
            assertThat(editing.login("山田", "ちがう鍵").statusCode())
                    .as("forgotten after a success")
                    .isEqualTo(403);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "/a\\b",
                "evil",
                "javascript:alert(1)",
                "/a\r\nSet-Cookie: a=b",
                "/a b",
                "/事例",
                ""
            })
    void loginLeadsToNoOtherSite(String next) throws Exception {
        try (EditingSite editing = start()) {
            HttpResponse<String> page = editing.site.get("/login?next=" + Site.encoded(next));
            HttpResponse<String> response = editing.new Form("/login").send("山田", EditingSite.PASSWORD, next);

            assertThat(page.body()).contains("name=\"next\" value=\"/\"");
            assertThat(response.headers().firstValue("Location")).contains("/");
            assertThat(EditingSite.setCookies(response)).noneMatch(cookie -> cookie.startsWith("a="));
        }
    }

    @Test
    void aLinkOnAnotherSiteDoesNotHideTheSession() throws Exception {
        try (EditingSite editing = start()) {
            HttpResponse<String> page = editing.site.get("/login?next=%2Fdesk", "Sec-Fetch-Site", "cross-site");

            assertThat(page.headers().firstValue("Refresh")).contains("0; url=/login?next=%2Fdesk");
            assertThat(editing.site.get("/login?next=%2Fdesk").headers().firstValue("Refresh"))
                    .isEmpty();
        }
    }
}
