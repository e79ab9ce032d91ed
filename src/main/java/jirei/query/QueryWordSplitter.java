package jirei.query;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jirei.query.QueryToken.Kind;

/**
 * Splits text without spaces into words, at the signs between them, and drops the signs at their edges. Signs that belong
 * to a word are kept: Q&amp;A, 10:30, 38.2%, プライマリ・ケア. Stateless.
 */
final class QueryWordSplitter {
    /** The remains of another query syntax after a word: a distance or a boost. Not 10~20 and not m^2. */
    private static final Pattern SUFFIX =
            Pattern.compile("(?:(?<=\\p{L})~|(?<=\\p{L}{3}|[\\p{L}&&[^\\p{ASCII}]])[\\^＾])[0-9]*(?:\\.[0-9]+)?$");

    private static final Pattern SINGLE_LATIN_LETTER = Pattern.compile("[A-Za-zＡ-Ｚａ-ｚ]");
    /** A particle after a noun, as in 寄合を開き、暦を配る, or the end of a question. Not 霞が関. */
    private static final Pattern CLAUSE =
            Pattern.compile("[^ぁ-ゖ](?:[はをにで]|が(?![岳崎浜丘関原島谷池沼野台峰]))|の(?:は|が|うち)" + "|[ぁ-ゖ](?:か|なの|たの|るの)[。.．?？]*$");
    /** Signs that belong to a single letter before them, as in Q: and C++. */
    private static final String LETTER_SIGNS = ":：+＋#＃";

    private final String typed;

    QueryWordSplitter(String typed) {
        this.typed = typed;
    }

    /**
     * Returns the words of {@code typed} between two offsets, or the sign if there is no word; none for mere syntax. A
     * sentence is one word, which the analysis splits.
     */
    List<QueryToken> split(int from, int to) {
        List<QueryToken> words = new ArrayList<>();
        int start = from;
        boolean isSentence = CLAUSE.matcher(typed).region(from, to).find();
        for (int i = from; i < to && !isSentence; i++) {
            int end = separatorEnd(i, from, to);
            if (end > i) {
                word(start, typed.startsWith("++", i) && i == start + 1 ? i + 2 : i, words);
                start = end;
                i = end - 1;
            }
        }
        word(start, to, words);
        boolean isSign = !typed.substring(from, to).codePoints().allMatch(QueryCharacters::isSyntax);
        if (words.isEmpty() && isSign) {
            words.add(new QueryToken(Kind.SIGN, typed.substring(from, to), from, to, false));
        }
        return words;
    }

    /** Returns the end of the separating signs at {@code index}, which are between two words; {@code index} if none are. */
    private int separatorEnd(int index, int from, int to) {
        int end = index;
        while (end < to && QueryCharacters.maySeparate(typed.charAt(end))) {
            end++;
        }
        if (index == from || end == index || end == to) {
            return index;
        }
        int before = typed.codePointBefore(index);
        boolean isOneSign = end == index + 1;
        boolean separates =
                !isOneSign || QueryCharacters.isSeparator(typed.charAt(index), before, typed.codePointAt(end));
        return separates ? end : index;
    }

    private void word(int from, int to, List<QueryToken> words) {
        int start = from;
        int end = to;
        while (start < end && isDroppedAtStart(start, end)) {
            start += Character.charCount(typed.codePointAt(start));
        }
        while (start < end && isDroppedAtEnd(start, end)) {
            end -= Character.charCount(typed.codePointBefore(end));
        }
        Matcher suffix = SUFFIX.matcher(typed).region(start, end);
        if (suffix.find()) {
            end = suffix.start();
        }
        String text = typed.substring(start, end);
        if (QueryCharacters.isWord(text)) {
            boolean isPrefix = end < typed.length() && QueryCharacters.isStar(typed.charAt(end)) && isWholePrefix(end);
            words.add(new QueryToken(isPrefix ? Kind.PREFIX : Kind.WORD, text, start, end, false));
        }
    }

    /** Whether no word follows the star at {@code index}. */
    private boolean isWholePrefix(int index) {
        int end = index;
        while (end < typed.length() && QueryCharacters.isStar(typed.charAt(end))) {
            end++;
        }
        return end == typed.length()
                || QueryCharacters.isEdge(typed.codePointAt(end))
                || QueryCharacters.isBoundary(typed.codePointAt(end));
    }

    private boolean isDroppedAtStart(int start, int end) {
        int c = typed.codePointAt(start);
        int after = start + Character.charCount(c);
        if (QueryCharacters.isShape(c)) {
            // ○印 is a word
            return typed.codePointCount(after, end) != 1;
        }
        boolean isNumberSign =
                (c == '#' || c == '＃' || c == '§') && after < end && Character.isDigit(typed.codePointAt(after));
        return QueryCharacters.isEdge(c) && !isNumberSign;
    }

    private boolean isDroppedAtEnd(int start, int end) {
        int c = typed.codePointBefore(end);
        int last = end - Character.charCount(c);
        if (QueryCharacters.isVariationSelector(c)) {
            return false;
        }
        boolean isPercent = "%％‰".indexOf(c) >= 0 && last > start && Character.isDigit(typed.codePointBefore(last));
        return QueryCharacters.isEdge(c) && !isPercent && !isLetterSign(start, end);
    }

    private boolean isLetterSign(int start, int end) {
        return SINGLE_LATIN_LETTER.matcher(typed.substring(start, start + 1)).matches()
                && typed.substring(start + 1, end).chars().allMatch(c -> LETTER_SIGNS.indexOf(c) >= 0);
    }
}
