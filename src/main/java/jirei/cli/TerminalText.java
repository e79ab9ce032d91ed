package jirei.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Escapes the characters by which the name of a file or a title could control a terminal or forge a line of output:
 * control characters, line and paragraph separators, bidirectional controls and unpaired surrogates. They become
 * {@code \}{@code u} and four hexadecimal digits, as in JSON, so that a line of JSON keeps its meaning. Stateless.
 */
final class TerminalText {
    private TerminalText() {}

    /** Escapes {@code line}; tabs are kept. */
    static String escapeLine(String line) {
        return escape(line, false);
    }

    /** Returns a stream that escapes what is printed to it, except tabs and line feeds, before {@code out} gets it. */
    static PrintStream escaping(PrintStream out) {
        var escaping = new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                String text = new String(bytes, from, length, StandardCharsets.UTF_8);
                out.write(escape(text, true).getBytes(StandardCharsets.UTF_8));
            }

            @Override
            public void write(int single) throws IOException {
                write(new byte[] {(byte) single}, 0, 1);
            }
        };
        return new PrintStream(escaping, true, StandardCharsets.UTF_8);
    }

    private static String escape(String text, boolean keepsLineFeeds) {
        if (text.codePoints().allMatch(c -> isHarmless(c, keepsLineFeeds))) {
            return text;
        }
        var escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (isHarmless(c, keepsLineFeeds)) {
                escaped.appendCodePoint(c);
            } else {
                escaped.append(String.format(Locale.ROOT, "\\u%04x", c));
            }
        });
        return escaped.toString();
    }

    private static boolean isHarmless(int codePoint, boolean keepsLineFeeds) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL -> codePoint == '\t' || (keepsLineFeeds && codePoint == '\n');
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE -> false;
            case Character.FORMAT -> !isBidirectionalControl(codePoint);
            default -> true;
        };
    }

    private static boolean isBidirectionalControl(int codePoint) {
        return switch (Character.getDirectionality(codePoint)) {
            case Character.DIRECTIONALITY_LEFT_TO_RIGHT_EMBEDDING,
                    Character.DIRECTIONALITY_LEFT_TO_RIGHT_OVERRIDE,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_EMBEDDING,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_OVERRIDE,
                    Character.DIRECTIONALITY_POP_DIRECTIONAL_FORMAT,
                    Character.DIRECTIONALITY_LEFT_TO_RIGHT_ISOLATE,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_ISOLATE,
                    Character.DIRECTIONALITY_FIRST_STRONG_ISOLATE,
                    Character.DIRECTIONALITY_POP_DIRECTIONAL_ISOLATE -> true;
            default -> codePoint == 0x061C || codePoint == 0x200E || codePoint == 0x200F;
        };
    }
}
