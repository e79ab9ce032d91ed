package jirei.intake.office;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jirei.intake.source.Budget;
import jirei.intake.source.XmlHandler;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;

/** Receives the body of a Word file, or its footnotes or endnotes. Not thread-safe. */
final class WordBody extends XmlHandler {
    /** Readings, deleted text, and what older programs read in place of a newer element. */
    private static final Set<String> SKIPPED =
            Set.of("rt", "Fallback", "delText", "sectPr", "tblPr", "tblGrid", "binData");
    /** The base text in a field that prints a reading above it. */
    static final Pattern RUBY_FIELD =
            Pattern.compile("EQ .*\\\\o.*\\(\\\\s\\\\up[^(]*\\(.*?\\),(.*)\\)\\s*", Pattern.DOTALL);

    private final WordStyles styles;
    private final WordNumbering numbering;
    private final Map<String, String> noteTexts;
    private final Map<String, String> notes = new HashMap<>();
    private final Deque<List<OfficeElement>> containers = new ArrayDeque<>();
    private final Deque<OpenParagraph> paragraphs = new ArrayDeque<>();
    private final Deque<OpenTable> tables = new ArrayDeque<>();
    private final Deque<StringBuilder> fields = new ArrayDeque<>();
    private @Nullable OpenParagraph joined;
    private int contentsField;
    private int contentsBlock;
    private final Deque<Integer> contentBlocks = new ArrayDeque<>();
    private String noteId = "";
    private String numberingId = "";
    private int numberingLevel = -1;
    private boolean inParagraphProperties;
    private boolean inRun;
    private boolean inText;
    private boolean inInstruction;
    private boolean isHidden;
    private double size;
    private boolean isBold;
    private boolean isRaised;
    private int notesSeen;

    WordBody(Budget budget, WordStyles styles, WordNumbering numbering, Map<String, String> noteTexts) {
        super(budget);
        this.styles = styles;
        this.numbering = numbering;
        this.noteTexts = noteTexts;
        containers.push(new ArrayList<>());
    }

    List<OfficeElement> elements() {
        return containers.getLast();
    }

    /** Returns the texts of footnotes or endnotes by their ids. */
    Map<String, String> notes() {
        return notes;
    }

    @Override
    protected void start(String name, Attributes attributes) {
        if (SKIPPED.contains(name)) {
            skip();
            return;
        }
        switch (name) {
            case "p" -> startParagraph();
            case "pPr" -> inParagraphProperties = true;
            case "r" -> startRun();
            case "t" -> inText = inRun;
            case "instrText" -> inInstruction = true;
            case "txbxContent" -> containers.push(new ArrayList<>());
            case "tbl", "tr", "tc" -> startTable(name);
            case "sdt" -> contentBlocks.push(depth());
            case "footnote", "endnote" -> startNote(attributes);
            case "del", "moveFrom" -> startDeletion();
            default -> startOther(name, attributes);
        }
    }

    private void startParagraph() {
        OpenParagraph continued = joined;
        joined = null;
        paragraphs.push(continued == null ? new OpenParagraph() : continued);
        numberingId = "";
        numberingLevel = -1;
    }

    private void startRun() {
        inRun = !paragraphs.isEmpty();
        isHidden = false;
        isRaised = false;
        String style = paragraphs.isEmpty() ? "" : paragraphs.peek().style;
        size = styles.size(style);
        isBold = styles.isBold(style);
    }

    private void startNote(Attributes attributes) {
        boolean isSeparator = !attribute(attributes, "type").isEmpty()
                && !attribute(attributes, "type").equals("normal");
        if (isSeparator) {
            skip();
        } else {
            noteId = attribute(attributes, "id");
            containers.push(new ArrayList<>());
        }
    }

    /** A deletion is text, or the end of a paragraph or a row whose properties it is in. */
    private void startDeletion() {
        if (inParagraphProperties && !paragraphs.isEmpty()) {
            joined = paragraphs.peek();
        } else if (!inRun && paragraphs.size() < tables.size()) {
            tables.element().isRowDeleted = true;
        } else {
            skip();
        }
    }

    private void startTable(String name) {
        if (name.equals("tbl")) {
            tables.push(new OpenTable());
        } else if (name.equals("tc")) {
            containers.push(new ArrayList<>());
            tables.stream().findFirst().ifPresent(OpenTable::startCell);
        } else if (!tables.isEmpty()) {
            tables.element().startRow();
        }
    }

    private void startOther(String name, Attributes attributes) {
        String value = attribute(attributes, "val");
        switch (name) {
            case "tab" -> append(inParagraphProperties ? "" : "\t");
            case "br", "cr" ->
                append(
                        attribute(attributes, "type").isEmpty()
                                        || attribute(attributes, "type").equals("textWrapping")
                                ? "\n"
                                : "");
            case "noBreakHyphen" -> append("-");
            case "fldChar" -> field(attribute(attributes, "fldCharType"));
            case "footnoteReference", "endnoteReference" ->
                note(
                        name.replace("Reference", "") + attribute(attributes, "id"),
                        attribute(attributes, "customMarkFollows"));
            case "vertAlign" -> isRaised = inRun && value.equals("superscript");
            case "docPartGallery" -> {
                if (value.toLowerCase(java.util.Locale.ROOT).contains("table of contents")
                        && !contentBlocks.isEmpty()) {
                    contentsBlock = contentBlocks.peek();
                }
            }
            case "vanish" -> isHidden = inRun && isOn(value);
            case "gridBefore" ->
                tables.stream().findFirst().ifPresent(table -> table.grid.skipColumns(number(value, 0)));
            case "gridSpan" -> tables.stream().findFirst().ifPresent(table -> table.columns = number(value, 1));
            case "vMerge" ->
                tables.stream().findFirst().ifPresent(table -> table.continuesAbove = !value.equals("restart"));
            case "tblHeader" -> tables.stream().findFirst().ifPresent(table -> table.isHeader = isOn(value));
            case "sz" -> size = inRun ? number(value, 0) / 2.0 : size;
            case "b" -> isBold = inRun ? isOn(value) : isBold;
            default -> {
                if (inParagraphProperties && !paragraphs.isEmpty()) {
                    property(paragraphs.peek(), name, value);
                }
            }
        }
    }

    private static boolean isOn(String value) {
        return !value.equals("0") && !value.equals("false");
    }

    private void property(OpenParagraph paragraph, String name, String value) {
        switch (name) {
            case "pStyle" -> {
                paragraph.style = value;
                paragraph.level = styles.level(value);
                paragraph.isContents = styles.isContents(value);
                numberingId = styles.numbering(value);
                numberingLevel = styles.numberingLevel(value);
            }
            case "outlineLvl" -> paragraph.level = WordStyles.level(number(value, -1));
            case "numId" -> numberingId = value;
            case "ilvl" -> numberingLevel = number(value, 0);
            default -> {
                // not needed
            }
        }
    }

    private void field(String type) {
        switch (type) {
            case "begin" -> fields.push(new StringBuilder());
            case "separate" -> {
                boolean isContents =
                        !fields.isEmpty() && fields.peek().toString().strip().matches("(?s)TOC\\b.*");
                contentsField = isContents && contentsField == 0 ? fields.size() : contentsField;
            }
            case "end" -> endField();
            default -> {
                // not a part of a field
            }
        }
    }

    private void endField() {
        if (fields.isEmpty()) {
            return;
        }
        if (contentsField == fields.size()) {
            contentsField = 0;
        }
        Matcher ruby = RUBY_FIELD.matcher(fields.pop());
        if (ruby.matches()) {
            append(ruby.group(1));
        }
    }

    /** Writes the number of a note, in the order of the text, at its place and before the note. */
    private void note(String id, String hasOwnMark) {
        String text = noteTexts.get(id);
        if (text == null || paragraphs.isEmpty()) {
            return;
        }
        if (!hasOwnMark.isEmpty() && isOn(hasOwnMark)) {
            paragraphs.peek().anchor(List.of(new OfficeElement.Note(text)));
        } else {
            notesSeen++;
            paragraphs.peek().appendRaised(String.valueOf(notesSeen));
            paragraphs.peek().anchor(List.of(OfficeElement.Note.numbered(notesSeen, text)));
        }
    }

    private void append(String text) {
        if (text.isEmpty() || isHidden || paragraphs.isEmpty()) {
            return;
        }
        OpenParagraph paragraph = paragraphs.peek();
        if (isRaised) {
            paragraph.appendRaised(text);
        } else {
            paragraph.append(text, size, isBold);
        }
        paragraph.isContents |= contentsField > 0 || contentsBlock > 0;
    }

    @Override
    protected void text(String text) {
        if (inText) {
            append(text);
        } else if (inInstruction && !fields.isEmpty()) {
            fields.peek().append(text);
        }
    }

    @Override
    protected void end(String name) {
        switch (name) {
            case "p" -> endParagraph();
            case "pPr" -> endProperties();
            case "r" -> inRun = false;
            case "t" -> inText = false;
            case "instrText" -> inInstruction = false;
            case "txbxContent" -> {
                List<OfficeElement> box = containers.pop();
                if (paragraphs.isEmpty()) {
                    add(box);
                } else {
                    paragraphs.peek().anchor(box);
                }
                inRun = !paragraphs.isEmpty();
            }
            case "tc" -> {
                List<OfficeElement> cell = containers.pop();
                tables.stream().findFirst().ifPresent(table -> table.endCell(cell));
            }
            case "tr" -> tables.stream().findFirst().ifPresent(OpenTable::endRow);
            case "tbl" -> add(List.of(new OfficeElement.Table(tables.pop().grid.build())));
            case "sdt" -> endContentBlock();
            case "footnote", "endnote" -> notes.put(noteId, plain(containers.pop()));
            default -> {
                // nothing was started
            }
        }
    }

    private void endProperties() {
        inParagraphProperties = false;
        boolean isNumbered = !numberingId.isEmpty() && !numberingId.equals("0");
        if (isNumbered && !paragraphs.isEmpty()) {
            paragraphs.peek().label = numbering.next(numberingId, Math.max(0, numberingLevel));
        }
    }

    private void endParagraph() {
        OpenParagraph ended = paragraphs.pop();
        if (joined != ended) {
            add(ended.build());
        }
        inRun = false;
    }

    private void endContentBlock() {
        int ended = contentBlocks.isEmpty() ? 0 : contentBlocks.pop();
        contentsBlock = contentsBlock == ended ? 0 : contentsBlock;
    }

    private void add(List<? extends OfficeElement> elements) {
        containers.element().addAll(elements);
    }

    private static String plain(List<OfficeElement> elements) {
        return elements.stream()
                .map(element -> element instanceof OfficeElement.Paragraph text ? text.text() : "")
                .collect(Collectors.joining(" "));
    }
}
