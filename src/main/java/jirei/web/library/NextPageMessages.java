package jirei.web.library;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jirei.web.access.EditorAccess;

/**
 * What was done, for the page that an editor sees next. It is not in the URL, where anyone could write a message. Thread-safe.
 */
public final class NextPageMessages {
    private static final int MAX_MESSAGES = 50;

    private final Map<String, List<String>> byEditor = new ConcurrentHashMap<>();

    /** Adds a message for the editor who sends the request. */
    public void add(Context context, String message) {
        byEditor.compute(EditorAccess.editorOf(context).name(), (editor, before) -> {
            List<String> messages = before == null ? new ArrayList<>() : before;
            if (messages.size() < MAX_MESSAGES) {
                messages.add(message);
            }
            return messages;
        });
    }

    /** Returns and forgets the messages for the editor who sends the request. */
    public List<String> take(Context context) {
        List<String> messages = byEditor.remove(EditorAccess.editorOf(context).name());
        return messages == null ? List.of() : messages;
    }
}
