package jirei.web.library;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.List;
import jirei.cases.CaseStudy;
import jirei.corpus.text.CorpusFormatException;
import jirei.library.Library;
import jirei.library.cases.StoredCase;
import jirei.web.page.Frame;
import jirei.web.page.library.PreviewPage;
import jirei.web.request.ProblemException;
import jirei.web.request.SearchParameters;
import jirei.web.request.SearchState;
import jirei.web.server.TemplateRenderer;

/** The handler of the preview of a case that is not published. Thread-safe. */
public final class CasePreviewHandlers {
    private final Library library;
    private final TemplateRenderer templates;

    public CasePreviewHandlers(Library library, TemplateRenderer templates) {
        this.library = library;
        this.templates = templates;
    }

    /** Responds with the case as readers would see it. */
    public void page(Context context) throws IOException, ProblemException {
        SearchParameters.rejectAny(context);
        StoredCase stored = CaseEditHandlers.stored(library, context);
        if (stored.isPublished()) {
            context.redirect("/cases/" + stored.id(), HttpStatus.SEE_OTHER);
            return;
        }
        try {
            CaseStudy read = library.cases().parse(stored);
            Frame frame =
                    new Frame(read.title() + "（未公開）", SearchState.EMPTY, templates.assets(context), Frame.Form.AT_HEAD);
            templates.respond(
                    context, "library/preview.jte", new PreviewPage(frame, read, List.copyOf(read.sections())));
        } catch (CorpusFormatException invalid) {
            context.redirect("/cases/" + stored.id() + "/file", HttpStatus.SEE_OTHER);
        }
    }
}
