package jirei.web.server;

import io.javalin.http.Context;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Entity tags (RFC 9110, 8.8.3) and conditional requests. A tag is the SHA-256 of the content before compression.
 * It is weak, because the compressed and the uncompressed response have the same tag. Stateless.
 */
public final class EntityTags {
    private static final String ETAG = "ETag";
    private static final Pattern TAG = Pattern.compile("(?:W/)?(\"[^\"]*\")");

    private EntityTags() {}

    /** Tags a complete response, and removes its content if the client has it. */
    public static void after(Context context) throws IOException {
        if (context.statusCode() != 200 || !(context.resultInputStream() instanceof ByteArrayInputStream content)) {
            return;
        }
        String tag = context.res().getHeader(ETAG);
        if (tag == null) {
            tag = of(sha256(content.readAllBytes()));
            content.reset();
            context.header(ETAG, tag);
        }
        if (matches(Collections.list(context.req().getHeaders("If-None-Match")).stream(), tag)) {
            context.status(304).result(new byte[0]);
            context.res().flushBuffer(); // otherwise Jetty adds a Content-Length of 0
        }
    }

    /** Returns the tag of content with the hash {@code sha256}. */
    static String of(String sha256) {
        return "W/\"" + sha256 + "\"";
    }

    /** Returns the SHA-256 of {@code content} as 64 hexadecimal digits. */
    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Compares weakly: whether a header is {@code *} or contains the opaque part of {@code tag}. */
    private static boolean matches(Stream<String> headers, String tag) {
        String opaque = tag.substring(tag.indexOf('"'));
        return headers.anyMatch(header -> header.strip().equals("*")
                || TAG.matcher(header).results().anyMatch(found -> found.group(1)
                        .equals(opaque)));
    }
}
