package jirei.query;

import java.text.Normalizer;

/**
 * Translates a query text into the syntax of Lucene's parser: full-width operators become half-width ones, and every
 * other character that has a meaning in that syntax is escaped.
 */
final class QuerySyntaxNormalizer {
    private static final String QUOTES = "\"＂“”„‟";
    private static final String MINUSES = "-－−‐‑–";
    private static final String RESERVED = "+-!():^@<>=[]\"{}~\\/|&*?";

    private final String typed;
    private final StringBuilder normalized = new StringBuilder();
    private final StringBuilder word = new StringBuilder();
    private boolean quoted;
    private boolean afterField;

    private QuerySyntaxNormalizer(String typed) {
        this.typed = typed;
    }

    /** Translates {@code typed}. */
    static String normalize(String typed) {
        var normalizer = new QuerySyntaxNormalizer(typed);
        for (int i = 0; i < typed.length(); i++) {
            normalizer.add(i);
        }
        normalizer.endWord();
        return normalizer.normalized.toString();
    }

    /** Returns whether {@code c} separates words: white space, parentheses, quotation marks or a bar. */
    static boolean isSeparator(char c) {
        return isSpace(c) || isOpening(c) || isClosing(c) || QUOTES.indexOf(c) >= 0 || isBar(c);
    }

    /** Returns whether {@code c} negates the following word. */
    static boolean isMinus(char c) {
        return MINUSES.indexOf(c) >= 0;
    }

    /** Returns {@code word} in half width, e.g. OR for ＯＲ. */
    static String halfWidth(CharSequence word) {
        return Normalizer.normalize(word, Normalizer.Form.NFKC);
    }

    private void add(int index) {
        char c = typed.charAt(index);
        if (QUOTES.indexOf(c) >= 0) {
            endWord();
            normalized.append('"');
            quoted = !quoted;
        } else if (quoted) {
            escape(normalized, c);
        } else if (isSpace(c)) {
            endWord();
            normalized.append(' ');
        } else if (isOpening(c) || isClosing(c)) {
            endWord();
            normalized.append(isOpening(c) ? '(' : ')');
        } else if (isBar(c)) {
            endWord();
            normalized.append(" OR ");
        } else if (word.isEmpty() && isMinus(c) && !afterField && startsWord(index + 1)) {
            normalized.append('-');
        } else if ((c == ':' || c == '：') && isFieldName(halfWidth(word)) && startsWord(index + 1)) {
            normalized.append(halfWidth(word)).append(':');
            word.setLength(0);
            afterField = true;
        } else {
            word.append(c);
        }
    }

    private boolean startsWord(int index) {
        return index < typed.length()
                && !isSpace(typed.charAt(index))
                && !isClosing(typed.charAt(index))
                && !isBar(typed.charAt(index));
    }

    private void endWord() {
        String halfWidth = halfWidth(word);
        if (!afterField && (halfWidth.equals("AND") || halfWidth.equals("OR") || halfWidth.equals("NOT"))) {
            normalized.append(halfWidth);
        } else {
            word.chars().forEach(c -> escape(normalized, (char) c));
        }
        word.setLength(0);
        afterField = false;
    }

    private static void escape(StringBuilder to, char c) {
        if (RESERVED.indexOf(c) >= 0) {
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
