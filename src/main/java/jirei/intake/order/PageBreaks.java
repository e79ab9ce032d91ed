package jirei.intake.order;

import java.util.ArrayList;
import java.util.List;
import jirei.intake.page.PrintedLine;
import jirei.intake.source.HeadingSign;
import jirei.intake.source.JapaneseText;

/**
 * Moves the head or foot of a page out of a sentence that goes on over the page break, behind the paragraph. Heads and
 * feet on many pages are {@linkplain RunningHeaderDetector removed}; this is for those on few. Stateless.
 */
public final class PageBreaks {
    private static final int MAX_LINES = 2;
    /** Minimum distance of a head or foot from the text, as a multiple of the font size of the text. */
    private static final double MIN_DISTANCE = 2.2;
    /** Maximum width of a head or foot, relative to its column. */
    private static final double MAX_WIDTH = 0.7;
    /** Maximum difference of equal font sizes, relative to the size. */
    private static final double SIZE_TOLERANCE = 0.08;

    private PageBreaks() {}

    /** Returns {@code lines}, in reading order, with the heads and feet within sentences moved. */
    public static List<PrintedLine> withoutInterruptions(List<PrintedLine> lines) {
        List<PrintedLine> mended = new ArrayList<>(lines);
        for (int at = 1; at < mended.size(); at++) {
            if (mended.get(at).page() != mended.get(at - 1).page()) {
                mend(mended, at);
            }
        }
        return mended;
    }

    /** @param start the index of the first line of a page */
    private static void mend(List<PrintedLine> lines, int start) {
        for (int feet = 0; feet <= MAX_LINES; feet++) {
            for (int heads = 0; heads <= MAX_LINES; heads++) {
                int last = start - feet - 1;
                int next = start + heads;
                boolean isInterrupted = feet + heads > 0
                        && last >= 0
                        && next < lines.size()
                        && goesOn(lines.get(last), lines.get(next))
                        && areApart(lines, last + 1, start, lines.get(last))
                        && areApart(lines, start, next, lines.get(next));
                if (isInterrupted) {
                    move(lines, last + 1, next);
                    return;
                }
            }
        }
    }

    private static boolean goesOn(PrintedLine last, PrintedLine next) {
        return last.isFull()
                && !last.hasLeader()
                && !last.isValue()
                && !last.tag().isCell()
                && !next.tag().isCell()
                && !JapaneseText.endsSentence(last.text())
                && last.bold() == next.bold()
                && Math.abs(last.size() - next.size()) <= SIZE_TOLERANCE * last.size()
                && !HeadingSign.isMarked(next.text())
                && !JapaneseText.startsItem(next.text());
    }

    /** Returns whether the lines are short and apart from the line of text next to them on their page. */
    private static boolean areApart(List<PrintedLine> lines, int from, int to, PrintedLine text) {
        for (PrintedLine line : lines.subList(from, to)) {
            boolean isOnPage = line.page() == text.page();
            boolean isShort = line.to() - line.from() <= MAX_WIDTH * (text.columnTo() - text.columnFrom());
            boolean isDistant = Math.abs(line.across() - text.across()) >= MIN_DISTANCE * text.size();
            boolean isHeading = line.size() > (1 + SIZE_TOLERANCE) * text.size() || (line.bold() && !text.bold());
            if (!isOnPage || !isShort || !isDistant || isHeading || JapaneseText.endsSentence(line.text())) {
                return false;
            }
        }
        return true;
    }

    /** Moves the lines from {@code from} to {@code to}, exclusively, behind the paragraph that goes on there. */
    private static void move(List<PrintedLine> lines, int from, int to) {
        List<PrintedLine> moved = new ArrayList<>(lines.subList(from, to));
        int end = to;
        while (end + 1 < lines.size()
                && lines.get(end).isFull()
                && lines.get(end + 1).column() == lines.get(end).column()
                && !JapaneseText.endsSentence(lines.get(end).text())) {
            end++;
        }
        lines.addAll(end + 1, moved);
        lines.subList(from, to).clear();
    }
}
