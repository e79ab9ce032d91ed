package jirei.intake.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import jirei.intake.source.Budget;
import jirei.intake.source.ZipNames;
import org.apache.poi.util.XMLHelper;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/** Reads OpenDocument spreadsheets (ods) as a stream. Not thread-safe; {@link #read} is. */
final class OdsSheets extends DefaultHandler {
    /** Elements whose text is not that of the cell. */
    private static final Set<String> SKIPPED = Set.of("annotation", "ruby-text", "shapes", "tracked-changes");
    /** Number of times that a cell or row with text is repeated at most; blank ones are skipped. */
    private static final int MAX_REPEATED = 1_000;

    private final Budget budget;
    private final List<Sheet> sheets = new ArrayList<>();
    private final Set<String> hiddenStyles = new HashSet<>();
    private final StringBuilder text = new StringBuilder();
    private final List<String> lastRow = new ArrayList<>();
    private String style = "";
    private @Nullable SheetBuilder builder;
    private boolean isHidden;
    private int depth;
    private int skippedDepth;
    private int row;
    private int column;
    private int rowRepeats;
    private int cellRepeats;
    private int spannedRows;

    private OdsSheets(Budget budget) {
        this.budget = budget;
    }

    static List<Sheet> read(Path file, Budget budget) throws IOException, SAXException {
        var handler = new OdsSheets(budget);
        try (ZipFile zip = ZipNames.open(file)) {
            ZipEntry entry = zip.getEntry("content.xml");
            if (entry == null) {
                throw new IOException("no content.xml in " + file);
            }
            try (InputStream in = zip.getInputStream(entry)) {
                XMLReader reader = XMLHelper.newXMLReader();
                reader.setContentHandler(handler);
                reader.parse(new InputSource(in));
            }
        } catch (javax.xml.parsers.ParserConfigurationException e) {
            throw new SAXException(e);
        }
        return handler.sheets;
    }

    @Override
    public void startElement(String uri, String name, String qualifiedName, Attributes attributes) {
        depth++;
        budget.addElement(depth);
        if (skippedDepth > 0) {
            return;
        }
        if (SKIPPED.contains(name)) {
            skippedDepth = depth;
            return;
        }
        switch (name) {
            case "style" -> style = String.valueOf(attributes.getValue("style:name"));
            case "table-properties" -> {
                if ("false".equals(attributes.getValue("table:display"))) {
                    hiddenStyles.add(style);
                }
            }
            case "table" -> startSheet(attributes);
            case "table-row" -> {
                column = 0;
                lastRow.clear();
                rowRepeats = repeats(attributes, "table:number-rows-repeated");
            }
            case "table-cell", "covered-table-cell" -> {
                text.setLength(0);
                cellRepeats = repeats(attributes, "table:number-columns-repeated");
                spannedRows = repeats(attributes, "table:number-rows-spanned");
            }
            default -> startText(name, attributes);
        }
    }

    private void startSheet(Attributes attributes) {
        row = 0;
        isHidden = hiddenStyles.contains(String.valueOf(attributes.getValue("table:style-name")));
        builder = new SheetBuilder(String.valueOf(attributes.getValue("table:name")), budget);
    }

    private void startText(String name, Attributes attributes) {
        switch (name) {
            case "p", "h" -> text.append(text.isEmpty() ? "" : "\n");
            case "line-break" -> text.append('\n');
            case "tab" -> text.append('\t');
            case "s" -> text.append(" ".repeat(Math.min(repeats(attributes, "text:c"), MAX_REPEATED)));
            default -> {
                // no text of its own
            }
        }
    }

    private static int repeats(Attributes attributes, String name) {
        String value = attributes.getValue(name);
        try {
            return value == null ? 1 : Math.max(1, Integer.parseInt(value));
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    @Override
    public void characters(char[] characters, int from, int length) {
        if (skippedDepth == 0) {
            budget.addCharacters(length);
            text.append(characters, from, length);
        }
    }

    @Override
    public void endElement(String uri, String name, String qualifiedName) {
        if (skippedDepth == depth) {
            skippedDepth = 0;
        } else if (skippedDepth == 0) {
            end(name);
        }
        depth--;
    }

    private void end(String name) {
        SheetBuilder sheet = builder;
        if (sheet == null) {
            return;
        }
        switch (name) {
            case "table-cell", "covered-table-cell" -> endCell(sheet);
            case "table-row" -> endRow(sheet);
            case "table" -> {
                if (!isHidden) {
                    sheets.add(sheet.build());
                }
                builder = null;
            }
            default -> {
                // no cell
            }
        }
    }

    private void endCell(SheetBuilder sheet) {
        if (text.isEmpty()) {
            column = sum(column, cellRepeats);
            return;
        }
        sheet.merge(row, row + spannedRows - 1, column);
        for (int i = 0; i < Math.min(cellRepeats, MAX_REPEATED); i++) {
            sheet.add(row, column, text.toString());
            while (lastRow.size() <= column && column < MAX_REPEATED) {
                lastRow.add("");
            }
            if (column < lastRow.size()) {
                lastRow.set(column, text.toString());
            }
            column++;
        }
        text.setLength(0);
    }

    private void endRow(SheetBuilder sheet) {
        for (int i = 1; i < Math.min(rowRepeats, MAX_REPEATED) && !lastRow.isEmpty(); i++) {
            for (int at = 0; at < lastRow.size(); at++) {
                sheet.add(row + i, at, lastRow.get(at));
            }
        }
        row = sum(row, rowRepeats);
    }

    /** Returns the sum, or a large number if it is none: the file may repeat blank cells as often as it likes. */
    private static int sum(int position, int repeats) {
        return (int) Math.min(Integer.MAX_VALUE / 2, (long) position + repeats);
    }
}
