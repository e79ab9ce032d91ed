package jirei.cases;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The definition of blank text: text without a visible character. White space of every kind is blank, and so are
 * control and format characters, variation selectors, fillers and the empty Braille pattern. Stateless.
 */
public final class VisibleText {
    private static final Pattern CONTROLS = Pattern.compile("[\\x00-\\x1F\\x7F-\\x9F]");

    private VisibleText() {}

    /** Returns whether {@code text} has no visible character. */
    public static boolean isBlank(CharSequence text) {
        return text.codePoints().allMatch(VisibleText::isBlank);
    }

    /**
     * Strips Unicode white space and byte order marks from both ends. Other invisible characters are kept, because they
     * may belong to the character beside them, as a variation selector does; but the result of blank text is empty.
     */
    public static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        String stripped = text.substring(from, to);
        return isBlank(stripped) ? "" : stripped;
    }

    /** Joins the lines of {@code text} by a space, drops control characters, and strips the result. */
    public static String oneLine(String text) {
        String line = text.lines()
                .map(VisibleText::strip)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        boolean hasControls = line.chars().anyMatch(Character::isISOControl);
        return hasControls ? strip(CONTROLS.matcher(line).replaceAll("")) : line;
    }

    /** Returns whether {@code codePoint} is invisible wherever it occurs. */
    public static boolean isBlank(int codePoint) {
        if (codePoint > ' ' && codePoint < 0x7F) {
            return false;
        }
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            case Character.NON_SPACING_MARK -> isInvisibleMark(codePoint);
            case Character.OTHER_LETTER, Character.OTHER_SYMBOL -> isInvisibleSymbol(codePoint);
            default -> false;
        };
    }

    /** Variation selectors, the combining grapheme joiner, and the fillers and inherent vowels of some scripts. */
    private static boolean isInvisibleMark(int codePoint) {
        return switch (codePoint) {
            case 0x034F, 0x17B4, 0x17B5, 0x180B, 0x180C, 0x180D, 0x180F, 0x16FE4 -> true;
            default -> (codePoint >= 0xFE00 && codePoint <= 0xFE0F) || (codePoint >= 0xE0100 && codePoint <= 0xE01EF);
        };
    }

    /** Hangul fillers, the empty Braille pattern, the null notehead and blanks of hieroglyphs. */
    private static boolean isInvisibleSymbol(int codePoint) {
        return switch (codePoint) {
            case 0x115F, 0x1160, 0x2800, 0x3164, 0xFFA0, 0x1D159, 0x13441, 0x13442 -> true;
            default -> false;
        };
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF';
    }
}
