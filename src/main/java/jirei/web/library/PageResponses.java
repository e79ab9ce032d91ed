package jirei.web.library;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import jirei.intake.PageBusyException;
import jirei.intake.page.PageText;
import jirei.intake.source.Limits;
import jirei.intake.source.SourceFormatException;
import jirei.library.pages.Originals.Original;
import jirei.library.pages.PageCache;
import jirei.web.request.Problem;
import jirei.web.request.ProblemException;
import jirei.web.request.QueryString;
import jirei.web.request.SearchParameters;
import jirei.web.server.ContentDisposition;

/** Responds with the pages of an original, and the original itself. Thread-safe. */
final class PageResponses {
    private static final int RETRY_SECONDS = 5;
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,5}");
    private static final Pattern ASCII_ENDING = Pattern.compile(".*(\\.[A-Za-z0-9]{1,8})");
    /** The browser checks whether its copy is current, and shared caches keep none. */
    private static final String CACHE_CONTROL = "private, no-cache";

    private final PageCache cache;

    PageResponses(PageCache cache) {
        this.cache = cache;
    }

    /** Parses the number of a page, from 1. */
    static int number(String typed) throws ProblemException {
        int number = NUMBER.matcher(typed).matches() ? Integer.parseInt(typed) : 0;
        if (number < 1 || number > Limits.MAX_PAGES) {
            throw new ProblemException(Problem.noSuchOriginalPage(typed));
        }
        return number;
    }

    /** Makes something of a page. */
    @FunctionalInterface
    private interface Making<T> {
        T make() throws IOException, SourceFormatException, PageBusyException;
    }

    private static <T> T made(Making<T> making) throws IOException, ProblemException {
        try {
            return making.make();
        } catch (SourceFormatException e) {
            throw new ProblemException(Problem.unreadableOriginal(String.valueOf(e.getMessage())));
        } catch (PageBusyException e) {
            throw new ProblemException(Problem.tooBusy(), RETRY_SECONDS);
        }
    }

    /** Returns the text of a page, which the document may not have. */
    PageText anyText(Original original, int page) throws IOException, ProblemException {
        return made(() -> cache.text(original, page));
    }

    /** Returns the text of a page that exists. */
    PageText text(Original original, int page) throws IOException, ProblemException {
        PageText text = anyText(original, page);
        if (!text.exists()) {
            throw new ProblemException(Problem.noSuchOriginalPage(Integer.toString(page)));
        }
        return text;
    }

    void respondText(Context context, Original original, int page) throws IOException, ProblemException {
        SearchParameters.rejectAny(context);
        text(original, page);
        context.header("Cache-Control", CACHE_CONTROL);
        context.contentType("application/json").result(made(() -> cache.textJson(original, page)));
    }

    /** Responds with the image, or with a picture of the reason if a page shows the image. */
    void respondImage(Context context, Original original, int page) throws IOException, ProblemException {
        int zoom = SearchParameters.readZoom(QueryString.raw(context), PageCache.MAX_ZOOM);
        Optional<byte[]> image;
        try {
            image = made(() -> cache.image(original, page, zoom));
        } catch (ProblemException e) {
            String accepted = Objects.requireNonNullElse(context.header("Accept"), "");
            if (!accepted.contains("image/") || accepted.contains("text/html")) {
                throw e;
            }
            context.status(e.problem().status()).header("Cache-Control", "no-store");
            context.contentType("image/svg+xml").result(ProblemImage.of(e.problem()));
            return;
        }
        byte[] png = image.orElseThrow(() -> new ProblemException(Problem.noSuchOriginalPage(Integer.toString(page))));
        context.header("Cache-Control", CACHE_CONTROL);
        context.contentType("image/png").result(png);
    }

    /** Responds with the file to be saved: never of a type that a browser opens, and without rights if it does. */
    static void respondFile(Context context, Original original) throws IOException, ProblemException {
        SearchParameters.rejectAny(context);
        var ending = ASCII_ENDING.matcher(original.name());
        String ascii = original.id() + (ending.matches() ? ending.group(1) : "");
        context.header("Content-Disposition", ContentDisposition.attachment(ascii, original.name()));
        context.header("Content-Security-Policy", "sandbox; default-src 'none'; frame-ancestors 'none'");
        context.header("Cache-Control", CACHE_CONTROL);
        context.header("ETag", "W/\"" + original.id() + "\"");
        context.contentType("application/octet-stream");
        if (context.method().equals(HandlerType.HEAD)) {
            context.header("Content-Length", Long.toString(Files.size(original.file())));
        } else {
            context.result(Files.newInputStream(original.file()));
        }
    }
}
