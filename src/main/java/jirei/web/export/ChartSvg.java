package jirei.web.export;

import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import jirei.cases.Theme;
import jirei.web.page.charts.BarChart;
import jirei.web.page.charts.MatrixChart;
import jirei.web.page.charts.ScatterChart;

/**
 * A chart as an SVG file of its own: with title and origin, on white, with attributes in place of style sheets, which the
 * security headers of the file would block. Lengths are in pixels. Not thread-safe.
 */
public final class ChartSvg {
    private static final String INK = "#1a1a1c";
    private static final String PALE = "#767676";
    private static final String CASES = "#0017c1";
    private static final String SECTIONS = "#7096f8";
    private static final String LINE = "#d8d8db";
    private static final String FONT = "'Noto Sans JP', 'Yu Gothic', 'Hiragino Sans', sans-serif";

    private static final int WIDTH = 800;
    /** The longest id of a theme over a column. */
    private static final int MAX_MARK = 2;

    private static final int MARGIN = 20;
    private static final int TOP = 70;
    private static final int ROW = 28;
    private static final int BAR_LABEL = 240;
    private static final int BAR_LENGTH = 190;

    private static final int CELL = 80;
    private static final int HEAD = 30;
    private static final int NAME = 20;
    private static final int ACTOR_LABEL = 170;

    private final StringWriter out = new StringWriter();
    private final XMLStreamWriter xml;

    private ChartSvg(String title, String origin, int width, int height) throws XMLStreamException {
        xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
        xml.writeStartElement("svg");
        xml.writeDefaultNamespace("http://www.w3.org/2000/svg");
        attributes("width", width, "height", height, "viewBox", "0 0 " + width + " " + height);
        attributes("font-family", FONT, "font-size", 14, "fill", INK);
        empty("rect", "width", width, "height", height, "fill", "#ffffff");
        text(title, MARGIN, 32, "font-size", 18, "font-weight", 700);
        text(origin, MARGIN, 54, "font-size", 12, "fill", PALE);
    }

    /** Returns a bar chart: for each value the cases, and the sections beside them. */
    public static String of(BarChart chart, String title, String origin) {
        return drawn(title, origin, WIDTH, TOP + ROW * (chart.bars().size() + 1) + MARGIN, svg -> svg.bars(chart));
    }

    /** Returns the table of bubbles, with the names of the themes below. */
    public static String of(MatrixChart chart, String title, String origin) {
        int width = 2 * MARGIN + ACTOR_LABEL + CELL * chart.themes().size();
        int height = matrixEnd(chart) + NAME * chart.themes().size() + MARGIN;
        return drawn(title, origin, Math.max(WIDTH, width), height, svg -> svg.matrix(chart));
    }

    private static int matrixEnd(MatrixChart chart) {
        return TOP + HEAD + CELL / 2 * chart.rows().size();
    }

    /** Returns the scatter plot. */
    public static String of(ScatterChart chart, String title, String origin) {
        return drawn(title, origin, WIDTH, TOP + 470, svg -> svg.scatter(chart));
    }

    /** Draws one chart. */
    private interface Drawing {
        void on(ChartSvg svg) throws XMLStreamException;
    }

    private static String drawn(String title, String origin, int width, int height, Drawing drawing) {
        try {
            var svg = new ChartSvg(title, origin, width, height);
            drawing.on(svg);
            svg.xml.writeEndDocument();
            svg.xml.close();
            return svg.out.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing to memory failed", e);
        }
    }

    private void bars(BarChart chart) throws XMLStreamException {
        int cases = BAR_LABEL + MARGIN;
        int sections = cases + BAR_LENGTH + 90;
        text("事例", cases, TOP + 18, "font-weight", 700);
        text("記述", sections, TOP + 18, "font-weight", 700);
        int y = TOP + ROW;
        for (BarChart.Bar bar : chart.bars()) {
            text(bar.label(), BAR_LABEL, y + 19, "text-anchor", "end");
            bar(cases, y, bar.casesLength(), bar.cases(), CASES);
            bar(sections, y, bar.sectionsLength(), bar.sections(), SECTIONS);
            y += ROW;
        }
    }

    private void bar(int x, int y, int percent, String count, String colour) throws XMLStreamException {
        int length = BAR_LENGTH * percent / 100;
        empty("rect", "x", x, "y", y + 5, "width", length, "height", ROW - 10, "fill", colour);
        text(count, x + length + 6, y + 19);
    }

    /** A long id does not fit over a column of bubbles. */
    private static String mark(Theme theme) {
        return theme.id().length() > MAX_MARK ? Integer.toString(theme.order() + 1) : theme.id();
    }

    private static String legend(Theme theme) {
        return mark(theme).equals(theme.id()) ? theme.label() : mark(theme) + " " + theme.label();
    }

    private void matrix(MatrixChart chart) throws XMLStreamException {
        int left = MARGIN + ACTOR_LABEL;
        for (int at = 0; at < chart.themes().size(); at++) {
            text(
                    mark(chart.themes().get(at)),
                    left + at * CELL + 20,
                    TOP + 18,
                    "text-anchor",
                    "middle",
                    "font-weight",
                    700);
        }
        for (int at = 0; at < chart.themes().size(); at++) {
            text(legend(chart.themes().get(at)), left, matrixEnd(chart) + NAME * (at + 1), "font-size", 12);
        }
        int y = TOP + HEAD;
        for (MatrixChart.Row row : chart.rows()) {
            text(row.actor(), left - 16, y + 25, "text-anchor", "end");
            List<MatrixChart.Cell> cells = row.cells();
            for (int at = 0; at < cells.size(); at++) {
                int x = left + at * CELL;
                empty("circle", "cx", x + 20, "cy", y + 20, "r", cells.get(at).radius(), "fill", SECTIONS);
                text(cells.get(at).count(), x + 43, y + 25);
            }
            y += CELL / 2;
        }
    }

    private void scatter(ScatterChart chart) throws XMLStreamException {
        xml.writeStartElement("g");
        attributes("transform", "translate(20," + TOP + ")");
        for (ScatterChart.Tick tick : chart.populationTicks()) {
            empty("line", "x1", tick.at(), "y1", 16, "x2", tick.at(), "y2", 404, "stroke", LINE);
            text(tick.label(), tick.at(), 424, "text-anchor", "middle");
        }
        for (ScatterChart.Tick tick : chart.rateTicks()) {
            empty("line", "x1", 56, "y1", tick.at(), "x2", 744, "y2", tick.at(), "stroke", LINE);
            text(tick.label(), 48, tick.at() + 5, "text-anchor", "end");
        }
        empty("path", "d", "M56 16V404H744", "fill", "none", "stroke", INK);
        text("人口 →", 744, 450, "text-anchor", "end");
        text("↑ 高齢化率", 64, 12);
        if (chart.hasStatistics()) {
            text("破線の縁：統計から補った数値", 744, 12, "text-anchor", "end");
        }
        for (ScatterChart.Point point : chart.points()) {
            String colour = point.found() ? CASES : PALE;
            empty("circle", "cx", point.x(), "cy", point.y(), "r", point.found() ? 8 : 5, "fill", colour);
            if (point.fromStatistics()) {
                empty(
                        "circle",
                        "cx",
                        point.x(),
                        "cy",
                        point.y(),
                        "r",
                        8,
                        "fill",
                        "none",
                        "stroke",
                        INK,
                        "stroke-dasharray",
                        "3 2");
            }
            ScatterChart.Label label = point.label();
            if (label != null) {
                text(label.text(), label.x(), label.y(), "text-anchor", label.anchor(), "font-size", 12);
            }
        }
        xml.writeEndElement();
    }

    private void empty(String name, Object... attributes) throws XMLStreamException {
        xml.writeEmptyElement(name);
        attributes(attributes);
    }

    private void text(String text, int x, int y, Object... attributes) throws XMLStreamException {
        xml.writeStartElement("text");
        attributes("x", x, "y", y);
        attributes(attributes);
        xml.writeCharacters(CleanText.line(text));
        xml.writeEndElement();
    }

    private void attributes(Object... namesAndValues) throws XMLStreamException {
        for (int at = 0; at < namesAndValues.length; at += 2) {
            xml.writeAttribute((String) namesAndValues[at], namesAndValues[at + 1].toString());
        }
    }
}
