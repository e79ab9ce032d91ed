package jirei.intake.source;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number or symbol by which a heading is recognized in text without font sizes. Immutable.
 *
 * @param level the usual level of such headings, from 1
 * @param shape the index of the pattern; consecutive lines with the same one are a list
 */
public record HeadingSign(int level, int shape) {
    private static final String NUMBER = "[0-9０-９一二三四五六七八九十]{1,3}";
    private static final Pattern[] SHAPES = {
        Pattern.compile("第?" + NUMBER + "[章編部](?:[\\s\u3000:：.．].*|)|第" + NUMBER + "[章編部].*"),
        Pattern.compile("[【\\[〔＜〈<]?\\s*(?:[^\\s。、]{0,6}事例|CASE|Case|ケース)\\s*(?:No\\.?|[-－#＃]|その)?\\s*"
                + "[（(]?(?:[0-9０-９]{1,3}.*|[①-⑳].*|[一二三四五六七八九十]{1,2}(?:[\\s\u3000:：】].*|))"),
        Pattern.compile("第" + NUMBER + "(?:[節項].*|[\\s\u3000、.．:：].*)|[Ⅰ-Ⅻ][.．\\s\u3000].*"),
        Pattern.compile("[0-9０-９]{1,2}(?:[.．](?![0-9０-９])|[\\s\u3000]).*|" + "[一二三四五六七八九十]{1,2}[、.．\u3000].*"),
        Pattern.compile("[■◆□◇▼▽★☆].*"),
        Pattern.compile("【[^】]{1,40}】"),
        Pattern.compile("[0-9０-９]{1,2}(?:[-－‐‑–—―−ー.．][0-9０-９]{1,2}){1,3}[.．]?[\\s\u3000]?[^0-9０-９%％].*"),
        Pattern.compile("[（(]" + NUMBER + "[)）].*|[＜〈<].{1,40}[＞〉>]"),
        Pattern.compile("[①-⑳].*"),
        Pattern.compile("[（(]?[ア-コ](?:[)）.．、]|[\\s\u3000]).*"),
    };
    private static final int[] LEVELS = {1, 1, 2, 3, 3, 3, 4, 5, 6, 7};
    /** Maximum width of a heading, in full-width characters. */
    private static final double MAX_WIDTH = 40;

    private static final Pattern MARKED =
            Pattern.compile("(?:[■◆□◇▼▽★☆【※]|注[0-9０-９]|(?:写真|図表|図|表)[ \u3000]?[0-9０-９]+[ \u3000:：.．]).*");
    private static final Pattern SENTENCE_OR_VALUE = Pattern.compile(".*[。、，,]|.{1,14}[:：].+", Pattern.DOTALL);

    /** Returns the sign of {@code line}; empty if it has none or cannot be a heading. */
    public static Optional<HeadingSign> of(String line) {
        String text = JapaneseText.strip(line);
        if (!canBeHeading(text)) {
            return Optional.empty();
        }
        for (int shape = 0; shape < SHAPES.length; shape++) {
            if (SHAPES[shape].matcher(text).matches()) {
                return Optional.of(new HeadingSign(LEVELS[shape], shape));
            }
        }
        return Optional.empty();
    }

    /** Returns whether {@code text} may be a heading: it is short and not a sentence. */
    public static boolean canBeHeading(String text) {
        return !text.isEmpty()
                && text.length() <= 2 * MAX_WIDTH
                && JapaneseText.width(text) <= MAX_WIDTH
                && !SENTENCE_OR_VALUE.matcher(text).matches()
                && !JapaneseText.cannotStartLine(text);
    }

    /**
     * Returns whether {@code text} starts like a heading, a note or a caption and so does not continue the line
     * before.
     */
    public static boolean isMarked(String text) {
        return MARKED.matcher(text).matches();
    }

    /** Returns {@code text} without a leading symbol such as ■. */
    public static String withoutMark(String text) {
        return JapaneseText.strip(text.replaceFirst("^[■◆□◇▼▽★☆]+", ""));
    }
}
