package jirei.web.server;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The header {@code Content-Disposition} of files (RFC 6266). Stateless. */
public final class ContentDisposition {
    private ContentDisposition() {}

    /**
     * Returns the value for a file to be saved.
     *
     * @param ascii the name for clients that know no other characters: ASCII without quotation marks
     * @param name the name
     */
    public static String attachment(String ascii, String name) {
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded;
    }
}
