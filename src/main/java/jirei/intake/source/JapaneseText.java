package jirei.intake.source;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What holds for Japanese text wherever it stands: where lines join, where sentences end, how wide it is set. */
public final class JapaneseText {
    private static final char FULL_WIDTH_BLANK = '\u3000';
    private static final Pattern SENTENCE_END = Pattern.compile(".*[。！？!?．]\\s*[」』）)”\"]*", Pattern.DOTALL);
    /** What no line may begin with (行頭禁則), so what begins with it goes on from the line before. */
    private static final String NEVER_FIRST = "をんぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮー々ゝ、。，．！？」』）］｝】〉》";

    private static final Pattern BLANKS = Pattern.compile("[\\s\u3000\u00A0]+");
    private static final Pattern CAPITALS = Pattern.compile("(?<![A-Z])([A-Z]) ([A-Z]+)(?![A-Za-z])");
    private static final Pattern ITEM =
            Pattern.compile("[・※●○◎■□◆◇▪•〈].*|[0-9０-９]{1,2}[.．][^0-9０-９].*", Pattern.DOTALL);

    private JapaneseText() {}

    /** The text without the blanks that typesetting left beside full-width characters and without blanks around it. */
    public static String tidy(String text) {
        StringBuilder tidy = new StringBuilder();
        boolean blankBefore = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != FULL_WIDTH_BLANK && isBlank(c)) {
                blankBefore = true;
                continue;
            }
            if (blankBefore && !tidy.isEmpty() && isNarrow(c) && isNarrow(tidy.charAt(tidy.length() - 1))) {
                tidy.append(' ');
            }
            blankBefore = false;
            tidy.append(c);
        }
        return strip(tidy.toString());
    }

    /** Lines that were one before they were cut at the column's edge. */
    public static String join(List<String> lines) {
        StringBuilder joined = new StringBuilder();
        for (String line : lines) {
            String piece = tidy(line);
            if (!joined.isEmpty() && !piece.isEmpty() && endsInWord(joined) && isLatin(piece.charAt(0))) {
                joined.append(' ');
            }
            joined.append(piece);
        }
        return joined.toString();
    }

    /** Lines that were one, joined as {@link #join} does, but with the blanks inside them that an author typed, one at a time. */
    public static String flow(List<String> lines) {
        StringBuilder joined = new StringBuilder();
        for (String line : lines) {
            String piece = BLANKS.matcher(strip(line)).replaceAll(JapaneseText::oneBlank);
            boolean parts = !joined.isEmpty() && !piece.isEmpty() && endsInWord(joined) && isLatin(piece.charAt(0));
            joined.append(parts ? " " : "").append(piece);
        }
        return joined.toString();
    }

    private static String oneBlank(MatchResult blanks) {
        return blanks.group().indexOf(FULL_WIDTH_BLANK) >= 0 ? String.valueOf(FULL_WIDTH_BLANK) : " ";
    }

    /**
     * Closes the blank that stands inside an abbreviation, as in {@code I CT}, where the document elsewhere writes it without.
     *
     * @param document the whole text the words of which are known
     */
    public static String closeAbbreviations(String text, String document) {
        return CAPITALS.matcher(text)
                .replaceAll(found -> document.contains(found.group(1) + found.group(2))
                        ? found.group(1) + found.group(2)
                        : found.group());
    }

    /** The characters alone, of one width: what two spellings of a heading have in common. */
    public static String bare(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s\u3000、。,.]+", "");
    }

    /** How many full-width characters wide the text is set; Latin letters and digits count half. */
    public static double width(String text) {
        return tidy(text).chars().mapToDouble(c -> isNarrow((char) c) ? 0.5 : 1).sum();
    }

    public static boolean endsSentence(String text) {
        return SENTENCE_END.matcher(strip(text)).matches();
    }

    /** Whether {@code text} can only go on from what stands before it. */
    public static boolean cannotBegin(String text) {
        String stripped = strip(text);
        return !stripped.isEmpty() && NEVER_FIRST.indexOf(stripped.charAt(0)) >= 0;
    }

    /** Whether {@code text} begins as an item of a list or a note, which never goes on from an unfinished sentence. */
    public static boolean beginsItem(String text) {
        return ITEM.matcher(strip(text)).matches();
    }

    public static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean endsInWord(CharSequence text) {
        return isLatin(text.charAt(text.length() - 1));
    }

    private static boolean isLatin(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    /** Latin and half-width katakana; everything from the general punctuation on is set as wide as a kanji. */
    private static boolean isNarrow(char c) {
        return c < '\u2000' || (c >= '\uFF61' && c <= '\uFF9F');
    }
}
