package jirei.intake.slides;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jirei.intake.source.Budget;
import jirei.intake.source.XmlHandler;
import org.xml.sax.Attributes;

/** Receives the shapes of a slide, a layout or a page of notes. Not thread-safe. */
final class PowerPointShapes extends XmlHandler {
    /** A diagram whose texts are in a part of its own. */
    record Diagram(Slide.Area area, String dataId) {}

    /** How a group draws the coordinates of its shapes. */
    private record Scale(double x, double y, double left, double top) {
        static final Scale NONE = new Scale(1, 1, 0, 0);
    }

    private static final Set<String> SHAPES = Set.of("sp", "graphicFrame", "cxnSp", "pic");
    private static final Set<String> TITLES = Set.of("title", "ctrTitle");
    private static final Set<String> FURNITURE = Set.of("dt", "ftr", "sldNum", "hdr", "sldImg");

    private final Map<String, Slide.Area> inherited;
    private final Map<String, Slide.Area> places = new HashMap<>();
    private final List<Slide.Box> titles = new ArrayList<>();
    private final List<Slide.Box> boxes = new ArrayList<>();
    private final List<String> bodyLines = new ArrayList<>();
    private final List<Diagram> diagrams = new ArrayList<>();
    private final List<String> looseLines = new ArrayList<>();
    private final Deque<Scale> groups = new ArrayDeque<>();
    private final List<String> tableRows = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private List<String> lines = new ArrayList<>();
    private List<String> cells = new ArrayList<>();
    private double[] frame = new double[8];
    private boolean hasFrame;

    private int shapeDepth;
    private String placeholder = "";
    private String index = "";
    private boolean isTable;
    private boolean inText;
    private String diagram = "";

    PowerPointShapes(Budget budget, Map<String, Slide.Area> inherited) {
        super(budget);
        this.inherited = inherited;
        groups.push(Scale.NONE);
    }

    List<Slide.Box> titles() {
        return titles;
    }

    List<Slide.Box> boxes() {
        return boxes;
    }

    /** Returns the paragraphs of the body placeholders. */
    List<String> bodyLines() {
        return bodyLines;
    }

    List<Diagram> diagrams() {
        return diagrams;
    }

    /** Returns the paragraphs in no shape, as those of a diagram's data. */
    List<String> looseLines() {
        return looseLines;
    }

    /** Returns the positions of placeholders, by index and by type. */
    Map<String, Slide.Area> places() {
        return places;
    }

    @Override
    protected void start(String name, Attributes attributes) {
        if (name.equals("Fallback")) {
            skip();
        } else if (shapeDepth == 0 && SHAPES.contains(name)) {
            startShape();
        } else {
            startOther(name, attributes);
        }
    }

    private void startShape() {
        shapeDepth = depth();
        placeholder = "";
        index = "";
        diagram = "";
        isTable = false;
        hasFrame = false;
        frame = new double[8];
        lines = new ArrayList<>();
    }

    private void startOther(String name, Attributes attributes) {
        switch (name) {
            case "grpSp" -> groups.push(groups.element());
            case "grpSpPr" -> {
                frame = new double[8];
            }
            case "off" -> point(attributes, 0, "x", "y");
            case "ext" -> point(attributes, 2, "cx", "cy");
            case "chOff" -> point(attributes, 4, "x", "y");
            case "chExt" -> point(attributes, 6, "cx", "cy");
            case "ph" -> {
                placeholder = attribute(attributes, "type").isEmpty() ? "body" : attribute(attributes, "type");
                index = attribute(attributes, "idx");
            }
            case "tbl" -> isTable = true;
            case "tr" -> cells = new ArrayList<>();
            case "relIds" -> diagram = attribute(attributes, "dm");
            case "t" -> inText = true;
            case "br" -> line.append('\n');
            case "tab" -> line.append(' ');
            default -> {
                // no text of its own
            }
        }
    }

    private void point(Attributes attributes, int at, String first, String second) {
        if (attribute(attributes, first).isEmpty()) {
            return; // an element of extensions has the same name
        }
        frame[at] = number(attribute(attributes, first), 0);
        frame[at + 1] = number(attribute(attributes, second), 0);
        hasFrame |= at == 2;
    }

    @Override
    protected void text(String text) {
        if (inText) {
            line.append(text);
        }
    }

    @Override
    protected void end(String name) {
        if (depth() == shapeDepth) {
            shapeDepth = 0;
            endShape();
            return;
        }
        switch (name) {
            case "t" -> inText = false;
            case "p" -> endParagraph();
            case "tc" -> {
                cells.add(String.join(" ", lines));
                lines.clear();
            }
            case "tr" -> endRow();
            case "grpSpPr" -> endGroupProperties();
            case "grpSp" -> groups.pop();
            default -> {
                // nothing was started
            }
        }
    }

    private void endParagraph() {
        (shapeDepth > 0 ? lines : looseLines).add(line.toString());
        line.setLength(0);
    }

    private void endRow() {
        cells.removeIf(String::isBlank);
        tableRows.add(String.join("\u3000", cells));
    }

    private void endGroupProperties() {

        Scale outer = groups.pop();
        boolean isScaled = frame[6] > 0 && frame[7] > 0 && frame[2] > 0 && frame[3] > 0;
        double x = isScaled ? frame[2] / frame[6] : 1;
        double y = isScaled ? frame[3] / frame[7] : 1;
        double left = frame[0] - x * frame[4];
        double top = frame[1] - y * frame[5];
        groups.push(new Scale(outer.x * x, outer.y * y, outer.left + outer.x * left, outer.top + outer.y * top));
    }

    private void endShape() {
        Slide.Area area = area();
        if (!placeholder.isEmpty()) {
            places.put("type " + placeholder, area);
            places.put("index " + index, area);
        }
        List<String> text = isTable ? List.copyOf(tableRows) : lines;
        tableRows.clear();
        if (!diagram.isEmpty()) {
            diagrams.add(new Diagram(area, diagram));
        } else if (TITLES.contains(placeholder)) {
            titles.add(new Slide.Box(area, text, false));
        } else if (!FURNITURE.contains(placeholder)) {
            boxes.add(new Slide.Box(area, text, isTable));
            if (placeholder.equals("body")) {
                bodyLines.addAll(text);
            }
        }
    }

    private Slide.Area area() {
        if (!hasFrame) {
            Slide.Area byType = inherited.getOrDefault("type " + placeholder, Slide.Area.UNKNOWN);
            return index.isEmpty() ? byType : inherited.getOrDefault("index " + index, byType);
        }
        Scale scale = groups.element();
        double left = scale.left + scale.x * frame[0];
        double top = scale.top + scale.y * frame[1];
        return new Slide.Area(left, top, left + scale.x * frame[2], top + scale.y * frame[3]);
    }
}
