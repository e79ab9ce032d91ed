package jirei.web.access;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import jirei.library.editors.Editor;
import jirei.library.editors.Editors;
import jirei.web.page.Account;
import jirei.web.request.Problem;
import jirei.web.request.ProblemException;
import jirei.web.request.QueryString;
import jirei.web.server.TemplateRenderer;
import jirei.web.settings.EditingSettings;
import jirei.web.settings.WebSettings;
import org.jspecify.annotations.Nullable;

/**
 * Decides for each request who the editor is, and whether it may change something.
 *
 * <p>If no editors are named, it is the user of this machine, on a server that only this machine reaches. If they
 * are, it is who signed in, or whom the header of a trusted proxy names. Thread-safe.
 */
public final class EditorAccess {
    static final String SESSION_COOKIE = "jirei-session";
    private static final int MAX_DISCARDED_BYTES = 1 << 20;
    private static final String TOKEN_FIELD = "_token";
    private static final String TOKEN_HEADER = "X-Jirei-Token";
    private static final String VISITOR = "jirei.visitor";

    private final EditingSettings settings;
    private final boolean hasEditing;
    private final boolean isLocal;
    private final Editors editors;
    private final Tokens tokens = new Tokens();
    private final Sessions sessions;
    private final Editor localEditor;

    /**
     * @param editors the editors of the settings
     * @param clock the clock of the sessions
     * @param hasEditing whether the server has pages for editors, so that pages link to them
     */
    public EditorAccess(WebSettings settings, Editors editors, InstantSource clock, boolean hasEditing) {
        this.hasEditing = hasEditing;
        this.settings = settings.editing();
        this.isLocal = WebSettings.isLoopback(settings.host()) && !this.settings.namesEditors();
        this.editors = editors;
        this.sessions = new Sessions(editors, tokens, clock);
        String user = this.settings.localUser();
        this.localEditor = new Editor(Editor.isName(user) ? user : EditingSettings.DEFAULT.localUser());
    }

    /**
     * Who sends a request. Immutable.
     *
     * @param editor null for a reader
     * @param token the token of this editor's requests; empty for a reader
     * @param session the id of the session; null if there is none
     */
    private record Visitor(@Nullable Editor editor, String token, @Nullable String session) {
        static final Visitor READER = new Visitor(null, "", null);
    }

    /** Identifies the editor of a request. To be called before any handler. */
    public void identify(Context context) {
        Visitor visitor = visitor(context);
        context.attribute(VISITOR, visitor);
        @Nullable Editor editor = visitor.editor();
        if (editor != null && settings.namesEditors()) {
            context.header("Cache-Control", "private, no-cache");
        }
        String name = editor == null || isLocal ? "" : editor.name();
        boolean canEdit = hasEditing && (editor != null || settings.editorsFile() != null);
        TemplateRenderer.account(context, new Account(canEdit, name, visitor.token(), visitor.session() != null));
    }

    private Visitor visitor(Context context) {
        var peer = new Peer(context, settings.proxies());
        if (isLocal) {
            return peer.isOnThisMachine() ? new Visitor(localEditor, tokens.of("local"), null) : Visitor.READER;
        }
        if (settings.editorHeader() != null && peer.isProxied()) {
            String name = peer.single(settings.editorHeader());
            if (Editor.isName(name)) {
                return new Visitor(new Editor(name), tokens.of("proxy " + name), null);
            }
        }
        @Nullable String session = settings.editorsFile() == null ? null : context.cookie(SESSION_COOKIE);
        if (session == null) {
            return Visitor.READER;
        }
        Optional<Editor> editor = sessions.editor(session);
        return editor.isEmpty() ? Visitor.READER : new Visitor(editor.get(), tokens.of("session " + session), session);
    }

    private static Visitor visitorOf(Context context) {
        return Objects.requireNonNullElse(context.attribute(VISITOR), Visitor.READER);
    }

    /** Returns the editor who sends the request; empty for a reader. */
    public static Optional<Editor> signedIn(Context context) {
        return Optional.ofNullable(visitorOf(context).editor());
    }

    /**
     * Returns the editor who sends a request to a handler that {@link #editing} wraps.
     *
     * @throws IllegalStateException if there is none
     */
    public static Editor editorOf(Context context) {
        return signedIn(context).orElseThrow(() -> new IllegalStateException("the route is open to readers"));
    }

    /**
     * Returns {@code handler} for editors only. A reader who opens a page is sent to the login page, if editors sign in
     * here. Requests other than GET and HEAD have to come from a page of this site and carry the token of their editor,
     * in the header {@code X-Jirei-Token} or the form field {@code _token}.
     */
    public Handler editing(Handler handler) {
        return context -> {
            boolean reads = isReading(context);
            Visitor visitor = visitorOf(context);
            if (visitor.editor() == null
                    && reads
                    && canSignIn()
                    && !context.path().startsWith("/api/")) {
                context.redirect(loginUrl(ownUrl(context)), HttpStatus.SEE_OTHER);
                return;
            }
            try {
                requireEditor(visitor);
                if (!reads) {
                    requireOwnSite(context);
                    requireToken(context, visitor.token());
                }
            } catch (ProblemException e) {
                discardBody(context);
                throw e;
            }
            handler.handle(context);
        };
    }

    /**
     * Reads the rest of the body, so that it is not taken for the next request. Of a long one, the connection is
     * closed; the browser may then miss the response.
     */
    private static void discardBody(Context context) throws IOException {
        if (context.req().getContentLengthLong() > MAX_DISCARDED_BYTES) {
            context.header("Connection", "close");
        } else {
            context.bodyInputStream().transferTo(OutputStream.nullOutputStream());
        }
    }

    private static boolean isReading(Context context) {
        return context.method().name().equals("GET") || context.method().name().equals("HEAD");
    }

    private void requireEditor(Visitor visitor) throws ProblemException {
        if (visitor.editor() == null) {
            throw new ProblemException(noEditor());
        }
    }

    /** Why a reader cannot edit. */
    Problem noEditor() {
        return settings.namesEditors() ? Problem.signInNeeded(canSignIn()) : Problem.editingDisabled();
    }

    /**
     * Rejects a request that a page of another site caused.
     *
     * @throws ProblemException if a header of the browser says so
     */
    void requireOwnSite(Context context) throws ProblemException {
        @Nullable String site = context.header("Sec-Fetch-Site");
        @Nullable String origin = context.header("Origin");
        boolean byUser = "none".equals(site) && "?1".equals(context.header("Sec-Fetch-User"));
        boolean siteIsOwn = site == null || site.equals("same-origin") || byUser;
        if (!siteIsOwn || (origin != null && !new Peer(context, settings.proxies()).isOwnOrigin(origin))) {
            throw new ProblemException(Problem.otherSite());
        }
    }

    private static void requireToken(Context context, String expected) throws ProblemException {
        @Nullable String inHeader = context.header(TOKEN_HEADER);
        if (!Tokens.areEqual(expected, inHeader != null ? inHeader : tokenField(context))) {
            throw new ProblemException(Problem.formExpired());
        }
    }

    /** The token of a form; null if there is none. */
    static @Nullable String tokenField(Context context) {
        return formField(context, TOKEN_FIELD);
    }

    /** A field of a form; null if there is none, or the form cannot be decoded. */
    static @Nullable String formField(Context context, String name) {
        try {
            return context.formParam(name);
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    /** Whether editors sign in here, with a password. */
    boolean canSignIn() {
        return settings.editorsFile() != null;
    }

    Peer peer(Context context) {
        return new Peer(context, settings.proxies());
    }

    Tokens tokens() {
        return tokens;
    }

    Editors editors() {
        return editors;
    }

    /** Begins a session and ends the one of the request; returns the new id. */
    Optional<String> beginSession(Context context, Editor editor) {
        endSession(context);
        return sessions.begin(editor);
    }

    /** Ends the session of the request, if it has one. */
    void endSession(Context context) {
        @Nullable String session = visitorOf(context).session();
        if (session != null) {
            sessions.end(session);
        }
    }

    /** The token of the editor who sends the request; empty for a reader. */
    static String tokenOf(Context context) {
        return visitorOf(context).token();
    }

    private static String ownUrl(Context context) {
        String query = QueryString.raw(context);
        return query.isEmpty() ? context.path() : context.path() + "?" + query;
    }

    static String loginUrl(String next) {
        return "/login?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }
}
