package jirei.web.page.region;

import java.util.Arrays;

/**
 * The axis of a strip plot from the smallest to the greatest value, 200 wide and 24 high. Immutable.
 *
 * @param min the scaled value at the left end
 * @param max the scaled value at the right end
 * @param isLogarithmic whether values are scaled by their logarithm
 */
record StripAxis(double min, double max, boolean isLogarithmic) {
    private static final double LEFT = 8;
    private static final double WIDTH = 184;

    /** Returns the axis on which all of {@code values} fit, at least one. */
    static StripAxis fitting(double[] values, boolean isLogarithmic) {
        var range = Arrays.stream(values).summaryStatistics();
        return new StripAxis(
                scaled(range.getMin(), isLogarithmic), scaled(range.getMax(), isLogarithmic), isLogarithmic);
    }

    /** Returns the x coordinate of {@code value}; a value beyond an end is drawn there. */
    long x(double value) {
        double scaled = Math.clamp(scaled(value, isLogarithmic), min, max);
        return Math.round(max == min ? LEFT + WIDTH / 2 : LEFT + WIDTH * (scaled - min) / (max - min));
    }

    /** Returns an SVG path with one tick for each pixel column that has a value, for any number of values. */
    String ticks(double[] values) {
        var path = new StringBuilder();
        Arrays.stream(values).mapToLong(this::x).distinct().forEach(x -> path.append('M')
                .append(x)
                .append(" 7v10"));
        return path.toString();
    }

    private static double scaled(double value, boolean isLogarithmic) {
        return isLogarithmic ? Math.log10(value + 1) : value;
    }
}
