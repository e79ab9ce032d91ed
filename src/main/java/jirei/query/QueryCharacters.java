package jirei.query;

import java.text.Normalizer;
import java.util.Locale;
import jirei.cases.VisibleText;

/** The classes of characters of the query syntax, in half width and full width. Stateless. */
final class QueryCharacters {
    private static final String DOUBLE_QUOTES = "\"＂“”„‟〝〞〟«»";
    private static final String ENCLOSING_OPENINGS = "「『｢'‘＇‹";
    private static final String ENCLOSING_CLOSINGS = "」』｣'’＇›";
    private static final String SEPARATING_BRACKETS = "[]［］{}｛｝<>＜＞〈〉《》【】〔〕〖〗";
    private static final String DASHES = "-－−‐‑‒–—―─━﹣﹘⁃ーｰ";
    private static final String LONG_VOWELS = "ーｰ";
    private static final String BARS = "|｜¦";
    private static final String STARS = "*＊";
    /** Between two words even without a space. */
    private static final String SEPARATORS = "。｡;；?？!！…‥※→⇒←⇔⇨➡•" + STARS;
    /** Between two words, but part of a word between Latin letters or digits, as in Q&amp;A and 10:30. */
    private static final String JOINERS = "/／\\＼+＋&＆=＝:：@＠#＃.．";
    /** Between two words, but part of a number between digits, as in 1,234. */
    private static final String COMMAS = ",，、､";
    /** Signs besides Unicode punctuation that are dropped at the edges of a word. */
    private static final String EDGE_SYMBOLS = "+＋|｜¦^＾~～〜∼`｀=＝<>＜＞→⇒←⇔⇨➡★☆´¨";

    private QueryCharacters() {}

    /** Returns {@code text} in half width and lower case without invisible characters, e.g. or for ＯＲ. */
    static String folded(CharSequence text) {
        var visible = new StringBuilder();
        text.codePoints().filter(c -> !VisibleText.isBlank(c)).forEach(visible::appendCodePoint);
        return Normalizer.normalize(visible, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** Whether {@code c} is invisible and takes no space, such as a zero width space. */
    static boolean isInvisible(int c) {
        return VisibleText.isBlank(c) && !isSpace(c);
    }

    static boolean isVariationSelector(int c) {
        return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
    }

    static boolean isDoubleQuote(int c) {
        return DOUBLE_QUOTES.indexOf(c) >= 0;
    }

    /** Returns the closing quotation mark for an opening one that must enclose whole words, e.g. 」 for 「; else -1. */
    static int enclosingEnd(int c) {
        int index = ENCLOSING_OPENINGS.indexOf(c);
        return index < 0 ? -1 : ENCLOSING_CLOSINGS.charAt(index);
    }

    static boolean isOpening(int c) {
        return c == '(' || c == '（';
    }

    static boolean isClosing(int c) {
        return c == ')' || c == '）';
    }

    static boolean isSeparatingBracket(int c) {
        return SEPARATING_BRACKETS.indexOf(c) >= 0;
    }

    /** Whether {@code c} excludes what follows it: a dash of any kind, or an exclamation mark. */
    static boolean isExclusion(int c) {
        return DASHES.indexOf(c) >= 0 || c == '!' || c == '！';
    }

    static boolean isBar(int c) {
        return BARS.indexOf(c) >= 0;
    }

    static boolean isStar(int c) {
        return STARS.indexOf(c) >= 0;
    }

    static boolean isColon(int c) {
        return c == ':' || c == '：';
    }

    /** Whether {@code c} ends a word in any context. */
    static boolean isBoundary(int c) {
        return isSpace(c) || isDoubleQuote(c) || isOpening(c) || isClosing(c) || isBar(c) || isSeparatingBracket(c);
    }

    /** Whether {@code c} between {@code before} and {@code after} separates two words. */
    static boolean isSeparator(int c, int before, int after) {
        if (COMMAS.indexOf(c) >= 0) {
            return !(Character.isDigit(before) && Character.isDigit(after));
        }
        if (JOINERS.indexOf(c) >= 0) {
            return !(isLatinOrDigit(before) && isLatinOrDigit(after));
        }
        return SEPARATORS.indexOf(c) >= 0;
    }

    /** Whether {@code c} may separate two words. */
    static boolean maySeparate(int c) {
        return COMMAS.indexOf(c) >= 0 || JOINERS.indexOf(c) >= 0 || SEPARATORS.indexOf(c) >= 0;
    }

    private static boolean isLatinOrDigit(int c) {
        return Character.isDigit(c) || Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN;
    }

    /** Whether {@code c} is dropped at the edges of a word: punctuation, bullets, list numbers, invisible characters. */
    static boolean isEdge(int c) {
        boolean isPunctuation =
                switch (Character.getType(c)) {
                    case Character.CONNECTOR_PUNCTUATION,
                            Character.DASH_PUNCTUATION,
                            Character.START_PUNCTUATION,
                            Character.END_PUNCTUATION,
                            Character.INITIAL_QUOTE_PUNCTUATION,
                            Character.FINAL_QUOTE_PUNCTUATION,
                            Character.OTHER_PUNCTUATION -> true;
                    default -> false;
                };
        return isPunctuation
                || isSpace(c)
                || isInvisible(c)
                || EDGE_SYMBOLS.indexOf(c) >= 0
                || (DASHES.indexOf(c) >= 0 && LONG_VOWELS.indexOf(c) < 0)
                || isShape(c)
                || isListNumber(c);
    }

    /** Whether {@code c} is a geometric shape or a pictograph, as at the start of a list item. */
    static boolean isShape(int c) {
        return c >= 0x25A0 && c <= 0x2613;
    }

    private static boolean isListNumber(int c) {
        return c >= 0x2460 && c <= 0x24FF;
    }

    /** Whether {@code c} only serves the syntax, so that alone it is not searched for. */
    static boolean isSyntax(int c) {
        return isBoundary(c)
                || isInvisible(c)
                || isExclusion(c)
                || isStar(c)
                || COMMAS.indexOf(c) >= 0
                || (JOINERS.indexOf(c) >= 0 && "@＠#＃".indexOf(c) < 0)
                || "。｡;；?？・･「」『』｢｣'‘’＇‹›".indexOf(c) >= 0;
    }

    /** Whether {@code text} has a letter, a digit or an emoji, so that it is a word and not a sign. */
    static boolean isWord(String text) {
        return text.codePoints()
                .anyMatch(c -> Character.isLetterOrDigit(c) || (c > 0xFF && Character.isEmoji(c) && !isEdge(c)));
    }
}
