package jirei.web.server;

import io.javalin.http.Context;
import jirei.web.page.SiteAddress;
import jirei.web.request.ProblemException;
import jirei.web.request.SearchParameters;

/** Describes this site to browsers and robots. Stateless. */
public final class Discovery {
    private static final String OPEN_SEARCH =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
              <ShortName>事例検索</ShortName>
              <LongName>NAME</LongName>
              <Description>事例集の記述を全文検索します。</Description>
              <Language>ja</Language>
              <InputEncoding>UTF-8</InputEncoding>
              <Image width="16" height="16" type="image/svg+xml">ORIGIN/static/icon.svg</Image>
              <Url type="text/html" template="ORIGIN/?q={searchTerms}"/>
              <Url type="application/atom+xml" template="ORIGIN/feed?q={searchTerms}"/>
              <Url type="application/opensearchdescription+xml" rel="self" template="ORIGIN/opensearch.xml"/>
            </OpenSearchDescription>
            """;

    /** Robots may read the start page and the cases; every search and file would cost work. */
    private static final String ROBOTS =
            """
            User-agent: *
            Allow: /$
            Allow: /cases/
            Allow: /help
            Allow: /static/
            Disallow: /cases/*?
            Disallow: /cases/*/
            Disallow: /
            """;

    private static final String NO_ROBOTS = "User-agent: *\nDisallow: /\n";

    private Discovery() {}

    /**
     * Responds with the OpenSearch description (1.1), by which browsers search here from their address bar.
     *
     * @param name the name of the site
     */
    public static void openSearch(Context context, String name) throws ProblemException {
        SearchParameters.rejectAny(context);
        SiteAddress address = TemplateRenderer.address(context);
        context.contentType("application/opensearchdescription+xml; charset=utf-8")
                .result(OPEN_SEARCH.replace("NAME", escaped(name)).replace("ORIGIN", address.origin()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Responds with the rules for robots (RFC 9309); a site for one machine has nothing for them. */
    public static void robots(Context context) throws ProblemException {
        SearchParameters.rejectAny(context);
        context.contentType("text/plain; charset=utf-8")
                .result(TemplateRenderer.address(context).isLocal() ? NO_ROBOTS : ROBOTS);
    }
}
