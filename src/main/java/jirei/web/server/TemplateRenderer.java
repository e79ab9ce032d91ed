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
import java.util.Map;
import java.util.Objects;
import jirei.cases.SiteTexts;
import jirei.web.page.Account;
import jirei.web.page.Frame;
import jirei.web.page.Privacy;
import jirei.web.page.SiteAddress;
import jirei.web.settings.WebSettings;

/** Renders page records to HTML. Thread-safe. */
public final class TemplateRenderer {
    private static final String ACCOUNT = "jirei.account";
    private static final String ADDRESS = "jirei.address";

    private final TemplateEngine engine;
    private final StaticFiles assets;
    private final WebSettings settings;

    public TemplateRenderer(WebSettings settings, StaticFiles assets) throws IOException {
        this.engine =
                settings.development() ? development(settings) : TemplateEngine.createPrecompiled(ContentType.Html);
        this.assets = assets;
        this.settings = settings;
    }

    private static TemplateEngine development(WebSettings settings) throws IOException {
        CodeResolver templates = new DirectoryCodeResolver(settings.webFolder().resolve("templates"));
        return TemplateEngine.create(templates, Files.createTempDirectory("jirei-templates"), ContentType.Html);
    }

    /** Responds with {@code template}, such as {@code search/page.jte}, rendered for {@code page}. */
    public void respond(Context context, String template, Object page) {
        context.contentType("text/html; charset=utf-8").result(render(template, page));
    }

    /** Responds with the part of a page that {@code template} makes, which has several parameters. */
    public void respondPart(Context context, String template, Map<String, Object> parameters) {
        var output = new Utf8ByteOutput();
        engine.render(template, parameters, output);
        context.contentType("text/html; charset=utf-8").result(HtmlMinifier.minify(output.toByteArray()));
    }

    /** Returns {@code template} rendered for {@code page}, in UTF-8. */
    byte[] render(String template, Object page) {
        var output = new Utf8ByteOutput();
        engine.render(template, page, output);
        return HtmlMinifier.minify(output.toByteArray());
    }

    /** The URLs of the static files, for the person whom {@link #account} named. */
    public Frame.AssetUrls assets(Context context) {
        Account account = Objects.requireNonNullElse(context.attribute(ACCOUNT), Account.READER);
        return new AssetsFor(account, address(context));
    }

    /** The URLs of the static files, for a reader. */
    Frame.AssetUrls assets() {
        return new AssetsFor(Account.READER, SiteAddress.NONE);
    }

    /** The address by which the client of a request reaches this site, as {@link #address(Context, SiteAddress)} set it. */
    public static SiteAddress address(Context context) {
        return Objects.requireNonNullElse(context.attribute(ADDRESS), SiteAddress.NONE);
    }

    /** Sets the address by which the client of a request reaches this site. */
    public static void address(Context context, SiteAddress address) {
        context.attribute(ADDRESS, address);
    }

    /** Sets who reads the pages that respond to a request. */
    public static void account(Context context, Account account) {
        context.attribute(ACCOUNT, account);
    }

    private final class AssetsFor implements Frame.AssetUrls {
        private final Account account;
        private final SiteAddress address;

        AssetsFor(Account account, SiteAddress address) {
            this.account = account;
            this.address = address;
        }

        @Override
        public String of(String name) {
            try {
                return assets.url(name);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read a static file that a page needs", e);
            }
        }

        @Override
        public Account account() {
            return account;
        }

        @Override
        public SiteAddress address() {
            return address;
        }

        @Override
        public SiteTexts site() {
            return settings.site().texts();
        }

        @Override
        public String statistics() {
            return settings.site().statistics();
        }

        @Override
        public Privacy privacy() {
            return new Privacy(
                    settings.isOnlyForThisMachine() && address.isLocal(),
                    settings.logging().zeroHits() != null,
                    settings.logging().queries(),
                    settings.logging().requests(),
                    settings.site().usesCluster());
        }
    }

    /**
     * Checks that the files that every page needs exist.
     *
     * @throws IOException if a file is missing
     */
    public void requireAssets() throws IOException {
        for (String name : List.of(
                "colors.css", "site.css", "site.js", "suggest.js", "keep.css", "keep.js", "htmx.js", "icon.svg")) {
            assets.url(name);
        }
    }
}
