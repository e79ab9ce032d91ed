package jirei.web.page.charts;

import java.util.ArrayList;
import java.util.List;
import jirei.web.page.charts.ScatterChart.Label;
import org.jspecify.annotations.Nullable;

/** Finds room for names beside the points of a chart, so that no name covers another or a point. */
final class LabelPlacement {
    private static final int SIZE = 13;
    private static final int GAP = 11;
    private static final int POINT = 5;

    private final List<Box> taken = new ArrayList<>();

    private record Box(int left, int top, int right, int bottom) {
        boolean meets(Box other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }

        boolean isInside() {
            return left >= ScatterAxes.LEFT && right <= ScatterAxes.WIDTH && top >= 0 && bottom <= ScatterAxes.BOTTOM;
        }
    }

    /** Keeps names off the point at {@code x} and {@code y}. */
    void keepClear(int x, int y) {
        taken.add(new Box(x - POINT, y - POINT, x + POINT, y + POINT));
    }

    /** The place of {@code text} beside the point at {@code x} and {@code y}; null where there is no room. */
    @Nullable
    Label place(String text, int x, int y) {
        int width = text.length() * SIZE;
        List<Label> ways = List.of(
                new Label(text, x + GAP, y + SIZE / 3, "start"),
                new Label(text, x - GAP, y + SIZE / 3, "end"),
                new Label(text, x, y - GAP, "middle"),
                new Label(text, x, y + GAP + SIZE, "middle"));
        for (Label way : ways) {
            int left =
                    switch (way.anchor()) {
                        case "start" -> way.x();
                        case "end" -> way.x() - width;
                        default -> way.x() - width / 2;
                    };
            var box = new Box(left, way.y() - SIZE, left + width, way.y() + SIZE / 3);
            if (!text.isEmpty() && box.isInside() && taken.stream().noneMatch(box::meets)) {
                taken.add(box);
                return way;
            }
        }
        return null;
    }
}
