package jirei.intake.office;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import jirei.intake.grid.TableBuilder;
import jirei.intake.source.Block;
import jirei.intake.source.Budget;
import jirei.intake.source.DocumentLimitException;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.model.StyleDescription;
import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Reads Word files from before Office Open XML (doc). Not thread-safe; {@link #read} is. */
public final class OldWordDocument {
    private static final Pattern RUBY = Pattern.compile("\u0013\\s*(EQ [^\u0013\u0015]*)\u0015");
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");
    private static final char CELL_END = '\u0007';
    private static final char LINE_BREAK = '\u000B';

    private final HWPFDocument document;
    private final Budget budget;
    private final List<OfficeElement> elements = new ArrayList<>();
    private List<OfficeElement> cell = new ArrayList<>();
    private List<List<OfficeElement>> cells = new ArrayList<>();
    private List<List<List<OfficeElement>>> rows = new ArrayList<>();

    private OldWordDocument(HWPFDocument document, Budget budget) {
        this.document = document;
        this.budget = budget;
    }

    /**
     * Reads the body, then its text boxes and notes.
     *
     * @throws IOException if it cannot be read
     * @throws DocumentLimitException if it exceeds the limits
     */
    public static List<Block> read(Path file, Budget budget) throws IOException {
        try (var container = new POIFSFileSystem(file.toFile(), true);
                var document = new HWPFDocument(container)) {
            var reader = new OldWordDocument(document, budget);
            reader.addAll(document.getRange());
            reader.addAll(document.getMainTextboxRange());
            reader.addNotes(document.getFootnoteRange());
            reader.addNotes(document.getEndnoteRange());
            return OfficeOutline.blocks(reader.elements);
        }
    }

    private void addAll(Range range) {
        for (int at = 0; at < range.numParagraphs(); at++) {
            budget.addElement(1);
            add(range.getParagraph(at));
        }
        endTable();
    }

    private void add(Paragraph paragraph) {
        if (!paragraph.isInTable()) {
            endTable();
            elements.addAll(read(paragraph));
        } else if (paragraph.isTableRowEnd()) {
            endRow();
        } else {
            cell.addAll(read(paragraph));
            if (paragraph.text().indexOf(CELL_END) >= 0) {
                cells.add(cell);
                cell = new ArrayList<>();
            }
        }
    }

    private void endRow() {
        if (!cell.isEmpty()) {
            cells.add(cell);
            cell = new ArrayList<>();
        }
        if (!cells.isEmpty()) {
            rows.add(cells);
            cells = new ArrayList<>();
        }
    }

    /** Adds the rows as one table, or each as its own where their cells differ in number, so that no column is known. */
    private void endTable() {
        endRow();
        boolean isGrid = rows.stream().map(List::size).distinct().count() == 1;
        var table = new TableBuilder<List<OfficeElement>>();
        for (List<List<OfficeElement>> row : rows) {
            table.startRow();
            row.forEach(one -> table.add(1, 1, false, one));
            if (!isGrid) {
                elements.add(new OfficeElement.Table(table.build()));
                table.removeRow();
            }
        }
        if (isGrid) {
            elements.add(new OfficeElement.Table(table.build()));
        }
        rows = new ArrayList<>();
    }

    private List<OfficeElement> read(Paragraph paragraph) {
        var read = new OpenParagraph();
        StyleDescription style = document.getStyleSheet().getStyleDescription(paragraph.getStyleIndex());
        String name = style == null || style.getName() == null ? "" : style.getName();
        read.level = WordStyles.levelOfName(name);
        read.isContents = WordStyles.isContentsName(name);
        read.label = paragraph.getIlfo() > 0 && read.level == 0 ? "・" : "";
        StringBuilder text = new StringBuilder();
        double size = 0;
        boolean isBold = true;
        for (int at = 0; at < paragraph.numCharacterRuns(); at++) {
            CharacterRun run = paragraph.getCharacterRun(at);
            boolean isShown = !run.isMarkedDeleted() && !run.isVanished();
            if (isShown) {
                text.append(run.text());
                size = Math.max(size, run.text().isBlank() ? 0 : run.getFontSize() / 2.0);
                isBold &= run.isBold() || run.text().isBlank();
            }
        }
        read.append(plain(text.toString()), size, isBold);
        return read.build();
    }

    /** Returns the text without field codes and the marks of pictures and notes. */
    private String plain(String text) {
        budget.addCharacters(text.length());
        String withBases = RUBY.matcher(text).replaceAll(field -> {
            var ruby = WordBody.RUBY_FIELD.matcher(field.group(1));
            return ruby.matches() ? java.util.regex.Matcher.quoteReplacement(ruby.group(1)) : "";
        });
        String lines = Range.stripFields(withBases).replace(LINE_BREAK, '\n').replace('\r', '\n');
        return CONTROLS.matcher(lines).replaceAll("");
    }

    private void addNotes(Range range) {
        for (int at = 0; at < range.numParagraphs(); at++) {
            elements.add(new OfficeElement.Note(plain(range.getParagraph(at).text())));
        }
    }
}
