package jirei.web.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import jirei.library.editors.Editor;
import jirei.library.editors.Editors;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of editors who signed in with a password, in memory. Only the hash of an id is kept. A session ends when
 * it is not used for {@link #IDLE}, after {@link #LONGEST}, and when its editor is removed or changes the password.
 * Thread-safe.
 */
final class Sessions {
    static final Duration IDLE = Duration.ofHours(2);
    static final Duration LONGEST = Duration.ofHours(12);
    private static final int MAX_SESSIONS = 1_000;

    private final Editors editors;
    private final Tokens tokens;
    private final InstantSource clock;
    private final Cache<String, Session> sessions;

    /** A session. Immutable. */
    private record Session(Editor editor, String credential, Instant begin) {}

    Sessions(Editors editors, Tokens tokens, InstantSource clock) {
        this.editors = editors;
        this.tokens = tokens;
        this.clock = clock;
        this.sessions = Caffeine.newBuilder()
                .expireAfterAccess(IDLE)
                .maximumSize(MAX_SESSIONS)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .executor(Runnable::run)
                .build();
    }

    /** Begins a session and returns its id; empty if the editor was removed meanwhile. */
    Optional<String> begin(Editor editor) {
        return editors.credential(editor.name()).map(credential -> {
            String id = tokens.newId();
            sessions.put(tokens.of(id), new Session(editor, credential, clock.instant()));
            return id;
        });
    }

    /** Returns the editor of the session with the id {@code id}. */
    Optional<Editor> editor(String id) {
        @Nullable Session session = sessions.getIfPresent(tokens.of(id));
        if (session == null) {
            return Optional.empty();
        }
        boolean isOver = !clock.instant().isBefore(session.begin().plus(LONGEST));
        Optional<String> credential = editors.credential(session.editor().name());
        if (isOver || !Tokens.areEqual(session.credential(), credential.orElse(null))) {
            end(id);
            return Optional.empty();
        }
        return Optional.of(session.editor());
    }

    void end(String id) {
        sessions.invalidate(tokens.of(id));
    }
}
