package jirei.web.access;

import io.javalin.http.Context;
import jirei.web.page.SiteAddress;
import jirei.web.server.TemplateRenderer;
import jirei.web.settings.WebSettings;

/** Finds the address that links in files and messages carry: that of the settings, else that of the request. Thread-safe. */
public final class PublicAddress {
    private final WebSettings settings;

    public PublicAddress(WebSettings settings) {
        this.settings = settings;
    }

    /** Sets the address of a request. To be called before any handler. */
    public void identify(Context context) {
        String published = settings.site().publicUrl();
        TemplateRenderer.address(
                context,
                published == null
                        ? new Peer(context, settings.editing().proxies()).address()
                        : new SiteAddress(published, false));
    }
}
