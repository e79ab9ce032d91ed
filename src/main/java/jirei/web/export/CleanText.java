package jirei.web.export;

/** Removes control characters and replaces unpaired surrogates and noncharacters with U+FFFD. Stateless. */
final class CleanText {
    private static final int REPLACEMENT = 0xFFFD;

    private CleanText() {}

    /** Returns {@code text} with \n as line separator; tabs are kept. */
    static String of(String text) {
        var clean = new StringBuilder(text.length());
        text.replace("\r\n", "\n").replace('\r', '\n').codePoints().forEach(c -> append(clean, c));
        return clean.toString();
    }

    /** Returns {@code text} in one line. */
    static String line(String text) {
        return joined(text).strip();
    }

    /** Returns a part of a line, whose blanks at both ends are kept. */
    static String joined(String text) {
        return of(text).replaceAll("[\n\t\u2028\u2029]+", " ");
    }

    private static void append(StringBuilder clean, int c) {
        boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        boolean noCharacter = (c & 0xFFFE) == 0xFFFE;
        if (c == '\n' || c == '\t' || !Character.isISOControl(c)) {
            clean.appendCodePoint(half || noCharacter ? REPLACEMENT : c);
        }
    }
}
