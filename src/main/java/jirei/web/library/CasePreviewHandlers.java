package jirei.web.library;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import jirei.cases.CaseStudy;
import jirei.corpus.text.CorpusFormatException;
import jirei.library.Library;
import jirei.library.cases.StoredCase;
import jirei.web.page.reader.CasePreview;
import jirei.web.request.ProblemException;
import jirei.web.request.QueryString;
import jirei.web.request.SearchParameters;
import jirei.web.server.TemplateRenderer;

/** The handler of the preview of a case that is not published. Thread-safe. */
public final class CasePreviewHandlers {
    private final Library library;
    private final TemplateRenderer templates;
    private final Clock clock;

    /** @param clock the clock of the date in citations */
    public CasePreviewHandlers(Library library, TemplateRenderer templates, Clock clock) {
        this.library = library;
        this.templates = templates;
        this.clock = clock;
    }

    /** Responds with the case as readers would see it. */
    public void page(Context context) throws IOException, ProblemException {
        SearchParameters.CaseSearch requested = SearchParameters.readPart(QueryString.raw(context));
        StoredCase stored = CaseEditHandlers.stored(library, context);
        if (stored.isPublished()) {
            context.redirect("/cases/" + stored.id(), HttpStatus.SEE_OTHER);
            return;
        }
        try {
            CaseStudy read = library.cases().parse(stored);
            templates.respond(
                    context,
                    "library/preview.jte",
                    CasePreview.of(read, requested, LocalDate.now(clock), templates.assets(context)));
        } catch (CorpusFormatException invalid) {
            context.redirect("/cases/" + stored.id() + "/file", HttpStatus.SEE_OTHER);
        }
    }
}
