package jirei.web.library;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import jirei.cases.CaseStudy;
import jirei.cases.Source;
import jirei.intake.page.PageText;
import jirei.library.pages.OriginalPages;
import jirei.library.pages.Originals.Original;
import jirei.library.pages.PageCache;
import jirei.library.pages.PageWords;
import jirei.library.pages.PassageLocator;
import jirei.search.HighlightedCase;
import jirei.search.SearchEngine;
import jirei.web.page.reader.OriginalPage;
import jirei.web.request.Problem;
import jirei.web.request.ProblemException;
import jirei.web.request.QueryString;
import jirei.web.request.SearchParameters;
import jirei.web.server.InstrumentedSearch;
import jirei.web.server.TemplateRenderer;

/** The handlers of the originals of published cases, for readers. Thread-safe. */
public final class OriginalHandlers {
    private static final String PNG = ".png";

    private final InstrumentedSearch searches;
    private final TemplateRenderer templates;
    private final OriginalPages originals;
    private final PageResponses responses;
    private final boolean isVisible;

    /** @param isVisible whether readers may see originals */
    public OriginalHandlers(
            InstrumentedSearch searches, TemplateRenderer templates, OriginalPages originals, boolean isVisible) {
        this.searches = searches;
        this.templates = templates;
        this.originals = originals;
        this.responses = new PageResponses(originals.cache());
        this.isVisible = isVisible;
    }

    /** Returns whether readers may see the pages of {@code source}. */
    public boolean hasPages(Source source) throws IOException {
        Optional<Original> original = isVisible ? originals.originals().of(source) : Optional.empty();
        return original.isPresent() && original.get().isPdf();
    }

    private Original original(CaseStudy caseStudy) throws IOException, ProblemException {
        Optional<Original> original = isVisible ? originals.originals().of(caseStudy.source()) : Optional.empty();
        return original.orElseThrow(() -> new ProblemException(Problem.noOriginal(caseStudy.id())));
    }

    private static CaseStudy caseStudy(Context context, SearchEngine engine) throws IOException, ProblemException {
        String id = context.pathParam("id");
        return engine.caseStudy(id).orElseThrow(() -> new ProblemException(Problem.noSuchCase(id)));
    }

    /** Responds with a page of the original: the image if {@code n} ends with {@code .png}, else a page around it. */
    public void page(Context context, SearchEngine engine) throws IOException, ProblemException {
        Original original = original(caseStudy(context, engine));
        String typed = context.pathParam("n");
        if (typed.endsWith(PNG)) {
            int page = PageResponses.number(typed.substring(0, typed.length() - PNG.length()));
            responses.respondImage(context, original, page);
            return;
        }
        SearchParameters.OriginalSearch requested =
                new SearchParameters(engine).readOriginal(QueryString.raw(context), PageCache.MAX_ZOOM);
        PageText text = responses.text(original, PageResponses.number(typed));
        String id = context.pathParam("id");
        HighlightedCase highlighted = engine.highlight(id, requested.search().request(), searches.deadline())
                .orElseThrow(() -> new ProblemException(Problem.noSuchCase(id)));
        var words = new PageWords(text);
        List<List<PassageLocator.Mark>> matches =
                engine.matches(words.text(), requested.search().request(), searches.deadline()).stream()
                        .map(match -> words.marks(match.start(), match.end()))
                        .toList();
        templates.respond(
                context,
                "original/page.jte",
                OriginalPage.of(highlighted, text, matches, requested, templates.assets(context)));
    }

    /** Responds with the original to be saved. */
    public void download(Context context, SearchEngine engine) throws IOException, ProblemException {
        PageResponses.respondFile(context, original(caseStudy(context, engine)));
    }
}
