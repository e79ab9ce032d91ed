package jirei.intake.source;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What tells a heading in text without type sizes: how it is numbered or marked.
 *
 * @param level how deep such headings usually stand, from 1
 * @param shape which sort of sign it is; lists repeat one sort
 */
public record HeadingSign(int level, int shape) {
    private static final String NUMBER = "[0-9０-９一二三四五六七八九十]{1,3}";
    private static final Pattern[] SHAPES = {
        Pattern.compile("第?" + NUMBER + "[章編部](?:[\\s\u3000:：.．].*|)|第" + NUMBER + "[章編部].*"),
        Pattern.compile("[【\\[〔＜〈<]?\\s*(?:[^\\s。、]{0,6}事例|CASE|Case|ケース)\\s*(?:No\\.?|[-－])?\\s*[0-9０-９]{1,3}.*"),
        Pattern.compile("第" + NUMBER + "[節項].*|[Ⅰ-Ⅻ][.．\\s\u3000].*"),
        Pattern.compile("[0-9０-９]{1,2}(?:[.．](?![0-9０-９])|[\\s\u3000]).*|" + "[一二三四五六七八九十]{1,2}[、.．\u3000].*"),
        Pattern.compile("[■◆□◇▼▽★☆].*"),
        Pattern.compile("【[^】]{1,40}】"),
        Pattern.compile("[0-9０-９]{1,2}(?:[-－.．][0-9０-９]{1,2}){1,3}[.．]?[\\s\u3000]?[^0-9０-９%％].*"),
        Pattern.compile("[（(]" + NUMBER + "[)）].*|[①-⑳].*|[＜〈<].{1,40}[＞〉>]"),
    };
    private static final int[] LEVELS = {1, 1, 2, 3, 3, 3, 4, 5};
    /** Headings are short, in full-width characters. */
    private static final double WIDEST = 40;

    private static final Pattern MARKED =
            Pattern.compile("(?:[■◆□◇▼▽★☆【※]|注[0-9０-９]|(?:写真|図表|図|表)[ \u3000]?[0-9０-９]+[ \u3000:：.．]).*");
    private static final Pattern SENTENCE_OR_VALUE = Pattern.compile(".*[。、，,]|.{1,14}[:：].+", Pattern.DOTALL);

    /** The sign of {@code line}; empty where it has none or can be no heading. */
    public static Optional<HeadingSign> of(String line) {
        String text = JapaneseText.strip(line);
        if (!canHead(text)) {
            return Optional.empty();
        }
        for (int shape = 0; shape < SHAPES.length; shape++) {
            if (SHAPES[shape].matcher(text).matches()) {
                return Optional.of(new HeadingSign(LEVELS[shape], shape));
            }
        }
        return Optional.empty();
    }

    /** Whether {@code text} is short and no sentence, as headings are. */
    public static boolean canHead(String text) {
        return !text.isEmpty()
                && text.length() <= 2 * WIDEST
                && JapaneseText.width(text) <= WIDEST
                && !SENTENCE_OR_VALUE.matcher(text).matches()
                && !JapaneseText.cannotBegin(text);
    }

    /** Whether {@code text} begins with the mark of a heading, a note or a caption, which never goes on from the line before. */
    public static boolean isMarked(String text) {
        return MARKED.matcher(text).matches();
    }

    /** {@code text} without the mark of a sign that says nothing, as ■. */
    public static String withoutMark(String text) {
        return JapaneseText.strip(text.replaceFirst("^[■◆□◇▼▽★☆]+", ""));
    }
}
