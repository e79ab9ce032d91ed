package jirei.intake.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import jirei.intake.page.Glyph;
import jirei.intake.page.Page;
import jirei.intake.source.Budget;
import jirei.intake.source.JapaneseText;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Extracts the glyphs of a PDF page by page, with horizontal and vertical lines separated. Not thread-safe. */
final class GlyphExtractor extends PDFTextStripper {
    /** Maximum misalignment of two glyphs in one line, as a multiple of the font size. */
    private static final double MAX_MISALIGNMENT = 0.35;
    /** Maximum distance of adjacent glyphs, as a multiple of the font size. */
    private static final double MAX_STEP = 1.7;
    /** Minimum distance of adjacent glyphs in a vertical line, as a multiple of the font size. */
    private static final double MIN_STEP = 0.4;

    /** Minimum share of a page of an image that covers the text drawn before it. */
    private static final double MIN_COVERED = 0.5;

    private static final float BOLD_WEIGHT = 600;
    /** The direction of text that is turned clockwise, in degrees. */
    private static final float CLOCKWISE = 270;
    /** The middle of a turned glyph beside its baseline, as a multiple of the font size. */
    private static final double TURNED_MIDDLE = 0.36;

    private final Budget budget;
    private final FontLimits fonts = new FontLimits();
    private final Receiver pages;
    private final IdentityHashMap<TextPosition, Integer> marks = new IdentityHashMap<>();
    private final MarkedContent markedContent = new MarkedContent();
    private final Set<Integer> pagesWithHiddenText = new HashSet<>();
    private DrawingRecorder drawing = new DrawingRecorder(1, 1, 0, 0);
    private int seen;
    private int hidden;

    /** Receives the pages in order. */
    @FunctionalInterface
    interface Receiver {
        void accept(Page page) throws IOException;
    }

    GlyphExtractor(Budget budget, Receiver pages) {
        this.budget = budget;
        this.pages = pages;
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        budget.addOperator();
        fonts.check(operator.getName(), operands, getResources());
        if (!markedContent.accept(operator.getName(), operands, getResources())) {
            double covered = drawing.imageShare();
            drawing.accept(operator.getName(), operands, getGraphicsState(), getResources());
            if (drawing.imageShare() - covered >= MIN_COVERED) {
                hidden = seen;
            }
        }
        super.processOperator(operator, operands);
    }

    @Override
    public void showForm(PDFormXObject form) throws IOException {
        budget.addForm();
        super.showForm(form);
    }

    @Override
    public void showTransparencyGroup(PDTransparencyGroup form) throws IOException {
        budget.addForm();
        super.showTransparencyGroup(form);
    }

    @Override
    protected void startPage(PDPage page) {
        PDRectangle box = page.getCropBox();
        boolean isTurned = page.getRotation() % 180 != 0;
        drawing = page.getRotation() == 0
                ? new DrawingRecorder(box.getWidth(), box.getHeight(), box.getLowerLeftX(), box.getLowerLeftY())
                : DrawingRecorder.ofRotated(
                        isTurned ? box.getHeight() : box.getWidth(), isTurned ? box.getWidth() : box.getHeight());
        marks.clear();
        markedContent.clear();
        seen = 0;
        hidden = 0;
    }

    /** Returns the numbers of the pages of which most text is not drawn, or drawn below an image. */
    Set<Integer> pagesWithHiddenText() {
        return pagesWithHiddenText;
    }

    @Override
    protected void processTextPosition(TextPosition position) {
        budget.addCharacters(1);
        marks.put(position, markedContent.current());
        seen++;
        hidden += isDrawn() ? 0 : 1;
        super.processTextPosition(position);
    }

    private boolean isDrawn() {
        RenderingMode mode = getGraphicsState().getTextState().getRenderingMode();
        return mode.isFill() || mode.isStroke();
    }

    @Override
    protected void writePage() throws IOException {
        budget.checkDeadline();
        if (2 * hidden > seen) {
            pagesWithHiddenText.add(getCurrentPageNo());
        }
        List<TextPosition> positions = new ArrayList<>();
        for (List<TextPosition> article : getCharactersByArticle()) {
            article.stream().filter(GlyphExtractor::isVisible).forEach(positions::add);
        }
        List<Glyph> horizontal = new ArrayList<>();
        List<Glyph> vertical = new ArrayList<>();
        for (int at = 0; at < positions.size(); at++) {
            if (isTurned(positions.get(at))) {
                vertical.add(turned(positions.get(at)));
            } else if (isVertical(positions, at)) {
                vertical.add(vertical(positions.get(at)));
            } else {
                horizontal.add(horizontal(positions.get(at)));
            }
        }
        pages.accept(new Page(getCurrentPageNo(), horizontal, vertical, drawing.drawing()));
    }

    private static boolean isVisible(TextPosition position) {
        String text = position.getUnicode();
        return text != null && !JapaneseText.strip(text).isEmpty() && text.indexOf('\uFFFD') < 0;
    }

    private Glyph horizontal(TextPosition position) {
        return new Glyph(
                position.getUnicode(),
                position.getXDirAdj(),
                position.getYDirAdj(),
                position.getWidthDirAdj(),
                size(position),
                isBold(position.getFont()),
                marks.getOrDefault(position, Glyph.NO_MARK),
                turn(position));
    }

    /** Converts to the coordinates of a vertical line, which runs downwards; the next line is on its left. */
    private Glyph vertical(TextPosition position) {
        double size = size(position);
        return new Glyph(
                position.getUnicode(),
                position.getYDirAdj() - size,
                position.getPageWidth() - middle(position),
                size,
                size,
                isBold(position.getFont()),
                marks.getOrDefault(position, Glyph.NO_MARK),
                turn(position));
    }

    /** Returns whether a glyph is turned clockwise, as digits and Latin letters in vertical lines are. */
    private boolean isTurned(TextPosition position) {
        return getCurrentPage().getRotation() == 0 && position.getDir() == CLOCKWISE;
    }

    /** Converts a glyph that is turned clockwise to the coordinates of a vertical line. */
    private Glyph turned(TextPosition position) {
        double size = size(position);
        double middle = position.getX() + TURNED_MIDDLE * size;
        return new Glyph(
                position.getUnicode(),
                position.getY(),
                position.getPageWidth() - middle,
                position.getWidthDirAdj(),
                size,
                isBold(position.getFont()),
                marks.getOrDefault(position, Glyph.NO_MARK),
                turn(position));
    }

    /** Returns whether the previous glyph is above this one or the next one below it, and neither is beside it. */
    private static boolean isVertical(List<TextPosition> positions, int at) {
        TextPosition current = positions.get(at);
        boolean isPreviousAbove = at > 0 && isStepDown(positions.get(at - 1), current);
        boolean isNextBelow = at + 1 < positions.size() && isStepDown(current, positions.get(at + 1));
        boolean isBeside = (at > 0 && isStepRight(positions.get(at - 1), current))
                || (at + 1 < positions.size() && isStepRight(current, positions.get(at + 1)));
        return (isPreviousAbove || isNextBelow) && !isBeside;
    }

    private static boolean isStepDown(TextPosition one, TextPosition next) {
        double size = Math.max(size(one), 1);
        double down = next.getYDirAdj() - one.getYDirAdj();
        return Math.abs(middle(next) - middle(one)) < MAX_MISALIGNMENT * size
                && down > MIN_STEP * size
                && down < MAX_STEP * size;
    }

    private static boolean isStepRight(TextPosition one, TextPosition next) {
        double size = Math.max(size(one), 1);
        double right = next.getXDirAdj() - one.getXDirAdj();
        return Math.abs(next.getYDirAdj() - one.getYDirAdj()) < MAX_MISALIGNMENT * size
                && right > 0
                && right < MAX_STEP * size;
    }

    private int turn(TextPosition position) {
        return Math.floorMod(Math.round(position.getDir()) - getCurrentPage().getRotation(), 360);
    }

    private static double middle(TextPosition position) {
        return position.getXDirAdj() + position.getWidthDirAdj() / 2;
    }

    private static double size(TextPosition position) {
        float size = Math.abs(position.getYScale()); // the font size as drawn; getFontSizeInPt is not scaled
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
