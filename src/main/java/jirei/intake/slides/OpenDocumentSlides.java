package jirei.intake.slides;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jirei.intake.source.Block;
import jirei.intake.source.Budget;
import jirei.intake.source.DocumentLimitException;
import jirei.intake.source.Limits;
import jirei.intake.source.XmlHandler;
import jirei.intake.source.XmlParts;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;

/** Reads OpenDocument presentations (odp) as a stream. Not thread-safe; {@link #read} is. */
public final class OpenDocumentSlides extends XmlHandler {
    private static final Set<String> SKIPPED =
            Set.of("ruby-text", "annotation", "forms", "animations", "par", "header", "footer", "date-time");
    private static final Set<String> SHAPES = Set.of(
            "frame", "custom-shape", "rect", "ellipse", "circle", "line", "connector", "polygon", "path", "caption");
    private static final Set<String> FURNITURE =
            Set.of("header", "footer", "date-time", "page-number", "handout", "page");
    private static final Pattern LENGTH = Pattern.compile("(-?[0-9]+(?:\\.[0-9]+)?)(cm|mm|in|pt|px)?");
    private static final Pattern TRANSLATION =
            Pattern.compile("translate\\s*\\(\\s*(-?[0-9.]+(?:cm|mm|in|pt)?)\\s+(-?[0-9.]+(?:cm|mm|in|pt)?)\\s*\\)");

    private final List<Block> blocks = new ArrayList<>();
    private final List<Slide.Box> titles = new ArrayList<>();
    private final List<Slide.Box> boxes = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Deque<StringBuilder> paragraphs = new ArrayDeque<>();
    private List<String> lines = new ArrayList<>();
    private List<String> cells = new ArrayList<>();
    private final List<String> rows = new ArrayList<>();
    private Slide.Area area = Slide.Area.UNKNOWN;
    private String kind = "";
    private int shapeDepth;
    private boolean inBody;
    private boolean inNotes;
    private int number;

    private OpenDocumentSlides(Budget budget) {
        super(budget);
    }

    /**
     * Reads the slides in order, with slide numbers as positions.
     *
     * @throws SAXException if a part is not well-formed
     * @throws DocumentLimitException if it exceeds the limits
     */
    public static List<Block> read(XmlParts file, Budget budget) throws IOException, SAXException {
        var slides = new OpenDocumentSlides(budget);
        file.parse("content.xml", slides);
        return slides.blocks;
    }

    @Override
    protected void start(String name, Attributes attributes) {
        if (name.equals("presentation")) {
            inBody = true;
        }
        if (!inBody) {
            return;
        }
        if (SKIPPED.contains(name)) {
            skip();
        } else if (shapeDepth == 0 && SHAPES.contains(name)) {
            startShape(attributes);
        } else {
            startOther(name, attributes);
        }
    }

    private void startShape(Attributes attributes) {
        shapeDepth = depth();
        kind = attribute(attributes, "class");
        double left = length(attribute(attributes, "x"));
        double top = length(attribute(attributes, "y"));
        Matcher moved = TRANSLATION.matcher(attribute(attributes, "transform"));
        if (moved.find()) {
            left = length(moved.group(1));
            top = length(moved.group(2));
        }
        area = new Slide.Area(
                left,
                top,
                left + length(attribute(attributes, "width")),
                top + length(attribute(attributes, "height")));
        lines = new ArrayList<>();
        rows.clear();
    }

    private void startOther(String name, Attributes attributes) {
        switch (name) {
            case "page" -> startSlide();
            case "notes" -> inNotes = true;
            case "p", "h" -> paragraphs.push(new StringBuilder());
            case "line-break" -> append("\n");
            case "tab" -> append(" ");
            case "s" -> append(attribute(attributes, "c").isEmpty() ? " " : "  ");
            case "table-row" -> cells = new ArrayList<>();
            default -> {
                // no text of its own
            }
        }
    }

    private void startSlide() {
        number++;
        if (number > Limits.MAX_PAGES) {
            throw new DocumentLimitException("ページが" + Limits.MAX_PAGES + "を超える");
        }
        titles.clear();
        boxes.clear();
        notes.clear();
    }

    /** Returns a length in centimetres; 0 for none. */
    private static double length(String text) {
        Matcher length = LENGTH.matcher(text);
        if (!length.matches()) {
            return 0;
        }
        double value = Double.parseDouble(length.group(1));
        return switch (String.valueOf(length.group(2))) {
            case "mm" -> value / 10;
            case "in" -> value * 2.54;
            case "pt", "px" -> value * 2.54 / 72;
            default -> value;
        };
    }

    private void append(String text) {
        if (!paragraphs.isEmpty()) {
            paragraphs.peek().append(text);
        }
    }

    @Override
    protected void text(String text) {
        append(text.replaceAll("\\s+", " "));
    }

    @Override
    protected void end(String name) {
        if (!inBody) {
            return;
        }
        if (depth() == shapeDepth) {
            shapeDepth = 0;
            endShape();
            return;
        }
        switch (name) {
            case "p", "h" -> lines.add(paragraphs.pop().toString());
            case "table-cell" -> {
                cells.add(String.join(" ", lines));
                lines.clear();
            }
            case "table-row" -> {
                cells.removeIf(String::isBlank);
                rows.add(String.join("\u3000", cells));
            }
            case "notes" -> inNotes = false;
            case "page" -> blocks.addAll(new Slide(titles, boxes, notes).blocks(number));
            case "presentation" -> inBody = false;
            default -> {
                // nothing was started
            }
        }
    }

    private void endShape() {
        if (FURNITURE.contains(kind)) {
            return;
        }
        if (inNotes) {
            notes.addAll(lines);
        } else if (kind.equals("title")) {
            titles.add(new Slide.Box(area, lines, false));
        } else {
            boxes.add(new Slide.Box(area, rows.isEmpty() ? lines : List.copyOf(rows), !rows.isEmpty()));
        }
    }
}
