package jirei.intake.ocr;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import jirei.intake.page.Drawing.Box;

/** Builds a page of the lines that tesseract found, without what is hardly text. Immutable. */
final class PageRecognizer {
    /** Minimum confidence in percent of a line of text; specks in pictures and lines of another direction are below. */
    private static final double MIN_CONFIDENCE = 40;
    /** Minimum confidence in percent of a line without letters and digits. */
    private static final double MIN_SIGN_CONFIDENCE = 70;
    /** Maximum thickness of the area of a rule, which tesseract makes wider than the rule, in points. */
    private static final double MAX_THICKNESS = 9;
    /** Minimum length of a rule, as a multiple of its thickness. */
    private static final double MIN_LENGTH = 4;
    /** Maximum distance of a word from a rule that was read as its first or last character, in points. */
    private static final double RULE_DISTANCE = 4;
    /** What a rule beside a word is read as. */
    private static final Pattern BARS = Pattern.compile("^[|｜\\[\\]［］!_＿‐―—]+|[|｜\\[\\]［］!_＿‐―—]+$");

    private final List<TesseractLine> text = new ArrayList<>();
    private final List<Box> horizontalRules = new ArrayList<>();
    private final List<Box> verticalRules = new ArrayList<>();
    private final boolean isUpright;
    private final double pointsPerPixel;
    private int omitted;

    /**
     * @param lines the lines that tesseract found
     * @param isUpright whether it read lines from top to bottom
     * @param pointsPerPixel the size of a pixel in points
     */
    PageRecognizer(List<TesseractLine> lines, boolean isUpright, double pointsPerPixel) {
        this.isUpright = isUpright;
        this.pointsPerPixel = pointsPerPixel;
        lines.stream().filter(line -> line.words().isEmpty()).forEach(this::addRule);
        lines.stream()
                .filter(line -> !line.words().isEmpty())
                .map(this::withoutRules)
                .filter(line -> !line.words().isEmpty())
                .forEach(this::addText);
    }

    private void addRule(TesseractLine line) {
        Box box = line.box();
        Box points = new Box(
                pointsPerPixel * box.left(),
                pointsPerPixel * box.top(),
                pointsPerPixel * box.right(),
                pointsPerPixel * box.bottom());
        double middleX = (points.left() + points.right()) / 2;
        double middleY = (points.top() + points.bottom()) / 2;
        if (points.height() <= MAX_THICKNESS && points.width() >= MIN_LENGTH * points.height()) {
            horizontalRules.add(new Box(points.left(), middleY, points.right(), middleY));
        } else if (points.width() <= MAX_THICKNESS && points.height() >= MIN_LENGTH * points.width()) {
            verticalRules.add(new Box(middleX, points.top(), middleX, points.bottom()));
        }
    }

    /** Returns the line without the rules between cells, which tesseract reads as bars or brackets. */
    private TesseractLine withoutRules(TesseractLine line) {
        return new TesseractLine(
                line.box(),
                line.words().stream()
                        .map(word -> isNearRule(word.box()) ? withoutBars(word) : word)
                        .filter(word -> !word.text().isEmpty())
                        .toList());
    }

    private static TesseractLine.Word withoutBars(TesseractLine.Word word) {
        return new TesseractLine.Word(
                word.box(), word.confidence(), BARS.matcher(word.text()).replaceAll(""));
    }

    private boolean isNearRule(Box box) {
        double middleX = pointsPerPixel * (box.left() + box.right()) / 2;
        double middleY = pointsPerPixel * (box.top() + box.bottom()) / 2;
        double width = pointsPerPixel * box.width() / 2 + RULE_DISTANCE;
        double height = pointsPerPixel * box.height() / 2 + RULE_DISTANCE;
        return verticalRules.stream()
                        .anyMatch(rule -> Math.abs(rule.left() - middleX) <= width
                                && rule.top() <= middleY
                                && rule.bottom() >= middleY)
                || horizontalRules.stream()
                        .anyMatch(rule -> Math.abs(rule.top() - middleY) <= height
                                && rule.left() <= middleX
                                && rule.right() >= middleX);
    }

    private void addText(TesseractLine line) {
        boolean isText = line.confidence() >= (line.hasLetter() ? MIN_CONFIDENCE : MIN_SIGN_CONFIDENCE);
        if (isText) {
            text.add(line);
        } else {
            omitted += line.length();
        }
    }

    /** Returns the sum of the confidence of all characters. */
    double score() {
        return text.stream()
                .mapToDouble(line -> line.confidence() * line.length())
                .sum();
    }

    /** Returns the mean confidence of the characters in percent; 0 without text. */
    double confidence() {
        return score()
                / Math.max(1, text.stream().mapToInt(TesseractLine::length).sum());
    }

    /** Returns the share of the characters that are kept; 0 without any. */
    double keptShare() {
        int kept = text.stream().mapToInt(TesseractLine::length).sum();
        return kept / (double) Math.max(1, kept + omitted);
    }

    /** Returns the page, whose width is {@code pageWidth} points. */
    RecognizedPage page(double pageWidth) {
        var placer = new LinePlacer(pointsPerPixel, pageWidth);
        return new RecognizedPage(
                LineStarts.aligned(text.stream()
                        .map(line -> placer.place(line, isUpright && line.isUpright()))
                        .toList()),
                horizontalRules,
                verticalRules,
                (int) Math.round(Math.clamp(confidence(), 0, 100)),
                omitted);
    }
}
