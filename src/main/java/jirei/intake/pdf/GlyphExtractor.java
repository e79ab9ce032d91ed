package jirei.intake.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import jirei.intake.source.Budget;
import jirei.intake.source.JapaneseText;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Takes the characters off the pages of a PDF and hands them over page by page, those of upright lines apart. */
final class GlyphExtractor extends PDFTextStripper {
    private static final double SAME_PLACE = 0.35;
    private static final double MAX_STEP = 1.7;
    private static final double MIN_STEP = 0.4;
    private static final float BOLD_WEIGHT = 600;

    /**
     * The characters of a page.
     *
     * @param number from 1
     * @param horizontal those in lines from left to right
     * @param vertical those in lines from top to bottom
     */
    record Page(int number, List<Glyph> horizontal, List<Glyph> vertical) {}

    private final Budget budget;
    private final Consumer<Page> pages;

    GlyphExtractor(Budget budget, Consumer<Page> pages) {
        this.budget = budget;
        this.pages = pages;
    }

    @Override
    protected void processTextPosition(TextPosition position) {
        budget.spendCharacters(1);
        super.processTextPosition(position);
    }

    @Override
    protected void writePage() throws IOException {
        budget.lookAtClock();
        List<TextPosition> positions = new ArrayList<>();
        for (List<TextPosition> article : getCharactersByArticle()) {
            article.stream().filter(GlyphExtractor::isSeen).forEach(positions::add);
        }
        List<Glyph> horizontal = new ArrayList<>();
        List<Glyph> vertical = new ArrayList<>();
        for (int at = 0; at < positions.size(); at++) {
            if (isUpright(positions, at)) {
                vertical.add(upright(positions.get(at)));
            } else {
                horizontal.add(level(positions.get(at)));
            }
        }
        pages.accept(new Page(getCurrentPageNo(), horizontal, vertical));
    }

    private static boolean isSeen(TextPosition position) {
        String text = position.getUnicode();
        return text != null && !JapaneseText.strip(text).isEmpty() && text.indexOf('\uFFFD') < 0;
    }

    private static Glyph level(TextPosition position) {
        return new Glyph(
                position.getUnicode(),
                position.getXDirAdj(),
                position.getYDirAdj(),
                position.getWidthDirAdj(),
                size(position),
                isBold(position.getFont()));
    }

    /** Seen along its line: down is forward, and the next line stands to the left. */
    private static Glyph upright(TextPosition position) {
        double size = size(position);
        return new Glyph(
                position.getUnicode(),
                position.getYDirAdj() - size,
                position.getPageWidth() - middle(position),
                size,
                size,
                isBold(position.getFont()));
    }

    /** Whether the character before or behind stands over or under this one, and none stands beside it. */
    private static boolean isUpright(List<TextPosition> positions, int at) {
        TextPosition here = positions.get(at);
        boolean fromBefore = at > 0 && isStepDown(positions.get(at - 1), here);
        boolean toNext = at + 1 < positions.size() && isStepDown(here, positions.get(at + 1));
        boolean isBeside = (at > 0 && isStepAside(positions.get(at - 1), here))
                || (at + 1 < positions.size() && isStepAside(here, positions.get(at + 1)));
        return (fromBefore || toNext) && !isBeside;
    }

    private static boolean isStepDown(TextPosition one, TextPosition next) {
        double size = Math.max(size(one), 1);
        double down = next.getYDirAdj() - one.getYDirAdj();
        return Math.abs(middle(next) - middle(one)) < SAME_PLACE * size
                && down > MIN_STEP * size
                && down < MAX_STEP * size;
    }

    private static boolean isStepAside(TextPosition one, TextPosition next) {
        double size = Math.max(size(one), 1);
        double aside = next.getXDirAdj() - one.getXDirAdj();
        return Math.abs(next.getYDirAdj() - one.getYDirAdj()) < SAME_PLACE * size
                && aside > 0
                && aside < MAX_STEP * size;
    }

    private static double middle(TextPosition position) {
        return position.getXDirAdj() + position.getWidthDirAdj() / 2;
    }

    private static double size(TextPosition position) {
        float size = Math.abs(position.getFontSizeInPt());
        return size > 0 ? size : Math.max(1, position.getHeightDir());
    }

    private static boolean isBold(PDFont font) {
        String name = String.valueOf(font.getName()).toLowerCase(Locale.ROOT);
        PDFontDescriptor descriptor = font.getFontDescriptor();
        return name.contains("bold")
                || name.contains("heavy")
                || name.contains("black")
                || (descriptor != null && (descriptor.isForceBold() || descriptor.getFontWeight() >= BOLD_WEIGHT));
    }
}
