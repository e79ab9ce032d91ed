package jirei.web.export;

/** Takes out of a text what no file may hold: control characters and halves of characters. */
final class CleanText {
    private static final int REPLACEMENT = 0xFFFD;

    private CleanText() {}

    /** {@code text} with lines ended by \n alone; tabs stay. */
    static String of(String text) {
        var clean = new StringBuilder(text.length());
        text.replace("\r\n", "\n").replace('\r', '\n').codePoints().forEach(c -> append(clean, c));
        return clean.toString();
    }

    /** {@code text} in one line. */
    static String line(String text) {
        return of(text).replaceAll("[\n\t\u2028\u2029]+", " ").strip();
    }

    private static void append(StringBuilder clean, int c) {
        boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        boolean noCharacter = (c & 0xFFFE) == 0xFFFE;
        if (c == '\n' || c == '\t' || !Character.isISOControl(c)) {
            clean.appendCodePoint(half || noCharacter ? REPLACEMENT : c);
        }
    }
}
