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

/** Makes blocks of lines that nothing but their words and empty lines tell apart. */
final class PlainText {
    /** Below this, in full-width characters, lines are not cut at the edge of a column. */
    private static final double NARROWEST_COLUMN = 18;

    private static final double FULL = 0.8;
    /** How deep headings without any sign stand: below all that have one. */
    private static final int UNSIGNED_LEVEL = 6;

    private static final double WIDEST_UNSIGNED = 30;

    private static final Pattern ITEM =
            Pattern.compile("[・●○•▪‣*+-][\\s\u3000]?\\S.*|[0-9０-９]{1,2}[.．)）].+|[（(][0-9０-９]{1,2}[)）].+|[①-⑳].+");
    private static final Pattern RULE = Pattern.compile("[-=_*~―ー─━＝－・.…\\s\u3000]{3,}");

    private final List<String> lines;
    private final double measure;
    private final List<Block> blocks = new ArrayList<>();
    private final List<String> open = new ArrayList<>();
    private int openFrom;
    private Block.Kind openKind = Block.Kind.PARAGRAPH;

    private PlainText(List<String> lines) {
        this.lines = lines;
        this.measure = measure(lines);
    }

    /** Reads a text as a document. */
    static SourceDocument read(SourceFile file, String text) {
        if (text.length() > Limits.MAX_CHARACTERS) {
            throw new DocumentLimitException("文字が" + Limits.MAX_CHARACTERS / 10_000 + "万字を超える");
        }
        List<String> lines = text.lines().toList();
        return new SourceDocument(file.name(), "", "行", blocks(lines), lines);
    }

    /** The blocks of {@code lines}, placed by the numbers of their lines. */
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
            blocks.add(Block.heading(level, JapaneseText.flow(List.of(HeadingSign.withoutMark(text))), at + 1));
        } else if (open.isEmpty() || !goesOn(at, text)) {
            close();
            openKind = ITEM.matcher(text).matches() ? Block.Kind.ITEM : Block.Kind.PARAGRAPH;
            openFrom = at;
            open.add(lines.get(at));
        } else {
            open.add(lines.get(at));
        }
    }

    private boolean goesOn(int at, String text) {
        boolean isIndented = lines.get(at).startsWith("\u3000") && openKind == Block.Kind.PARAGRAPH;
        boolean wasFull = JapaneseText.width(open.getLast()) >= FULL * measure;
        return !isIndented && wasFull && !ITEM.matcher(text).matches();
    }

    private void close() {
        if (!open.isEmpty()) {
            blocks.add(Block.of(openKind, JapaneseText.flow(open), openFrom + 1));
            open.clear();
        }
    }

    /** How deep the heading on a line stands; 0 where none does. */
    private int headingLevel(int at, String text) {
        Optional<HeadingSign> sign = HeadingSign.of(text);
        if (sign.isPresent()) {
            boolean isOpenLine = at > 0 && !open.isEmpty() && JapaneseText.width(open.getLast()) >= FULL * measure;
            return isOpenLine || isListed(at, sign.get()) ? 0 : sign.get().level();
        }
        boolean canHead = HeadingSign.canHead(text)
                && JapaneseText.width(text) <= WIDEST_UNSIGNED
                && !JapaneseText.beginsItem(text)
                && !JapaneseText.endsSentence(text);
        boolean standsAlone = isEmpty(at - 1) && isEmpty(at + 1);
        if (!canHead || !standsAlone) {
            return 0;
        }
        if (blocks.isEmpty() && open.isEmpty()) {
            return 1;
        }
        return isTextAfter(at) ? UNSIGNED_LEVEL : 0;
    }

    /** Whether the lines around repeat the sign with nothing between: a list, not headings. */
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

    private boolean isEmpty(int at) {
        return at < 0 || at >= lines.size() || JapaneseText.strip(lines.get(at)).isEmpty();
    }

    /** Whether the next lines are a sentence. */
    private boolean isTextAfter(int at) {
        int next = at + 1;
        while (next < lines.size() && isEmpty(next)) {
            next++;
        }
        return next < lines.size()
                && (!HeadingSign.canHead(JapaneseText.strip(lines.get(next)))
                        || JapaneseText.width(lines.get(next)) >= FULL * measure);
    }

    /** How wide lines are set that were cut at the edge of a column; beyond every line where none were. */
    private static double measure(List<String> lines) {
        List<Double> widths = new ArrayList<>();
        for (int at = 0; at + 1 < lines.size(); at++) {
            String line = lines.get(at);
            boolean isCut = !lines.get(at + 1).isBlank() && !JapaneseText.endsSentence(line);
            double width = JapaneseText.width(line);
            if (isCut && width >= NARROWEST_COLUMN) {
                widths.add(width);
            }
        }
        widths.sort(null);
        return widths.isEmpty() ? Double.MAX_VALUE : widths.get(widths.size() * 3 / 4);
    }
}
