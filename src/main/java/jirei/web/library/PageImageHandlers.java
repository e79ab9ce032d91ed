package jirei.web.library;

import io.javalin.http.Context;
import java.io.IOException;
import jirei.library.pages.OriginalPages;
import jirei.library.pages.Originals.Original;
import jirei.web.request.Problem;
import jirei.web.request.ProblemException;

/**
 * The handlers of the pages of a document, by the path parameters {@code docId} and {@code n}. They do not check who
 * sends the request. Thread-safe.
 */
public final class PageImageHandlers {
    private static final String PNG = ".png";

    private final OriginalPages originals;
    private final PageResponses responses;

    public PageImageHandlers(OriginalPages originals) {
        this.originals = originals;
        this.responses = new PageResponses(originals.cache());
    }

    private Original original(Context context) throws IOException, ProblemException {
        String id = context.pathParam("docId");
        return originals.originals().named(id).orElseThrow(() -> new ProblemException(Problem.noSuchDocument(id)));
    }

    /** Responds with the image of a page; {@code n} may end with {@code .png}. */
    public void image(Context context) throws IOException, ProblemException {
        String number = context.pathParam("n");
        String digits = number.endsWith(PNG) ? number.substring(0, number.length() - PNG.length()) : number;
        responses.respondImage(context, original(context), PageResponses.number(digits));
    }

    /** Responds with the text of a page: a {@link jirei.intake.page.PageText} as JSON. */
    public void text(Context context) throws IOException, ProblemException {
        responses.respondText(context, original(context), PageResponses.number(context.pathParam("n")));
    }

    /** Responds with the original to be saved. */
    public void download(Context context) throws IOException, ProblemException {
        PageResponses.respondFile(context, original(context));
    }
}
