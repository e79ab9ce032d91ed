package jirei.web.access;

import io.javalin.http.HandlerType;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jirei.MovableClock;
import jirei.web.Site;
import jirei.web.settings.EditingSettings;
import jirei.web.settings.TrustedProxies;
import jirei.web.settings.WebSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCrypt;

/** A site with a page for editors, {@code /desk}, to which they can post a text. Not thread-safe. */
final class EditingSite implements AutoCloseable {
    static final String PASSWORD = "あけぼのの鍵";
    static final String OTHER_PASSWORD = "ゆうなぎの鍵";
    static final int MAX_BYTES = 20_000;

    private static final Pattern TOKEN = Pattern.compile("name=\"_token\" value=\"([^\"]+)\"");

    final MovableClock clock = new MovableClock();
    final Site site;

    private EditingSite(WebSettings settings) throws IOException {
        site = Site.of(settings, clock, (routes, access) -> {
            routes.get(
                    "/desk",
                    access.editing(context -> context.result(
                            "desk of " + EditorAccess.editorOf(context).name())));
            routes.body(
                    HandlerType.POST,
                    "/desk/{id}",
                    MAX_BYTES,
                    access.editing(context -> context.result(
                            EditorAccess.editorOf(context).name() + " wrote " + context.formParam("text"))));
            routes.body(
                    HandlerType.PUT,
                    "/api/desk/{id}",
                    MAX_BYTES,
                    access.editing(context -> context.result(EditorAccess.editorOf(context)
                                    .name() + " put " + context.body().length())));
        });
    }

    static EditingSite local() throws IOException {
        return new EditingSite(Site.SETTINGS);
    }

    /** A server for other machines that names no editors. */
    static EditingSite open() throws IOException {
        return new EditingSite(on("0.0.0.0", EditingSettings.DEFAULT));
    }

    static EditingSite withEditors(Path folder) throws IOException {
        return withEditors(folder, TrustedProxies.NONE);
    }

    static EditingSite withEditors(Path folder, TrustedProxies proxies) throws IOException {
        write(folder, "山田", PASSWORD);
        return new EditingSite(on("127.0.0.1", settings(folder.resolve("editors.txt"), null, proxies)));
    }

    /** A server that believes the header X-User of the proxy at {@code address}. */
    static EditingSite behindProxy(String address) throws IOException {
        return new EditingSite(on("127.0.0.1", settings(null, "X-User", TrustedProxies.of(Set.of(address)))));
    }

    static void write(Path folder, String name, String password) throws IOException {
        Files.write(folder.resolve("editors.txt"), List.of(name + ":" + BCrypt.hashpw(password, BCrypt.gensalt(8))));
    }

    private static EditingSettings settings(@Nullable Path file, @Nullable String header, TrustedProxies proxies) {
        return new EditingSettings(file, header, proxies, false, 1_000_000, 10, "local");
    }

    private static WebSettings on(String host, EditingSettings editing) {
        WebSettings defaults = Site.SETTINGS;
        return new WebSettings(
                host, 0, false, defaults.webFolder(), Set.of(), defaults.limits(), defaults.logging(), editing);
    }

    /** A browser in front of the login form. */
    final class Form {
        final String cookie;
        final String token;

        Form(String path, String... headers) throws Exception {
            HttpResponse<String> page = site.get(path, headers);
            cookie = cookie(page, "jirei-login");
            token = token(page);
        }

        HttpResponse<String> send(String name, String password, String next, String... headers) throws Exception {
            String[] all = java.util.stream.Stream.concat(
                            java.util.stream.Stream.of("Cookie", cookie), java.util.stream.Stream.of(headers))
                    .toArray(String[]::new);
            return site.post(
                    "/login",
                    "_token=" + token + "&name=" + Site.encoded(name) + "&password=" + Site.encoded(password) + "&next="
                            + Site.encoded(next),
                    all);
        }
    }

    HttpResponse<String> login(String name, String password, String... headers) throws Exception {
        return new Form("/login").send(name, password, "/desk", headers);
    }

    /** Signs 山田 in and returns the cookie of the session. */
    String signIn() throws Exception {
        return cookie(login("山田", PASSWORD), EditorAccess.SESSION_COOKIE);
    }

    /** The token of the editor who sends {@code headers}. */
    String tokenOf(String... headers) throws Exception {
        Matcher token = Pattern.compile("\"token\":\"([^\"]+)\"")
                .matcher(site.get("/api/session", headers).body());
        return token.find() ? token.group(1) : "";
    }

    static String token(HttpResponse<String> page) {
        Matcher token = TOKEN.matcher(page.body());
        return token.find() ? token.group(1) : "";
    }

    /** The cookie as a browser sends it back; empty if the response sets none. */
    static String cookie(HttpResponse<String> response, String name) {
        return setCookies(response).stream()
                .filter(line -> line.startsWith(name + "="))
                .map(line -> line.replaceFirst(";.*", ""))
                .collect(Collectors.joining());
    }

    static List<String> setCookies(HttpResponse<String> response) {
        return response.headers().allValues("Set-Cookie");
    }

    @Override
    public void close() throws IOException {
        site.close();
    }
}
