package jirei.web.access;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import jirei.library.editors.Editor;
import jirei.web.page.LoginPage;
import jirei.web.request.Problem;
import jirei.web.request.ProblemException;
import jirei.web.request.QueryString;
import jirei.web.request.SearchParameters;
import jirei.web.server.LogThrottle;
import jirei.web.server.TemplateRenderer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The handlers of the login page, of its form, and of the end of a session. Thread-safe. */
public final class LoginHandlers {
    /** The maximum size of the login form, in bytes. */
    public static final int MAX_FORM_BYTES = 8 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(LoginHandlers.class);
    /** Messages about logins per minute. */
    private static final int MAX_MESSAGES = 20;

    /** Identifies a browser before it signs in, for the token of the form. */
    private static final String FORM_COOKIE = "jirei-login";

    private static final String NEXT = "next";
    private static final String START = "/";
    /** A path on this server with its query. A browser would take // and /\ for the start of another host. */
    private static final Pattern OWN_PATH = Pattern.compile("/(?![/\\\\])[!-\\[\\]-~]{0,999}|/");

    private final EditorAccess access;
    private final TemplateRenderer templates;
    private final LoginThrottle throttle;
    private final LogThrottle messages = new LogThrottle(MAX_MESSAGES);

    public LoginHandlers(EditorAccess access, TemplateRenderer templates, InstantSource clock) {
        this.access = access;
        this.templates = templates;
        this.throttle = new LoginThrottle(clock);
    }

    /** Responds with the login page, or sends an editor who is signed in to where the page would lead. */
    public void page(Context context) throws ProblemException {
        QueryString parameters = SearchParameters.parse(QueryString.raw(context), List.of(NEXT));
        List<String> values = parameters.values(NEXT);
        String next = ownPath(values.isEmpty() ? null : values.getFirst());
        if (EditorAccess.signedIn(context).isPresent()) {
            context.redirect(next, HttpStatus.SEE_OTHER);
            return;
        }
        requireLogin();
        if ("cross-site".equals(context.header("Sec-Fetch-Site"))) {
            // after a link on another site the browser keeps back the cookie of a session; from here it sends it
            context.header("Refresh", "0; url=" + EditorAccess.loginUrl(next));
        }
        respond(context, "", next, "");
    }

    private void requireLogin() throws ProblemException {
        if (!access.canSignIn()) {
            throw new ProblemException(access.noEditor());
        }
    }

    private void respond(Context context, String name, String next, String problem) {
        String visitor = Optional.ofNullable(context.cookie(FORM_COOKIE))
                .filter(known -> known.length() >= 43)
                .orElseGet(access.tokens()::newId);
        context.cookie(cookie(context, FORM_COOKIE, visitor, -1));
        context.header("Cache-Control", "no-store");
        templates.respond(
                context,
                "login/page.jte",
                LoginPage.of(name, next, formToken(visitor), problem, templates.assets(context)));
    }

    private String formToken(String visitor) {
        return access.tokens().of("login " + visitor);
    }

    /** Checks name and password, and begins a session. */
    public void login(Context context) throws ProblemException {
        requireLogin();
        access.requireOwnSite(context);
        String name = Objects.requireNonNullElse(EditorAccess.formField(context, "name"), "")
                .strip();
        String password = Objects.requireNonNullElse(EditorAccess.formField(context, "password"), "");
        String next = ownPath(EditorAccess.formField(context, NEXT));
        @Nullable String visitor = context.cookie(FORM_COOKIE);
        if (visitor == null || !Tokens.areEqual(formToken(visitor), EditorAccess.tokenField(context))) {
            context.status(403);
            respond(context, name, next, "この画面の期限が切れていました。もう一度ログインしてください。Cookie を使えないようにしているときは、使えるようにしてください。");
            return;
        }
        String address = access.peer(context).clientAddress();
        long wait = throttle.attempt(address, name);
        if (wait > 0) {
            throw new ProblemException(Problem.tooManyLogins(wait), Math.toIntExact(wait));
        }
        Optional<String> session = access.editors().matches(name, password)
                ? access.beginSession(context, new Editor(name))
                : Optional.empty();
        if (session.isEmpty()) {
            messages.log(more -> LOG.warn("login failed from {}{}", SearchParameters.replaceControls(address), more));
            context.status(403);
            respond(context, name, next, "名前かパスワードが違います。確かめて、もう一度入れてください。");
            return;
        }
        throttle.succeed(address, name);
        LOG.info("editor {} signed in from {}", name, SearchParameters.replaceControls(address));
        context.cookie(cookie(context, EditorAccess.SESSION_COOKIE, session.get(), -1));
        context.cookie(cookie(context, FORM_COOKIE, "", 0));
        context.redirect(next, HttpStatus.SEE_OTHER);
    }

    /** Ends the session. To be wrapped by {@link EditorAccess#editing}. */
    public void logout(Context context) {
        access.endSession(context);
        context.cookie(cookie(context, EditorAccess.SESSION_COOKIE, "", 0));
        context.redirect(START, HttpStatus.SEE_OTHER);
    }

    /** Responds with the editor and the token, for scripts. */
    public void session(Context context) throws ProblemException {
        SearchParameters.rejectAny(context);
        String name = EditorAccess.signedIn(context).map(Editor::name).orElse(null);
        context.header("Cache-Control", "no-store");
        context.json(new SessionAnswer(name, name == null ? null : EditorAccess.tokenOf(context)));
    }

    /**
     * The response of {@code /api/session}. Immutable.
     *
     * @param editor the name of the editor; null for a reader
     * @param token the value for the header {@code X-Jirei-Token}; null for a reader
     */
    public record SessionAnswer(@Nullable String editor, @Nullable String token) {}

    /** @param maxAge in seconds; -1 until the browser is closed, 0 to delete the cookie */
    private Cookie cookie(Context context, String name, String value, int maxAge) {
        return new Cookie(name, value, "/", maxAge, access.peer(context).isSecure(), true, null, SameSite.STRICT);
    }

    /** Returns {@code next} if it is a path on this server, or else the start page. */
    private static String ownPath(@Nullable String next) {
        return next != null && OWN_PATH.matcher(next).matches() ? next : START;
    }
}
