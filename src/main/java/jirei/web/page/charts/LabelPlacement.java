package jirei.web.page.charts;

import java.util.ArrayList;
import java.util.List;
import jirei.web.page.charts.ScatterChart.Label;
import org.jspecify.annotations.Nullable;

/** Places labels next to the points of a chart so that no label overlaps another label or a point. Not thread-safe. */
final class LabelPlacement {
    private static final int FONT_SIZE = 13;
    private static final int GAP = 11;
    private static final int POINT_RADIUS = 5;

    private final List<Box> occupied = new ArrayList<>();

    private record Box(int left, int top, int right, int bottom) {
        boolean overlaps(Box other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }

        boolean isInside() {
            return left >= ScatterAxes.LEFT && right <= ScatterAxes.WIDTH && top >= 0 && bottom <= ScatterAxes.BOTTOM;
        }
    }

    /** Keeps labels off the point at {@code x} and {@code y}. */
    void reserve(int x, int y) {
        occupied.add(new Box(x - POINT_RADIUS, y - POINT_RADIUS, x + POINT_RADIUS, y + POINT_RADIUS));
    }

    /** Returns the label {@code text} next to the point at {@code x} and {@code y}; null if there is no room. */
    @Nullable
    Label place(String text, int x, int y) {
        int width = text.length() * FONT_SIZE;
        List<Label> candidates = List.of(
                new Label(text, x + GAP, y + FONT_SIZE / 3, "start"),
                new Label(text, x - GAP, y + FONT_SIZE / 3, "end"),
                new Label(text, x, y - GAP, "middle"),
                new Label(text, x, y + GAP + FONT_SIZE, "middle"));
        for (Label candidate : candidates) {
            int left =
                    switch (candidate.anchor()) {
                        case "start" -> candidate.x();
                        case "end" -> candidate.x() - width;
                        default -> candidate.x() - width / 2;
                    };
            var box = new Box(left, candidate.y() - FONT_SIZE, left + width, candidate.y() + FONT_SIZE / 3);
            if (!text.isEmpty() && box.isInside() && occupied.stream().noneMatch(box::overlaps)) {
                occupied.add(box);
                return candidate;
            }
        }
        return null;
    }
}
