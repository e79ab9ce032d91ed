package jirei.web.server;

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
import jirei.web.settings.WebSettings;

/** Renders page records to HTML. Thread-safe. */
public final class TemplateRenderer {
    private final TemplateEngine engine;
    private final StaticFiles assets;

    public TemplateRenderer(WebSettings settings, StaticFiles assets) throws IOException {
        this.engine =
                settings.development() ? development(settings) : TemplateEngine.createPrecompiled(ContentType.Html);
        this.assets = assets;
    }

    private static TemplateEngine development(WebSettings settings) throws IOException {
        CodeResolver templates = new DirectoryCodeResolver(settings.webFolder().resolve("templates"));
        return TemplateEngine.create(templates, Files.createTempDirectory("jirei-templates"), ContentType.Html);
    }

    /** Responds with {@code template}, such as {@code search/page.jte}, rendered for {@code page}. */
    public void respond(Context context, String template, Object page) {
        context.contentType("text/html; charset=utf-8").result(render(template, page));
    }

    /** Returns {@code template} rendered for {@code page}, in UTF-8. */
    byte[] render(String template, Object page) {
        var output = new Utf8ByteOutput();
        engine.render(template, page, output);
        return HtmlMinifier.minify(output.toByteArray());
    }

    /** The URLs of the static files. */
    public Frame.AssetUrls assets() {
        return name -> {
            try {
                return assets.url(name);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read a static file that a page needs", e);
            }
        };
    }

    /**
     * Checks that the files that every page needs exist.
     *
     * @throws IOException if a file is missing
     */
    public void requireAssets() throws IOException {
        for (String name : List.of("site.css", "site.js", "suggest.js", "keep.css", "keep.js", "htmx.js", "icon.svg")) {
            assets.url(name);
        }
    }
}
