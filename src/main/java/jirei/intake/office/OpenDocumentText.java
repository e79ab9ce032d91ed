package jirei.intake.office;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jirei.intake.grid.TableBuilder;
import jirei.intake.source.Block;
import jirei.intake.source.Budget;
import jirei.intake.source.DocumentLimitException;
import jirei.intake.source.XmlHandler;
import jirei.intake.source.XmlParts;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;

/** Reads OpenDocument texts (odt) as a stream. Not thread-safe; {@link #read} is. */
public final class OpenDocumentText extends XmlHandler {
    /** A style; numbers are 0 and texts empty if it does not say, so that its parent does. */
    private record Style(String parent, double size, String weight, boolean raised) {}

    private static final Set<String> SKIPPED = Set.of(
            "ruby-text",
            "annotation",
            "tracked-changes",
            "table-of-content",
            "alphabetical-index",
            "illustration-index",
            "table-index",
            "note-citation",
            "sequence-decls",
            "header",
            "footer",
            "header-left",
            "footer-left",
            "forms");
    private static final Pattern TITLE = Pattern.compile("Title|表題|タイトル");
    private static final Pattern RAISED = Pattern.compile("(?:super|[1-9][0-9]*%).*");
    private static final int MAX_ANCESTORS = 20;
    private static final int MAX_SPACES = 100;

    private final Map<String, Style> styles = new HashMap<>();
    private final Deque<List<OfficeElement>> containers = new ArrayDeque<>();
    private final Deque<OpenParagraph> paragraphs = new ArrayDeque<>();
    private final Deque<TableBuilder<List<OfficeElement>>> tables = new ArrayDeque<>();
    private final Deque<int[]> spansOfCells = new ArrayDeque<>();
    private int headerRows;
    private int notesSeen;
    private final Deque<String> spans = new ArrayDeque<>();
    private String style = "";
    private String styleParent = "";
    private int listDepth;
    private boolean isItemStart;
    private boolean inBody;

    private OpenDocumentText(Budget budget) {
        super(budget);
        containers.push(new ArrayList<>());
    }

    /**
     * Reads the body of an OpenDocument text, without headers, footers and tables of contents.
     *
     * @throws SAXException if a part is not well-formed
     * @throws DocumentLimitException if it exceeds the limits
     */
    public static List<Block> read(XmlParts file, Budget budget) throws IOException, SAXException {
        var text = new OpenDocumentText(budget);
        file.parse("styles.xml", text);
        file.parse("content.xml", text);
        return OfficeOutline.blocks(text.containers.getLast());
    }

    @Override
    protected void start(String name, Attributes attributes) {
        if (SKIPPED.contains(name)) {
            skip();
            return;
        }
        switch (name) {
            case "style" -> {
                style = attribute(attributes, "name");
                styleParent = attribute(attributes, "parent-style-name");
                styles.put(style, new Style(styleParent, 0, "", false));
            }
            case "text-properties" ->
                styles.put(
                        style,
                        new Style(
                                styleParent,
                                points(attribute(attributes, "font-size")),
                                attribute(attributes, "font-weight"),
                                RAISED.matcher(attribute(attributes, "text-position"))
                                        .matches()));
            case "body" -> inBody = true;
            default -> {
                if (inBody) {
                    startText(name, attributes);
                }
            }
        }
    }

    private static double points(String size) {
        try {
            return size.endsWith("pt") ? Double.parseDouble(size.substring(0, size.length() - 2)) : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private void startText(String name, Attributes attributes) {
        switch (name) {
            case "p", "h" -> startParagraph(name, attributes);
            case "span" -> spans.push(attribute(attributes, "style-name"));
            case "line-break" -> append("\n");
            case "note" -> {
                notesSeen++;
                paragraphs.stream().findFirst().ifPresent(open -> open.appendRaised(String.valueOf(notesSeen)));
            }
            case "tab" -> append("\t");
            case "s" -> append(" ".repeat(Math.min(MAX_SPACES, Math.max(1, number(attribute(attributes, "c"), 1)))));
            case "list" -> listDepth++;
            case "list-item" -> isItemStart = true;
            case "text-box", "note-body" -> containers.push(new ArrayList<>());
            case "table" -> tables.push(new TableBuilder<>());
            case "table-header-rows" -> headerRows++;
            case "table-row" -> tables.stream().findFirst().ifPresent(TableBuilder::startRow);
            case "table-cell" -> {
                containers.push(new ArrayList<>());
                spansOfCells.push(new int[] {
                    number(attribute(attributes, "number-rows-spanned"), 1),
                    number(attribute(attributes, "number-columns-spanned"), 1)
                });
            }
            default -> {
                // no text of its own
            }
        }
    }

    private void startParagraph(String name, Attributes attributes) {
        var started = new OpenParagraph();
        started.style = attribute(attributes, "style-name");
        if (name.equals("h")) {
            started.level = Math.max(1, number(attribute(attributes, "outline-level"), 1)) + 1;
        } else if (isTitle(started.style)) {
            started.level = 1;
        } else if (listDepth > 0 && isItemStart) {
            started.label = "・";
        }
        isItemStart = false;
        paragraphs.push(started);
    }

    private boolean isTitle(String name) {
        String current = name;
        for (int i = 0; i < MAX_ANCESTORS && !current.isEmpty(); i++) {
            if (TITLE.matcher(current).matches()) {
                return true;
            }
            current = styles.containsKey(current) ? styles.get(current).parent() : "";
        }
        return false;
    }

    private void append(String text) {
        if (!paragraphs.isEmpty()) {
            OpenParagraph paragraph = paragraphs.peek();
            List<String> names = new ArrayList<>(spans);
            names.add(paragraph.style);
            double size = names.stream()
                    .mapToDouble(this::size)
                    .filter(one -> one > 0)
                    .findFirst()
                    .orElse(0);
            if (spans.stream().anyMatch(this::isRaised)) {
                paragraph.appendRaised(text);
            } else {
                paragraph.append(text, size, names.stream().anyMatch(this::isBold));
            }
        }
    }

    private double size(String name) {
        String current = name;
        for (int i = 0; i < MAX_ANCESTORS && styles.containsKey(current); i++) {
            if (styles.get(current).size() > 0) {
                return styles.get(current).size();
            }
            current = styles.get(current).parent();
        }
        return 0;
    }

    private boolean isRaised(String name) {
        return styles.containsKey(name) && styles.get(name).raised();
    }

    private boolean isBold(String name) {
        String current = name;
        for (int i = 0; i < MAX_ANCESTORS && styles.containsKey(current); i++) {
            if (!styles.get(current).weight().isEmpty()) {
                return styles.get(current).weight().equals("bold");
            }
            current = styles.get(current).parent();
        }
        return false;
    }

    @Override
    protected void text(String text) {
        if (inBody) {
            append(text.replaceAll("\\s+", " "));
        }
    }

    @Override
    protected void end(String name) {
        if (!inBody) {
            return;
        }
        switch (name) {
            case "p", "h" -> containers.element().addAll(paragraphs.pop().build());
            case "span" -> spans.pop();
            case "list" -> listDepth--;
            case "text-box" -> anchor(containers.pop());
            case "note-body" -> anchor(List.of(OfficeElement.Note.numbered(notesSeen, plain(containers.pop()))));
            case "table-cell" -> {
                List<OfficeElement> cell = containers.pop();
                int[] span = spansOfCells.pop();
                tables.stream().findFirst().ifPresent(table -> table.add(span[0], span[1], headerRows > 0, cell));
            }
            case "table-header-rows" -> headerRows--;
            case "table" ->
                containers.element().add(new OfficeElement.Table(tables.pop().build()));
            case "body" -> inBody = false;
            default -> {
                // nothing was started
            }
        }
    }

    private void anchor(List<? extends OfficeElement> elements) {
        if (paragraphs.isEmpty()) {
            containers.element().addAll(elements);
        } else {
            paragraphs.peek().anchor(elements);
        }
    }

    private static String plain(List<OfficeElement> elements) {
        return elements.stream()
                .map(element -> element instanceof OfficeElement.Paragraph text ? text.text() : "")
                .collect(Collectors.joining(" "));
    }
}
