package jirei.web.library;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jirei.library.editors.AuditLog;
import jirei.web.page.Frame;
import jirei.web.page.library.HistoryPage;
import jirei.web.page.library.LogPage;
import jirei.web.request.ProblemException;
import jirei.web.request.SearchParameters;
import jirei.web.request.SearchState;
import jirei.web.server.TemplateRenderer;
import org.jspecify.annotations.Nullable;

/** The handler of the record of changes. Thread-safe. */
public final class LogHandlers {
    private static final int MAX_ENTRIES = 200;

    private final AuditLog log;
    private final TemplateRenderer templates;

    public LogHandlers(AuditLog log, TemplateRenderer templates) {
        this.log = log;
        this.templates = templates;
    }

    /** Responds with the newest changes. */
    public void page(Context context) throws IOException, ProblemException {
        SearchParameters.rejectAny(context);
        List<LogPage.Entry> entries = log.newest(MAX_ENTRIES).stream()
                .map(entry -> new LogPage.Entry(
                        HistoryPage.japanTime(entry.time()),
                        entry.editor(),
                        LogPage.label(entry.action()),
                        entry.object(),
                        shortened(entry.before()),
                        shortened(entry.after())))
                .toList();
        Frame frame = new Frame("変更の記録", SearchState.EMPTY, templates.assets(context), Frame.Form.AT_HEAD);
        templates.respond(context, "library/log.jte", new LogPage(frame, entries));
    }

    /** Responds with the newest changes. */
    public void api(Context context) throws IOException, ProblemException {
        SearchParameters.rejectAny(context);
        context.json(Map.of("entries", log.newest(MAX_ENTRIES)));
    }

    private static String shortened(@Nullable String hash) {
        String text = Objects.requireNonNullElse(hash, "");
        return text.substring(0, Math.min(8, text.length()));
    }
}
