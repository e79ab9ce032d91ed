package jirei.intake.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jirei.intake.source.Budget;
import jirei.intake.source.DocumentLimitException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/** Reads Excel files (xlsx) as a stream. Not thread-safe; {@link #read} is. */
final class XlsxSheets {
    private final Budget budget;
    private final XSSFReader workbook;
    private final ReadOnlySharedStringsTable strings;
    private final CellFormat format = new CellFormat();

    private XlsxSheets(OPCPackage file, Budget budget) throws IOException, OpenXML4JException, SAXException {
        this.budget = budget;
        this.workbook = new XSSFReader(file);
        this.strings = new ReadOnlySharedStringsTable(file, false); // without the readings of the strings
    }

    static List<Sheet> read(Path file, Budget budget) throws IOException, OpenXML4JException, SAXException {
        try (OPCPackage opened = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            return new XlsxSheets(opened, budget).read();
        } catch (SAXException e) {
            if (e.getCause() instanceof DocumentLimitException over) {
                throw over;
            }
            throw e;
        }
    }

    private List<Sheet> read() throws IOException, OpenXML4JException, SAXException {
        Set<String> hidden = hiddenSheets();
        var styles = workbook.getStylesTable();
        List<Sheet> read = new ArrayList<>();
        XSSFReader.SheetIterator sheets = workbook.getSheetIterator();
        while (sheets.hasNext()) {
            try (InputStream in = sheets.next()) {
                if (!hidden.contains(sheets.getSheetName())) {
                    var builder = new SheetBuilder(sheets.getSheetName(), budget);
                    parse(in, new Cells(styles, builder));
                    read.add(builder.build());
                }
            }
        }
        return read;
    }

    private Set<String> hiddenSheets() throws IOException, OpenXML4JException, SAXException {
        Set<String> hidden = new HashSet<>();
        try (InputStream in = workbook.getWorkbookData()) {
            parse(in, new DefaultHandler() {
                @Override
                public void startElement(String uri, String name, String qualifiedName, Attributes attributes) {
                    String state = attributes.getValue("state");
                    if (name.equals("sheet") && state != null && !state.equals("visible")) {
                        hidden.add(attributes.getValue("name"));
                    }
                }
            });
        }
        return hidden;
    }

    private static void parse(InputStream in, ContentHandler handler) throws IOException, SAXException {
        try {
            XMLReader reader = XMLHelper.newXMLReader();
            reader.setContentHandler(handler);
            reader.parse(new InputSource(in));
        } catch (javax.xml.parsers.ParserConfigurationException e) {
            throw new SAXException(e);
        }
    }

    /** Receives the cells and merged ranges of one sheet. */
    private final class Cells extends XSSFSheetXMLHandler {
        private final SheetBuilder builder;
        private int depth;
        private int readingDepth;

        Cells(org.apache.poi.xssf.model.Styles styles, SheetBuilder builder) {
            super(styles, strings, new Receiver(builder), format, false);
            this.builder = builder;
        }

        @Override
        public void startElement(String uri, String name, @Nullable String qualifiedName, Attributes attributes)
                throws SAXException {
            depth++;
            budget.addElement(depth);
            if (name.equals("rPh") && readingDepth == 0) {
                readingDepth = depth;
            }
            if (readingDepth > 0) {
                return;
            }
            if (name.equals("mergeCell")) {
                CellRangeAddress merged = CellRangeAddress.valueOf(attributes.getValue("ref"));
                builder.merge(merged.getFirstRow(), merged.getLastRow(), merged.getFirstColumn());
            }
            super.startElement(uri, name, qualifiedName, attributes);
        }

        @Override
        public void endElement(String uri, String name, @Nullable String qualifiedName) throws SAXException {
            if (readingDepth == 0) {
                super.endElement(uri, name, qualifiedName);
            } else if (readingDepth == depth) {
                readingDepth = 0;
            }
            depth--;
        }

        @Override
        public void characters(char[] text, int from, int length) throws SAXException {
            if (readingDepth == 0) {
                super.characters(text, from, length);
            }
        }
    }

    /** Passes cells on, without errors such as #REF!. */
    private record Receiver(SheetBuilder builder) implements XSSFSheetXMLHandler.SheetContentsHandler {
        @Override
        public void startRow(int row) {
            // rows are numbered by their cells
        }

        @Override
        public void endRow(int row) {
            // rows are numbered by their cells
        }

        @Override
        public void cell(@Nullable String reference, @Nullable String text, @Nullable XSSFComment comment) {
            if (reference != null && text != null && !text.startsWith("ERROR:")) {
                var at = new CellReference(reference);
                builder.add(at.getRow(), at.getCol(), text);
            }
        }
    }
}
