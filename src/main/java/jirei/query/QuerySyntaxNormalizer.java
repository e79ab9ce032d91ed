package jirei.query;

import java.text.Normalizer;

/**
 * Turns what was typed into the syntax of the parser: operators of either width become the parser's own, and every other
 * character that means something to it is escaped.
 */
final class QuerySyntaxNormalizer {
    private static final String QUOTES = "\"＂“”„‟";
    private static final String MINUSES = "-－−‐‑–";
    private static final String SYNTAX = "+-!():^@<>=[]\"{}~\\/|&*?";

    private final String typed;
    private final StringBuilder folded = new StringBuilder();
    private final StringBuilder word = new StringBuilder();
    private boolean quoted;
    private boolean afterField;

    private QuerySyntaxNormalizer(String typed) {
        this.typed = typed;
    }

    /** The parser's form of {@code typed}. */
    static String fold(String typed) {
        var folding = new QuerySyntaxNormalizer(typed);
        for (int i = 0; i < typed.length(); i++) {
            folding.take(i);
        }
        folding.endWord();
        return folding.folded.toString();
    }

    /** Whether {@code c} parts words: white space of either width, brackets and quotes. */
    static boolean isSeparator(char c) {
        return isSpace(c) || isOpening(c) || isClosing(c) || QUOTES.indexOf(c) >= 0 || isBar(c);
    }

    /** Whether {@code c} excludes the word in front of which it stands. */
    static boolean isMinus(char c) {
        return MINUSES.indexOf(c) >= 0;
    }

    /** {@code word} in half width: ＯＲ is OR. */
    static String halfWidth(CharSequence word) {
        return Normalizer.normalize(word, Normalizer.Form.NFKC);
    }

    private void take(int at) {
        char c = typed.charAt(at);
        if (QUOTES.indexOf(c) >= 0) {
            endWord();
            folded.append('"');
            quoted = !quoted;
        } else if (quoted) {
            escape(folded, c);
        } else if (isSpace(c)) {
            endWord();
            folded.append(' ');
        } else if (isOpening(c) || isClosing(c)) {
            endWord();
            folded.append(isOpening(c) ? '(' : ')');
        } else if (isBar(c)) {
            endWord();
            folded.append(" OR ");
        } else if (word.isEmpty() && isMinus(c) && !afterField && startsWord(at + 1)) {
            folded.append('-');
        } else if ((c == ':' || c == '：') && isFieldName(halfWidth(word)) && startsWord(at + 1)) {
            folded.append(halfWidth(word)).append(':');
            word.setLength(0);
            afterField = true;
        } else {
            word.append(c);
        }
    }

    private boolean startsWord(int at) {
        return at < typed.length()
                && !isSpace(typed.charAt(at))
                && !isClosing(typed.charAt(at))
                && !isBar(typed.charAt(at));
    }

    private void endWord() {
        String halfWidth = halfWidth(word);
        if (!afterField && (halfWidth.equals("AND") || halfWidth.equals("OR") || halfWidth.equals("NOT"))) {
            folded.append(halfWidth);
        } else {
            word.chars().forEach(c -> escape(folded, (char) c));
        }
        word.setLength(0);
        afterField = false;
    }

    private static void escape(StringBuilder to, char c) {
        if (SYNTAX.indexOf(c) >= 0) {
            to.append('\\');
        }
        to.append(c);
    }

    private static boolean isFieldName(String word) {
        return QueryField.named(word).isPresent() || Facet.named(word).isPresent();
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
    }

    private static boolean isOpening(char c) {
        return c == '(' || c == '（';
    }

    private static boolean isClosing(char c) {
        return c == ')' || c == '）';
    }

    private static boolean isBar(char c) {
        return c == '|' || c == '｜';
    }
}
