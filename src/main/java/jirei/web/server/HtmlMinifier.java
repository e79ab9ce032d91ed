package jirei.web.server;

import java.util.Arrays;

/** Removes the indentation of templates from HTML. Stateless. */
final class HtmlMinifier {
    private HtmlMinifier() {}

    /**
     * Replaces white space before a tag by one line break if it contains one. Other white space is kept, because it may
     * be significant between words. Text cannot be mistaken for a tag, because templates escape {@code <}.
     */
    static byte[] minify(byte[] html) {
        byte[] tight = new byte[html.length];
        int length = 0;
        for (int at = 0; at < html.length; ) {
            int end = endOfSpace(html, at);
            if (isIndentation(html, at, end)) {
                tight[length++] = '\n';
            } else {
                end = Math.max(end, at + 1);
                System.arraycopy(html, at, tight, length, end - at);
                length += end - at;
            }
            at = end;
        }
        return Arrays.copyOf(tight, length);
    }

    private static int endOfSpace(byte[] html, int from) {
        int end = from;
        while (end < html.length && (html[end] == ' ' || html[end] == '\n' || html[end] == '\r')) {
            end++;
        }
        return end;
    }

    private static boolean isIndentation(byte[] html, int from, int to) {
        if (to == html.length || html[to] != '<') {
            return false;
        }
        for (int at = from; at < to; at++) {
            if (html[at] == '\n') {
                return true;
            }
        }
        return false;
    }
}
