package jirei.web.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * The address by which readers reach this site. Immutable.
 *
 * @param origin scheme, host and port, such as https://jirei.example.jp
 * @param isLocal whether only the machine of the reader opens it
 */
public record SiteAddress(String origin, boolean isLocal) {
    /** The address of a page that is made without a request. */
    public static final SiteAddress NONE = new SiteAddress("", true);

    /** Returns the URL of {@code path}, which starts with a slash. */
    public String url(String path) {
        return origin + path;
    }

    /** Returns the URL that opens a message with a link to {@code path}. */
    public String mail(String subject, String path) {
        return "mailto:?subject=" + encoded(subject) + "&body=" + encoded(subject + "\r\n" + url(path) + "\r\n");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** A remark about links in a file or a message; empty if others can open them. */
    public String remark() {
        return isLocal ? "リンクは、このコンピューターでだけ開けます。" : "";
    }
}
