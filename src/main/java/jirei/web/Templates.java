package jirei.web;

import gg.jte.CodeResolver;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import gg.jte.resolve.DirectoryCodeResolver;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import jirei.web.page.Frame;

/** Turns page records into HTML. */
final class Templates {
    private final TemplateEngine engine;
    private final Assets assets;

    Templates(WebSettings settings, Assets assets) throws IOException {
        this.engine = settings.development() ? afresh(settings) : TemplateEngine.createPrecompiled(ContentType.Html);
        this.assets = assets;
    }

    private static TemplateEngine afresh(WebSettings settings) throws IOException {
        CodeResolver templates = new DirectoryCodeResolver(settings.webFolder().resolve("templates"));
        return TemplateEngine.create(templates, Files.createTempDirectory("jirei-templates"), ContentType.Html);
    }

    /** Answers with {@code template}, as in {@code search/page.jte}, filled from {@code page}. */
    void show(Context context, String template, Object page) {
        context.contentType("text/html; charset=utf-8").result(render(template, page));
    }

    /** {@code template} filled from {@code page}, in UTF-8. */
    byte[] render(String template, Object page) {
        var output = new Utf8ByteOutput();
        engine.render(template, page, output);
        return TightHtml.of(output.toByteArray());
    }

    /** The URLs of the static files. */
    Frame.AssetUrls assets() {
        return name -> {
            try {
                return assets.url(name);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read a static file that a page needs", e);
            }
        };
    }

    /**
     * Checks that what every page needs is there.
     *
     * @throws IOException if a file is missing
     */
    void requireAssets() throws IOException {
        for (String name : List.of("site.css", "site.js", "suggest.js", "keep.css", "keep.js", "htmx.js", "icon.svg")) {
            assets.url(name);
        }
    }
}
