package jirei.intake.slides;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Orders boxes as they are read: the page is cut along its widest gap, again and again, into rows and columns.
 * Stateless.
 */
final class ReadingOrder {
    /** The widest gap across which no box lies. */
    private record Cut(double width, double position) {
        static final Cut NONE = new Cut(Double.NEGATIVE_INFINITY, 0);
    }

    /** Number of boxes from which they are ordered by their top edges alone. */
    private static final int MAX_BOXES = 500;

    private static final int MAX_DEPTH = 60;
    /** Share of the smaller box by which two may overlap and still be side by side. */
    private static final double TOLERANCE = 0.1;

    private ReadingOrder() {}

    /** Returns {@code boxes} in reading order; those without a position come last, in their own order. */
    static List<Slide.Box> of(List<Slide.Box> boxes) {
        List<Slide.Box> placed = new ArrayList<>();
        List<Slide.Box> others = new ArrayList<>();
        for (Slide.Box box : boxes) {
            if (!box.lines().isEmpty()) {
                (box.area().equals(Slide.Area.UNKNOWN) ? others : placed).add(box);
            }
        }
        List<Slide.Box> ordered = new ArrayList<>();
        order(placed, ordered, 0);
        ordered.addAll(others);
        return ordered;
    }

    private static void order(List<Slide.Box> boxes, List<Slide.Box> ordered, int depth) {
        if (boxes.size() <= 1) {
            ordered.addAll(boxes);
            return;
        }
        boolean isTooMany = boxes.size() > MAX_BOXES || depth > MAX_DEPTH;
        Cut rows = isTooMany
                ? Cut.NONE
                : cut(boxes, box -> box.area().top(), box -> box.area().bottom());
        Cut columns = isTooMany
                ? Cut.NONE
                : cut(boxes, box -> box.area().left(), box -> box.area().right());
        if (rows.equals(Cut.NONE) && columns.equals(Cut.NONE)) {
            boxes.stream()
                    .sorted(Comparator.comparingDouble(
                                    (Slide.Box box) -> box.area().top())
                            .thenComparingDouble(box -> box.area().left()))
                    .forEach(ordered::add);
            return;
        }
        boolean isRow = rows.width() >= columns.width();
        double position = isRow ? rows.position() : columns.position();
        List<Slide.Box> before = new ArrayList<>();
        List<Slide.Box> after = new ArrayList<>();
        for (Slide.Box box : boxes) {
            double start = isRow ? box.area().top() : box.area().left();
            (start < position ? before : after).add(box);
        }
        order(before, ordered, depth + 1);
        order(after, ordered, depth + 1);
    }

    private static Cut cut(List<Slide.Box> boxes, ToDoubleFunction<Slide.Box> start, ToDoubleFunction<Slide.Box> end) {
        List<Slide.Box> sorted =
                boxes.stream().sorted(Comparator.comparingDouble(start)).toList();
        Cut widest = Cut.NONE;
        double reached = end.applyAsDouble(sorted.getFirst());
        double smallest = reached - start.applyAsDouble(sorted.getFirst());
        for (Slide.Box box : sorted.subList(1, sorted.size())) {
            double from = start.applyAsDouble(box);
            double size = end.applyAsDouble(box) - from;
            double gap = from - reached;
            boolean isClear = gap >= -TOLERANCE * Math.min(smallest, size);
            if (isClear && gap > widest.width()) {
                widest = new Cut(gap, from);
            }
            reached = Math.max(reached, end.applyAsDouble(box));
            smallest = Math.min(smallest, size);
        }
        return widest;
    }
}
