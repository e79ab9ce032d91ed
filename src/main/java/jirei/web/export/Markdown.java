package jirei.web.export;

import java.util.regex.Pattern;

/** Escapes text for Markdown. Stateless. */
final class Markdown {
    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_{}\\[\\]<>#|~&!$]");
    private static final Pattern LEADING_MARKER = Pattern.compile("^([-+=:])");
    private static final Pattern LEADING_NUMBER = Pattern.compile("^(\\d{1,9})([.)])");

    private Markdown() {}

    /** Returns {@code text} in one line, escaped. */
    static String line(String text) {
        String escaped = SPECIAL.matcher(CleanText.line(text)).replaceAll("\\\\$0");
        escaped = LEADING_MARKER.matcher(escaped).replaceFirst("\\\\$1");
        return LEADING_NUMBER.matcher(escaped).replaceFirst("$1\\\\$2");
    }

    /** Returns a link, or the label alone if a character of {@code url} would end the link early. */
    static String link(String label, String url) {
        boolean plain = url.codePoints().allMatch(c -> c > ' ' && c < 0x7F && "<>()\\\"".indexOf(c) < 0);
        return plain ? "[" + line(label) + "](" + url + ")" : line(label);
    }
}
