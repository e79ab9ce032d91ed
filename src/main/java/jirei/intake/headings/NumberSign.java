package jirei.intake.headings;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jirei.intake.source.JapaneseText;

/**
 * The number or symbol at the start of a line. Immutable.
 *
 * @param shape how the number is written
 * @param number the number, from 1; 0 for a symbol
 * @param rest the line without the number
 */
public record NumberSign(Shape shape, int number, String rest) {
    /** What joins the numbers of a chapter and its section, as in 1-2. */
    private static final String JOINT = "[-－‐‑–—―−ー.．]";

    private static final String SPACE = "[\\s\u3000]";
    private static final String DIGITS = "([0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})";

    /** The ways to number headings, from the highest level to the lowest. Immutable. */
    public enum Shape {
        CHAPTER(1, "第?" + DIGITS + "[章編部](?![一-龯]).*"),
        SECTION(2, "第" + DIGITS + "[節項].*"),
        ORDINAL(
                2,
                "第" + DIGITS + "(?:" + SPACE + "|[、.．:：]|(?=[\\p{IsHan}\\p{IsKatakana}\\p{IsHiragana}])"
                        + "(?!回|期|次|号|位|線|者|人|版|弾|世代|条|種|級|段|セクター|四半期|に|の|は|が)).*"),
        ROMAN(2, "([Ⅰ-Ⅻ])[.．、:：\\s\u3000]?.*"),
        DECIMAL(3, "([0-9０-９]{1,2})(?:[.．、](?![0-9０-９])|" + SPACE + ").*"),
        KANJI(3, "([一二三四五六七八九十]{1,3})(?:[、.．]|" + SPACE + ").*"),
        /** A number right before the first word, as text extraction may leave it. */
        JOINED(3, "([0-9０-９]{1,2})[\\p{IsHan}\\p{IsKatakana}\\p{IsHiragana}].*"),
        MARK(3, "()[■◆□◇▼▽★☆].*"),
        BRACKETS(3, "()【[^】]{1,40}】"),
        COMPOUND(4, "(?:[0-9０-９]{1,2}" + JOINT + "){1,3}([0-9０-９]{1,2})(?:[.．]|" + SPACE + "|(?=[^0-9０-９%％\\-－.．])).*"),
        PARENTHESES(5, "[(（]" + DIGITS + "[)）].*|[⑴-⒇].*"),
        HALF_PARENTHESES(6, "([0-9０-９]{1,2})[)）].*"),
        CIRCLED(6, "([①-⑳]).*"),
        KANA(7, "([ア-コ])(?:[.．、)）]|" + SPACE + ").*"),
        LETTER(7, "([A-Ha-hＡ-Ｈａ-ｈ])(?:[.．、)）]|" + SPACE + ").*"),
        KANA_PARENTHESES(8, "[(（]([ア-コA-Ha-hＡ-Ｈａ-ｈ])[)）].*");

        private final int level;
        private final Pattern pattern;

        Shape(int level, String pattern) {
            this.level = level;
            this.pattern = Pattern.compile(pattern);
        }

        /** Returns the usual level of such headings, from 1. */
        public int level() {
            return level;
        }

        /** Returns whether the sign has a number. */
        public boolean isNumbered() {
            return this != MARK && this != BRACKETS;
        }
    }

    private static final Pattern LEADING = Pattern.compile(
            "^(?:第?[0-9０-９一二三四五六七八九十]{1,3}[章編部節項](?![一-龯])|第?[0-9０-９一二三四五六七八九十]{1,3}(?:[-－‐‑–—―−ー.．][0-9０-９]{1,2})*+(?:[.．、)）]|[\\s\u3000])|[0-9０-９]{1,2}(?=[^0-9０-９])|[(（][0-9０-９一二三四五六七八九十ア-コA-Ha-h]{1,3}[)）]|[①-⑳⑴-⒇Ⅰ-Ⅻ][.．]?|[ア-コA-HＡ-Ｈ](?:[.．、)）]|[\\s\u3000])|[■◆□◇▼▽★☆])[\\s\u3000]*+");
    /** Units that make a leading number a quantity. */
    private static final Pattern QUANTITY = Pattern.compile(
            "[0-9０-９]{1,4}(?:人|名|か|カ|ヶ|ヵ|箇|年|月|日|時|分|件|つ|割|倍|回|歳|代|万|千|百|億|円|週|名|市|町|村|区|県|床|台|台|世帯|階|位|番|号|条|％|%).*");

    /** Returns the sign of {@code line}; empty if it has none. */
    public static Optional<NumberSign> of(String line) {
        String text = JapaneseText.strip(line);
        if (text.length() > 200) {
            return Optional.empty();
        }
        for (Shape shape : Shape.values()) {
            Matcher matcher = shape.pattern.matcher(text);
            if (matcher.matches()
                    && !(shape == Shape.JOINED && QUANTITY.matcher(text).matches())) {
                String numeral =
                        matcher.group(1) == null ? text.substring(0, 1).replaceAll("[()]", "") : matcher.group(1);
                int number = shape.isNumbered() ? Numeral.value(numeral) : 0;
                return Optional.of(
                        new NumberSign(shape, number, LEADING.matcher(text).replaceFirst("")));
            }
        }
        return Optional.empty();
    }
}
