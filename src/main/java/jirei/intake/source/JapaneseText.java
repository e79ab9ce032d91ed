package jirei.intake.source;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jirei.cases.VisibleText;

/** Typographic rules of Japanese text: joining of lines, ends of sentences, width. Stateless. */
public final class JapaneseText {
    private static final char FULL_WIDTH_SPACE = '\u3000';
    private static final Pattern SENTENCE_END = Pattern.compile(".*[。！？!?．]\\s*[」』）)”\"]*", Pattern.DOTALL);
    /** Characters that cannot start a line (行頭禁則); a line that starts with one continues the line before. */
    private static final String NOT_AT_LINE_START = "をんぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮー々ゝ、。，．！？」』）］｝】〉》";

    private static final Pattern SPACES = Pattern.compile("[\\s\u3000\u00A0]+");
    private static final Pattern CAPITALS = Pattern.compile("(?<![A-Z])([A-Z]) ([A-Z]+)(?![A-Za-z])");
    private static final Pattern ITEM =
            Pattern.compile("[・※●○◎■□◆◇▪•〈].*|[0-9０-９]{1,2}[.．][^0-9０-９].*", Pattern.DOTALL);

    private JapaneseText() {}

    /** Removes leading and trailing spaces and the spaces that typesetting leaves next to full-width characters. */
    public static String trimSpaces(String text) {
        StringBuilder tidy = new StringBuilder();
        boolean afterSpace = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != FULL_WIDTH_SPACE && isSpace(c)) {
                afterSpace = true;
                continue;
            }
            if (afterSpace && !tidy.isEmpty() && isNarrow(c) && isNarrow(tidy.charAt(tidy.length() - 1))) {
                tidy.append(' ');
            }
            afterSpace = false;
            tidy.append(c);
        }
        return strip(tidy.toString());
    }

    /** Joins the lines of a wrapped paragraph, with a space between Latin words only. */
    public static String join(List<String> lines) {
        return join(lines.stream().map(JapaneseText::trimSpaces));
    }

    /** Joins lines as {@link #join(List)} does, but keeps the spaces inside them, each run as a single space. */
    public static String joinKeepingSpaces(List<String> lines) {
        return join(lines.stream().map(line -> SPACES.matcher(strip(line)).replaceAll(JapaneseText::singleSpace)));
    }

    private static String join(Stream<String> lines) {
        StringBuilder joined = new StringBuilder();
        lines.forEach(line -> {
            if (!joined.isEmpty()
                    && !line.isEmpty()
                    && isLatin(joined.charAt(joined.length() - 1))
                    && isLatin(line.charAt(0))) {
                joined.append(' ');
            }
            joined.append(line);
        });
        return joined.toString();
    }

    private static String singleSpace(MatchResult spaces) {
        return spaces.group().indexOf(FULL_WIDTH_SPACE) >= 0 ? String.valueOf(FULL_WIDTH_SPACE) : " ";
    }

    /**
     * Removes the space inside an abbreviation, as in {@code I CT}, if it occurs without the space in the document.
     *
     * @param text the text to be corrected
     * @param document the text of the whole document
     */
    public static String closeAbbreviations(String text, String document) {
        return CAPITALS.matcher(text)
                .replaceAll(found -> document.contains(found.group(1) + found.group(2))
                        ? found.group(1) + found.group(2)
                        : found.group());
    }

    /** Returns {@code text} NFKC-normalized and without spaces and commas, for comparison. */
    public static String comparisonKey(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s\u3000、。,.]+", "");
    }

    /** Returns the width of {@code text} in full-width characters; Latin letters and digits count one half. */
    public static double width(String text) {
        return trimSpaces(text)
                .chars()
                .mapToDouble(c -> isNarrow((char) c) ? 0.5 : 1)
                .sum();
    }

    /** Returns whether {@code text} ends with the punctuation of a sentence. */
    public static boolean endsSentence(String text) {
        return SENTENCE_END.matcher(strip(text)).matches();
    }

    /** Returns whether {@code text} must be the continuation of the line before. */
    public static boolean cannotStartLine(String text) {
        String stripped = strip(text);
        return !stripped.isEmpty() && NOT_AT_LINE_START.indexOf(stripped.charAt(0)) >= 0;
    }

    /** Returns whether {@code text} starts like a list item or a note, which never continues a sentence. */
    public static boolean startsItem(String text) {
        return ITEM.matcher(strip(text)).matches();
    }

    /** Strips {@code text} as {@link VisibleText#strip} does: the result of blank text is empty. */
    public static String strip(String text) {
        return VisibleText.strip(text);
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean isLatin(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    /** Returns whether {@code c} is Latin or half-width katakana; from U+2000 on other characters are full-width. */
    private static boolean isNarrow(char c) {
        return c < '\u2000' || (c >= '\uFF61' && c <= '\uFF9F');
    }
}
