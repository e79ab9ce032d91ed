package jirei.intake.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jirei.intake.ocr.RecognizedLine;
import jirei.intake.ocr.RecognizedPage;
import jirei.intake.page.Drawing;
import jirei.intake.page.Drawing.Box;
import jirei.intake.page.Glyph;
import jirei.intake.page.Page;

/** Adds text that was read by OCR to the page that it was read from. Stateless. */
final class RecognizedText {
    private RecognizedText() {}

    /**
     * Returns {@code page} with the text of {@code found}. The visible characters of the page, such as a stamp, are kept,
     * and those that OCR read of them are left out.
     *
     * @param isHidden whether the own text of the page is not visible, which is replaced
     */
    static Page added(Page page, RecognizedPage found, boolean isHidden) {
        List<Glyph> horizontal = isHidden ? new ArrayList<>() : new ArrayList<>(page.horizontal());
        List<Glyph> vertical = isHidden ? new ArrayList<>() : new ArrayList<>(page.vertical());
        Drawing drawing = page.drawing();
        List<Box> own = Stream.concat(
                        horizontal.stream().map(RecognizedText::horizontalBox),
                        vertical.stream().map(glyph -> verticalBox(glyph, drawing.width())))
                .toList();
        for (RecognizedLine line : found.lines()) {
            for (Glyph glyph : line.glyphs()) {
                Box box = line.isVertical() ? verticalBox(glyph, drawing.width()) : horizontalBox(glyph);
                if (own.stream().noneMatch(drawn -> hasMiddle(drawn, box))) {
                    (line.isVertical() ? vertical : horizontal).add(glyph);
                }
            }
        }
        return new Page(
                page.number(),
                horizontal,
                vertical,
                new Drawing(
                        drawing.width(),
                        drawing.height(),
                        joined(drawing.horizontal(), found.horizontalRules()),
                        joined(drawing.vertical(), found.verticalRules()),
                        drawing.images(),
                        drawing.shades()));
    }

    /** Returns the font size of most characters of {@code pages}, in points; 0 without text. */
    static double bodySize(List<Page> pages) {
        Map<Double, Long> sizes = pages.stream()
                .flatMap(page -> Stream.concat(page.horizontal().stream(), page.vertical().stream()))
                .collect(Collectors.groupingBy(glyph -> Math.round(2 * glyph.size()) / 2.0, Collectors.counting()));
        return sizes.entrySet().stream()
                .max(Map.Entry.<Double, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(0.0);
    }

    /** Returns {@code page} reduced or enlarged so that its text has the size {@code body} of print; 0 to leave it. */
    static Page scaled(Page page, double body) {
        double own = bodySize(List.of(page));
        double factor = body > 0 && own > 0 ? body / own : 1;
        if (factor == 1) {
            return page;
        }
        Drawing drawing = page.drawing();
        return new Page(
                page.number(),
                page.horizontal().stream().map(glyph -> scaled(glyph, factor)).toList(),
                page.vertical().stream().map(glyph -> scaled(glyph, factor)).toList(),
                new Drawing(
                        factor * drawing.width(),
                        factor * drawing.height(),
                        scaled(drawing.horizontal(), factor),
                        scaled(drawing.vertical(), factor),
                        scaled(drawing.images(), factor),
                        scaled(drawing.shades(), factor)));
    }

    private static Glyph scaled(Glyph glyph, double factor) {
        return new Glyph(
                glyph.text(),
                factor * glyph.along(),
                factor * glyph.across(),
                factor * glyph.advance(),
                factor * glyph.size(),
                glyph.bold(),
                glyph.mark(),
                glyph.turn());
    }

    private static List<Box> scaled(List<Box> boxes, double factor) {
        return boxes.stream()
                .map(box ->
                        new Box(factor * box.left(), factor * box.top(), factor * box.right(), factor * box.bottom()))
                .toList();
    }

    private static List<Box> joined(List<Box> some, List<Box> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    private static Box horizontalBox(Glyph glyph) {
        return new Box(glyph.along(), glyph.across() - glyph.size(), glyph.end(), glyph.across());
    }

    private static Box verticalBox(Glyph glyph, double pageWidth) {
        double middle = pageWidth - glyph.across();
        return new Box(middle - glyph.size() / 2, glyph.along(), middle + glyph.size() / 2, glyph.end());
    }

    private static boolean hasMiddle(Box box, Box other) {
        double x = (other.left() + other.right()) / 2;
        double y = (other.top() + other.bottom()) / 2;
        return x >= box.left() && x <= box.right() && y >= box.top() && y <= box.bottom();
    }
}
