package jirei.intake.pdf;

import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import jirei.intake.page.Drawing;
import jirei.intake.page.Drawing.Box;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;

/**
 * Records the straight rules, the shades and the images of a page: lines that are stroked, sides of stroked rectangles,
 * thin filled rectangles, and other filled ones. Not thread-safe.
 */
final class DrawingRecorder {
    /** Maximum thickness of a filled rectangle that is a rule, in points. */
    private static final double MAX_THICKNESS = 2.5;
    /** Maximum slope of a rule, in points. */
    private static final double MAX_SLOPE = 1;
    /** Minimum length of a rule, in points. */
    private static final double MIN_LENGTH = 4;
    /** Drawings with more rules are maps or charts. */
    private static final int MAX_RULES = 20_000;

    private final double width;
    private final double height;
    private final double originX;
    private final double originY;
    private final boolean isEnabled;
    private final List<Box> horizontal = new ArrayList<>();
    private final List<Box> vertical = new ArrayList<>();
    private final List<Box> images = new ArrayList<>();
    private final List<Box> shades = new ArrayList<>();
    private final FillColor color = new FillColor();
    private double imageArea;
    private final List<Box> rectangles = new ArrayList<>();
    private final List<Box> segments = new ArrayList<>();
    private Point2D.@Nullable Float current;
    private Point2D.@Nullable Float start;

    DrawingRecorder(double width, double height, double originX, double originY) {
        this(width, height, originX, originY, true);
    }

    private DrawingRecorder(double width, double height, double originX, double originY, boolean isEnabled) {
        this.width = width;
        this.height = height;
        this.originX = originX;
        this.originY = originY;
        this.isEnabled = isEnabled;
    }

    /** Returns a recorder for a rotated page, of whose drawing only the size of the images is used. */
    static DrawingRecorder ofRotated(double width, double height) {
        return new DrawingRecorder(width, height, 0, 0, false);
    }

    /** Returns the share of the page that the images drawn so far cover. */
    double imageShare() {
        return imageArea / Math.max(1, width * height);
    }

    Drawing drawing() {
        return new Drawing(
                width,
                height,
                List.copyOf(horizontal),
                List.copyOf(vertical),
                List.copyOf(images),
                List.copyOf(shades));
    }

    /** Handles {@code operator} if it draws. */
    void accept(
            String operator, List<COSBase> operands, @Nullable PDGraphicsState state, @Nullable PDResources resources) {
        boolean isImage = operator.equals("Do") || operator.equals("BI");
        if (state == null || !(isEnabled || isImage)) {
            return;
        }
        Matrix matrix = state.getCurrentTransformationMatrix();
        switch (operator) {
            case "re" -> rectangle(operands, matrix);
            case "m" -> {
                current = point(operands, 0, matrix);
                start = current;
            }
            case "l" -> lineTo(point(operands, 0, matrix));
            case "c", "v", "y" -> current = point(operands, operands.size() - 2, matrix);
            case "h" -> lineTo(start);
            case "S", "s" -> paint(true, false);
            case "B", "B*", "b", "b*" -> paint(true, true);
            case "f", "F", "f*" -> paint(false, true);
            case "n" -> clear();
            case "Do" -> image(operands, matrix, resources);
            case "BI" -> addImage(unitSquare(matrix));
            default -> {
                color.accept(operator, operands);
            }
        }
    }

    private void rectangle(List<COSBase> operands, Matrix matrix) {
        Point2D.Float from = point(operands, 0, matrix);
        if (from == null || operands.size() < 4) {
            return;
        }
        float x = number(operands, 0) + number(operands, 2);
        float y = number(operands, 1) + number(operands, 3);
        if (rectangles.size() < MAX_RULES) {
            rectangles.add(box(from, onPage(matrix.transformPoint(x, y))));
        }
    }

    private void lineTo(Point2D.@Nullable Float to) {
        if (current != null && to != null && segments.size() < MAX_RULES) {
            segments.add(box(current, to));
        }
        current = to;
    }

    private void paint(boolean isStroked, boolean isFilled) {
        for (Box box : isFilled && !color.isWhite() ? filled() : List.<Box>of()) {
            if (box.height() > MAX_THICKNESS && box.width() > MAX_THICKNESS && shades.size() < MAX_RULES) {
                shades.add(box);
            }
        }
        for (Box box : rectangles) {
            if (box.height() <= MAX_THICKNESS || box.width() <= MAX_THICKNESS) {
                addRule(box);
            } else if (isStroked) {
                addRule(new Box(box.left(), box.top(), box.right(), box.top()));
                addRule(new Box(box.left(), box.bottom(), box.right(), box.bottom()));
                addRule(new Box(box.left(), box.top(), box.left(), box.bottom()));
                addRule(new Box(box.right(), box.top(), box.right(), box.bottom()));
            }
        }
        if (isStroked) {
            segments.forEach(this::addRule);
        } else if (!segments.isEmpty()) {
            addThinOutline();
        }
        clear();
    }

    /** Returns the filled rectangles, of which one may be drawn as a path. */
    private List<Box> filled() {
        boolean isRectangle = !segments.isEmpty()
                && segments.stream().allMatch(side -> side.height() <= MAX_SLOPE || side.width() <= MAX_SLOPE);
        List<Box> filled = new ArrayList<>(rectangles);
        if (isRectangle) {
            filled.add(outline());
        }
        return filled;
    }

    private Box outline() {
        return segments.stream()
                .reduce((one, other) -> new Box(
                        Math.min(one.left(), other.left()),
                        Math.min(one.top(), other.top()),
                        Math.max(one.right(), other.right()),
                        Math.max(one.bottom(), other.bottom())))
                .orElseThrow();
    }

    /** Adds a filled path if it is as thin as a rule. */
    private void addThinOutline() {
        Box outline = outline();
        if (outline.height() <= MAX_THICKNESS || outline.width() <= MAX_THICKNESS) {
            addRule(outline);
        }
    }

    private void addRule(Box box) {
        if (horizontal.size() + vertical.size() >= MAX_RULES) {
            return;
        }
        double middleX = (box.left() + box.right()) / 2;
        double middleY = (box.top() + box.bottom()) / 2;
        if (box.width() >= MIN_LENGTH && box.height() <= Math.max(MAX_SLOPE, MAX_THICKNESS)) {
            horizontal.add(new Box(box.left(), middleY, box.right(), middleY));
        } else if (box.height() >= MIN_LENGTH && box.width() <= Math.max(MAX_SLOPE, MAX_THICKNESS)) {
            vertical.add(new Box(middleX, box.top(), middleX, box.bottom()));
        }
    }

    private void clear() {
        rectangles.clear();
        segments.clear();
        current = null;
        start = null;
    }

    private void image(List<COSBase> operands, Matrix matrix, @Nullable PDResources resources) {
        if (resources != null
                && !operands.isEmpty()
                && operands.getFirst() instanceof COSName name
                && resources.isImageXObject(name)
                && images.size() < MAX_RULES) {
            addImage(unitSquare(matrix));
        }
    }

    private void addImage(Box box) {
        images.add(box);
        imageArea += box.width() * box.height();
    }

    private Box unitSquare(Matrix matrix) {
        return box(onPage(matrix.transformPoint(0, 0)), onPage(matrix.transformPoint(1, 1)));
    }

    private Point2D.@Nullable Float point(List<COSBase> operands, int at, Matrix matrix) {
        return at < 0 || operands.size() < at + 2
                ? null
                : onPage(matrix.transformPoint(number(operands, at), number(operands, at + 1)));
    }

    private Point2D.Float onPage(Point2D.Float point) {
        return new Point2D.Float((float) (point.x - originX), (float) (height - (point.y - originY)));
    }

    private static float number(List<COSBase> operands, int at) {
        return operands.get(at) instanceof COSNumber number ? number.floatValue() : 0;
    }

    private static Box box(Point2D.Float one, Point2D.Float other) {
        return new Box(
                Math.min(one.x, other.x), Math.min(one.y, other.y), Math.max(one.x, other.x), Math.max(one.y, other.y));
    }
}
