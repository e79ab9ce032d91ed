package jirei.web.settings;

import java.net.URI;
import jirei.cases.SiteTexts;
import org.jspecify.annotations.Nullable;

/**
 * Where the site and its index are, and what it says of itself. Immutable.
 *
 * @param publicUrl scheme, host and port by which others reach the site, such as https://jirei.example.jp; null if they
 *     are those of the request
 * @param usesCluster whether queries are sent to a search cluster
 * @param contact whom readers may contact: a name, an address of mail or a URL; empty for nobody
 * @param version the version of the program; empty if unknown
 * @param texts the name of the site and how it introduces itself
 * @param statistics the publication of the statistics that complete the figures of cases; empty for none
 */
public record SiteSettings(
        @Nullable String publicUrl,
        boolean usesCluster,
        String contact,
        String version,
        SiteTexts texts,
        String statistics) {
    /** A site without an address of its own, which searches by itself. */
    public static final SiteSettings DEFAULT = new SiteSettings(null, false);

    /**
     * @throws IllegalArgumentException if the URL has another scheme than http and https, no host, or more than a port
     */
    public SiteSettings {
        if (publicUrl != null && !publicUrl.matches("https?://([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+])(:[0-9]{1,5})?")) {
            throw new IllegalArgumentException(publicUrl);
        }
    }

    /** Creates settings of a site that names neither a contact nor its version. */
    public SiteSettings(@Nullable String publicUrl, boolean usesCluster) {
        this(publicUrl, usesCluster, "", "");
    }

    /** Creates settings of a site whose corpus has no texts of its own. */
    public SiteSettings(@Nullable String publicUrl, boolean usesCluster, String contact, String version) {
        this(publicUrl, usesCluster, contact, version, SiteTexts.DEFAULT, "");
    }

    /** Returns these settings for a corpus with {@code others}, whose figures {@code publication} completes. */
    public SiteSettings with(SiteTexts others, String publication) {
        return new SiteSettings(publicUrl, usesCluster, contact, version, others, publication);
    }

    /** The host name of the public URL; null if there is none. */
    public @Nullable String publicHost() {
        return publicUrl == null ? null : URI.create(publicUrl).getHost();
    }
}
