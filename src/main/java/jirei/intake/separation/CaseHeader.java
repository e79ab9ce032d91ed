package jirei.intake.separation;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jirei.intake.headings.Numeral;
import jirei.intake.source.JapaneseText;

/**
 * A line such as 事例1, 【事例①】, 第2事例, Case #3 or No.4, with the title behind it. Immutable.
 *
 * @param word the word, the same in all headers of a document
 * @param isCertain whether the word means a case, and not also a part of one
 * @param number the number, from 0
 * @param title the title; may be empty
 */
record CaseHeader(String word, boolean isCertain, int number, String title) {
    private static final int MAX_LENGTH = 160;
    private static final String SPACE = "[\\s\u3000]";
    private static final String OPENING = "[【\\[〔＜〈<(（《「■◆●○□◇▼★☆◎\\s\u3000]{0,4}+";
    private static final String CLOSING = "[】\\]〕＞〉>)）》」]{0,2}+";
    private static final String CASE =
            "(?i:[^\\s0-9０-９。、・]{0,8}?(?:事例(?:紹介|報告|発表|その)?|ケース(?!ワーカー|カンファ)(?:その)?|ケーススタディ|case(?:[\\s\u3000]?study)?))";
    private static final String PART = "(?i:[^\\s0-9０-９。、・]{0,6}?(?:取組み?|取り組み|実践例?|活動例?|好例|モデル|レポート|報告|例|その)|no\\.?|№)";
    /** A number that is no quantity: other numerals than digits need a sign behind them. */
    private static final String NUMBER = "(?:([0-9０-９]{1,3})(?![0-9０-９%％年月日人件つのでがにを割名社か箇])"
            + "|([①-⑳Ⅰ-Ⅻ])|([一二三四五六七八九十]{1,3}|[A-ZＡ-Ｚ])(?=$|[\\s\u3000:：.．、】\\]〕＞〉>)）》」]|[-－―‐]))";

    private static final String SUBNUMBER = "(?:[-－‐―][0-9０-９]{1,2}(?![0-9０-９]))?";
    private static final String SEPARATOR = "[\\s\u3000:：.．、―－‐/／|｜-]{0,4}+";
    private static final Pattern CLOSING_BEHIND_TITLE = Pattern.compile("([^【】\\[\\]〔〕]*)[】\\]〕](.*)");
    private static final Pattern WORD_FIRST = Pattern.compile(OPENING + "(?:(" + CASE + ")|(" + PART + "))"
            + SPACE + "{0,2}+(?:(?i:no\\.?)|№|[-－‐#＃・.．])?" + SPACE + "{0,2}+[(（]?" + NUMBER + SUBNUMBER
            + CLOSING + SEPARATOR + "(.*)");
    private static final Pattern NUMBER_FIRST = Pattern.compile(OPENING + "(第)" + SPACE + "?"
            + "([0-9０-９]{1,3}|[一二三四五六七八九十]{1,3})(?:の)?((?:取組)?事例|ケース|例)(?![一-龯ぁ-ん])" + CLOSING + SEPARATOR + "(.*)");

    /** Returns the header in {@code line}; empty if it is none. */
    static Optional<CaseHeader> of(String line) {
        if (line.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        Matcher word = WORD_FIRST.matcher(line);
        if (word.matches()) {
            boolean isCertain = word.group(1) != null;
            String name = isCertain ? word.group(1) : word.group(2);
            String numeral =
                    word.group(3) != null ? word.group(3) : word.group(4) != null ? word.group(4) : word.group(5);
            return Optional.of(new CaseHeader(key(name), isCertain, Numeral.value(numeral), title(word.group(6))));
        }
        Matcher number = NUMBER_FIRST.matcher(line);
        if (number.matches()) {
            boolean isCertain = !number.group(3).equals("例");
            String name = number.group(1) + number.group(3);
            return Optional.of(
                    new CaseHeader(key(name), isCertain, Numeral.value(number.group(2)), title(number.group(4))));
        }
        return Optional.empty();
    }

    private static String key(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /** Returns the title without a bracket that was opened before the number. */
    private static String title(String rest) {
        Matcher closing = CLOSING_BEHIND_TITLE.matcher(rest);
        return JapaneseText.strip(closing.matches() ? closing.group(1) + "\u3000" + closing.group(2) : rest);
    }
}
