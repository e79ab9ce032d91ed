package jirei.intake.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import jirei.intake.source.Block;
import jirei.intake.source.DocumentLimitException;
import jirei.intake.source.HeadingSign;
import jirei.intake.source.JapaneseText;
import jirei.intake.source.Limits;
import jirei.intake.source.SourceDocument;
import jirei.intake.source.SourceFile;

/** Divides plain text into blocks by blank lines, indentation, line width, numbers and symbols. Not thread-safe. */
final class PlainText {
    /** Minimum width of a column of wrapped lines, in full-width characters. */
    private static final double MIN_COLUMN_WIDTH = 18;

    /** Share of the column width from which a line is full and may continue on the next one. */
    private static final double FULL_LINE_SHARE = 0.8;
    /** Width in column widths that no line of wrapped text has, and the share of lines that may have it nonetheless. */
    private static final double MAX_LINE_WIDTH = 1.2;

    private static final double MAX_LONG_SHARE = 0.2;
    /** Level of headings without a number or symbol, below all others. */
    private static final int UNSIGNED_LEVEL = 8;
    /** Maximum width of a heading without a number or symbol, in full-width characters. */
    private static final double MAX_UNSIGNED_WIDTH = 30;

    private static final Pattern ITEM =
            Pattern.compile("[・●○•▪‣*+-][\\s\u3000]?\\S.*|[0-9０-９]{1,2}[.．)）].+|[（(][0-9０-９]{1,2}[)）].+|[①-⑳].+");
    private static final Pattern RULE = Pattern.compile("[-=_*~―ー─━＝－・.…\\s\u3000]{3,}");

    private final List<String> lines;
    private final double columnWidth;
    private final List<Block> blocks = new ArrayList<>();
    private final List<String> open = new ArrayList<>();
    private int openFrom;
    private Block.Kind openKind = Block.Kind.PARAGRAPH;

    private PlainText(List<String> lines) {
        this.lines = lines;
        this.columnWidth = columnWidth(lines);
    }

    /** Reads {@code text} as a document. */
    static SourceDocument read(SourceFile file, String text) {
        if (text.length() > Limits.MAX_CHARACTERS) {
            throw new DocumentLimitException("文字が" + Limits.MAX_CHARACTERS / 10_000 + "万字を超える");
        }
        List<String> lines = text.lines().toList();
        return new SourceDocument(file.name(), "", "行", blocks(lines), lines);
    }

    /** Returns the blocks of {@code lines}, with line numbers as positions. */
    static List<Block> blocks(List<String> lines) {
        var text = new PlainText(lines);
        for (int at = 0; at < lines.size(); at++) {
            text.accept(at);
        }
        text.close();
        return text.blocks;
    }

    private void accept(int at) {
        String text = JapaneseText.strip(lines.get(at));
        if (text.isEmpty() || RULE.matcher(text).matches()) {
            close();
            return;
        }
        int level = headingLevel(at, text);
        if (level > 0) {
            close();
            blocks.add(Block.heading(
                    level, JapaneseText.joinKeepingSpaces(List.of(HeadingSign.withoutMark(text))), at + 1));
        } else if (open.isEmpty() || !continuesOpenBlock(at, text)) {
            close();
            openKind = ITEM.matcher(text).matches() ? Block.Kind.ITEM : Block.Kind.PARAGRAPH;
            openFrom = at;
            open.add(lines.get(at));
        } else {
            open.add(lines.get(at));
        }
    }

    private boolean continuesOpenBlock(int at, String text) {
        boolean isIndented = lines.get(at).startsWith("\u3000") && openKind == Block.Kind.PARAGRAPH;
        boolean wasFull = JapaneseText.width(open.getLast()) >= FULL_LINE_SHARE * columnWidth;
        return !isIndented && wasFull && !ITEM.matcher(text).matches();
    }

    private void close() {
        if (!open.isEmpty()) {
            blocks.add(Block.of(openKind, JapaneseText.joinKeepingSpaces(open), openFrom + 1));
            open.clear();
        }
    }

    /** Returns the level of the heading on a line; 0 if the line is not a heading. */
    private int headingLevel(int at, String text) {
        Optional<HeadingSign> sign = HeadingSign.of(text);
        if (sign.isPresent()) {
            boolean isOpenLine =
                    at > 0 && !open.isEmpty() && JapaneseText.width(open.getLast()) >= FULL_LINE_SHARE * columnWidth;
            return isOpenLine || isListed(at, sign.get()) ? 0 : sign.get().level();
        }
        boolean canBeHeading = HeadingSign.canBeHeading(text)
                && JapaneseText.width(text) <= MAX_UNSIGNED_WIDTH
                && !JapaneseText.startsItem(text)
                && !JapaneseText.endsSentence(text);
        boolean isIsolated = isBlank(at - 1) && isBlank(at + 1);
        if (!canBeHeading || !isIsolated) {
            return 0;
        }
        if (blocks.isEmpty() && open.isEmpty()) {
            return 1;
        }
        return isTextAfter(at) ? UNSIGNED_LEVEL : 0;
    }

    /** Returns whether an adjacent line has the same sign, so that the lines are a list. */
    private boolean isListed(int at, HeadingSign sign) {
        return hasSign(at + 1, sign) || hasSign(at - 1, sign);
    }

    private boolean hasSign(int at, HeadingSign sign) {
        return at >= 0
                && at < lines.size()
                && HeadingSign.of(lines.get(at))
                        .filter(other -> other.shape() == sign.shape())
                        .isPresent();
    }

    private boolean isBlank(int at) {
        return at < 0 || at >= lines.size() || JapaneseText.strip(lines.get(at)).isEmpty();
    }

    /** Returns whether the next line that is not blank is text and not another heading. */
    private boolean isTextAfter(int at) {
        int next = at + 1;
        while (next < lines.size() && isBlank(next)) {
            next++;
        }
        return next < lines.size()
                && (!HeadingSign.canBeHeading(JapaneseText.strip(lines.get(next)))
                        || JapaneseText.width(lines.get(next)) >= FULL_LINE_SHARE * columnWidth);
    }

    /**
     * Returns the column width of wrapped lines, the third quartile; {@link Double#MAX_VALUE} if no line is wrapped,
     * as where a paragraph is a line.
     */
    private static double columnWidth(List<String> lines) {
        List<Double> widths = new ArrayList<>();
        for (int at = 0; at + 1 < lines.size(); at++) {
            String line = lines.get(at);
            boolean isWrapped = !JapaneseText.strip(lines.get(at + 1)).isEmpty() && !JapaneseText.endsSentence(line);
            double width = JapaneseText.width(line);
            if (isWrapped && width >= MIN_COLUMN_WIDTH) {
                widths.add(width);
            }
        }
        widths.sort(null);
        double column = widths.isEmpty() ? Double.MAX_VALUE : widths.get(widths.size() * 3 / 4);
        long tooLong = lines.stream()
                .filter(line -> JapaneseText.width(line) > MAX_LINE_WIDTH * column)
                .count();
        return tooLong > MAX_LONG_SHARE * widths.size() ? Double.MAX_VALUE : column;
    }
}
