package jirei.web.export;

import java.util.regex.Pattern;

/** Writes words into Markdown so that they stay words. */
final class Markdown {
    private static final Pattern SIGNS = Pattern.compile("[\\\\`*_{}\\[\\]<>#|~&!$]");
    private static final Pattern LEADING_SIGN = Pattern.compile("^([-+=:])");
    private static final Pattern LEADING_NUMBER = Pattern.compile("^(\\d{1,9})([.)])");

    private Markdown() {}

    /** {@code text} in one line. */
    static String line(String text) {
        String escaped = SIGNS.matcher(CleanText.line(text)).replaceAll("\\\\$0");
        escaped = LEADING_SIGN.matcher(escaped).replaceFirst("\\\\$1");
        return LEADING_NUMBER.matcher(escaped).replaceFirst("$1\\\\$2");
    }

    /** A link; just the words where {@code url} could end it too soon. */
    static String link(String label, String url) {
        boolean plain = url.codePoints().allMatch(c -> c > ' ' && c < 0x7F && "<>()\\\"".indexOf(c) < 0);
        return plain ? "[" + line(label) + "](" + url + ")" : line(label);
    }
}
