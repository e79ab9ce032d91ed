package jirei.bench;

import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;

/** Draws the growth of latency, memory and index size with the corpus as SVG: four plots with logarithmic axes. */
final class GrowthPicture {
    private static final int WIDTH = 380;
    private static final int HEIGHT = 270;
    private static final int LEFT = 62;
    private static final int RIGHT = 18;
    private static final int TOP = 46;
    private static final int BOTTOM = 52;
    private static final List<String> COLOURS = List.of("#0031d8", "#c74700", "#5c10be");

    private final SortedMap<Integer, Results> sizes;
    private final StringBuilder svg = new StringBuilder();
    private final Formatter out = new Formatter(svg, Locale.ROOT);

    private GrowthPicture(SortedMap<Integer, Results> sizes) {
        this.sizes = sizes;
    }

    /**
     * A line of a plot.
     *
     * @param label legend
     * @param number name of the number in the results
     * @param unit divisor that converts the number to the displayed unit
     */
    private record Line(String label, String number, double unit) {}

    static String of(SortedMap<Integer, Results> sizes) {
        var picture = new GrowthPicture(sizes);
        picture.draw();
        return picture.svg.toString();
    }

    private void draw() {
        out.format(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" "
                        + "font-family=\"'Noto Sans JP', 'Noto Sans CJK JP', sans-serif\" font-size=\"12\" role=\"img\">%n"
                        + "<title>Time, memory and index size by the number of sections</title>%n"
                        + "<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>%n",
                2 * WIDTH, 2 * HEIGHT, 2 * WIDTH, 2 * HEIGHT);
        plot(0, 0, "p50 of a response, 1 client (ms)", lines("api.1.p50", "bare.1.p50"));
        plot(WIDTH, 0, "p99 of a response, 1 client (ms)", lines("api.1.p99", "bare.1.p99"));
        plot(
                0,
                HEIGHT,
                "Memory of the idle server (MB)",
                List.of(new Line("resident", "memory.atRest", 1e6), new Line("heap in use", "memory.heap", 1e6)));
        plot(
                WIDTH,
                HEIGHT,
                "Size (MB)",
                List.of(new Line("index", "index.bytes", 1e6), new Line("text in UTF-8", "text.bytes", 1e6)));
        svg.append("</svg>\n");
    }

    private static List<Line> lines(String http, String baseline) {
        return List.of(new Line("Jirei over HTTP", http, 1), new Line("plain Lucene", baseline, 1));
    }

    private void plot(int x, int y, String title, List<Line> lines) {
        double[] range = range(lines);
        out.format("<g transform=\"translate(%d %d)\">%n", x, y);
        out.format(
                "<text x=\"%d\" y=\"20\" font-size=\"14\" font-weight=\"bold\" fill=\"#1a1a1a\">%s</text>%n",
                LEFT, title);
        for (int power = (int) range[0]; power <= range[1]; power++) {
            double at = y(power, range);
            out.format(
                    "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#d8d8db\"/>%n",
                    LEFT, WIDTH - RIGHT, at, at);
            out.format(
                    "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\" fill=\"#414143\">%s</text>%n",
                    LEFT - 8, at + 4, power(power));
        }
        for (int sections : sizes.keySet()) {
            out.format(
                    "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\" fill=\"#414143\">%s</text>%n",
                    x(sections), HEIGHT - BOTTOM + 20, shortened(sections));
        }
        out.format(
                "<text x=\"%d\" y=\"%d\" text-anchor=\"end\" fill=\"#414143\">sections</text>%n",
                WIDTH - RIGHT, HEIGHT - BOTTOM + 38);
        for (int i = 0; i < lines.size(); i++) {
            line(lines.get(i), lines.get(1 - i), i, range);
        }
        svg.append("</g>\n");
    }

    /** Draws a line. The values of the higher line are printed above it, those of the lower line below it. */
    private void line(Line line, Line other, int number, double[] range) {
        String colour = COLOURS.get(number);
        int legend = LEFT + 150 * number;
        String dash = number == 0 ? "" : " stroke-dasharray=\"6 4\"";
        out.format(
                "<line x1=\"%d\" x2=\"%d\" y1=\"34\" y2=\"34\" stroke=\"%s\" stroke-width=\"2.5\"%s/>%n"
                        + "<text x=\"%d\" y=\"38\" fill=\"#1a1a1a\">%s</text>%n",
                legend, legend + 22, colour, dash, legend + 28, line.label);
        StringBuilder points = new StringBuilder();
        sizes.forEach((sections, results) -> {
            double value = results.number(line.number) / line.unit;
            if (value > 0) {
                double at = y(Math.log10(value), range);
                points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(sections), at));
                out.format("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3.5\" fill=\"%s\"/>%n", x(sections), at, colour);
                boolean isHigher = value > results.number(other.number) / other.unit;
                double label = isHigher ? at - 9 : at + 18;
                out.format(
                        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\" font-size=\"11\" fill=\"%s\">%s</text>%n",
                        x(sections), label, colour, format(value));
            }
        });
        out.format(
                "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2.5\"%s/>%n",
                points.toString().strip(), colour, dash);
    }

    /** Returns the exponents of the powers of ten that enclose all values. */
    private double[] range(List<Line> lines) {
        double min = Double.MAX_VALUE;
        double max = -Double.MAX_VALUE;
        for (Results results : sizes.values()) {
            for (Line line : lines) {
                double value = results.number(line.number) / line.unit;
                if (value > 0) {
                    min = Math.min(min, Math.floor(Math.log10(value * 0.8)));
                    max = Math.max(max, Math.ceil(Math.log10(value * 1.3)));
                }
            }
        }
        return min > max ? new double[] {0, 1} : new double[] {min, Math.max(max, min + 1)};
    }

    private double x(int sections) {
        double from = Math.log10(sizes.firstKey());
        double to = Math.log10(sizes.lastKey());
        double part = to > from ? (Math.log10(sections) - from) / (to - from) : 0.5;
        return LEFT + 24 + part * (WIDTH - RIGHT - LEFT - 48);
    }

    private static double y(double power, double[] range) {
        return TOP + (range[1] - power) / (range[1] - range[0]) * (HEIGHT - TOP - BOTTOM);
    }

    private static String power(int power) {
        return power >= 0
                ? String.format(Locale.ROOT, "%,.0f", Math.pow(10, power))
                : String.format(Locale.ROOT, "%." + -power + "f", Math.pow(10, power));
    }

    private static String format(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.1f" : "%,.0f", value);
    }

    private static String shortened(int sections) {
        if (sections % 1_000_000 == 0) {
            return sections / 1_000_000 + " M";
        }
        return sections % 1_000 == 0 ? sections / 1_000 + " k" : Integer.toString(sections);
    }
}
