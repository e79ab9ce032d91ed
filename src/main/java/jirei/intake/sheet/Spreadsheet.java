package jirei.intake.sheet;

import java.io.IOException;
import java.util.List;
import jirei.intake.document.ZipStructure;
import jirei.intake.source.Budget;
import jirei.intake.source.DocumentLimitException;
import jirei.intake.source.Format;
import jirei.intake.source.SourceFile;
import jirei.intake.source.SourceFormatException;
import jirei.intake.source.UnreadableMessages;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.xml.sax.SAXException;

/** Reads the visible sheets of Excel and OpenDocument spreadsheets. Stateless. */
public final class Spreadsheet {
    private Spreadsheet() {}

    /**
     * Reads a spreadsheet.
     *
     * @param format {@link Format#EXCEL}, {@link Format#OLD_EXCEL} or {@link Format#OPEN_SPREADSHEET}
     * @throws IOException if the file cannot be read
     * @throws SourceFormatException if it is encrypted or damaged
     * @throws DocumentLimitException if it exceeds the limits
     */
    public static List<Sheet> read(SourceFile file, Format format, Budget budget)
            throws IOException, SourceFormatException {
        if (format != Format.OLD_EXCEL) {
            ZipStructure.check(file, format);
        }
        try {
            return switch (format) {
                case EXCEL -> XlsxSheets.read(file.path(), budget);
                case OLD_EXCEL -> XlsSheets.read(file.path(), budget);
                default -> OdsSheets.read(file.path(), budget);
            };
        } catch (EncryptedDocumentException e) {
            throw UnreadableMessages.encrypted(file);
        } catch (DocumentLimitException e) {
            throw e;
        } catch (LinkageError e) { // a rare feature may need a library class that is not on the class path
            throw UnreadableMessages.unsupported(file, format);
        } catch (IOException | SAXException | OpenXML4JException | RuntimeException | StackOverflowError e) {
            throw UnreadableMessages.corrupt(file, format);
        }
    }
}
