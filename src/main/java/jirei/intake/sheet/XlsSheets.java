package jirei.intake.sheet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jirei.intake.source.Budget;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;

/** Reads Excel files from before Office Open XML (xls). Not thread-safe; {@link #read} is. */
final class XlsSheets {
    private final Budget budget;
    private final CellFormat format = new CellFormat();

    private XlsSheets(Budget budget) {
        this.budget = budget;
    }

    static List<Sheet> read(Path file, Budget budget) throws IOException {
        var sheets = new XlsSheets(budget);
        List<Sheet> read = new ArrayList<>();
        try (var container = new POIFSFileSystem(file.toFile(), true);
                var workbook = new HSSFWorkbook(container, false)) {
            for (int at = 0; at < workbook.getNumberOfSheets(); at++) {
                if (!workbook.isSheetHidden(at) && !workbook.isSheetVeryHidden(at)) {
                    read.add(sheets.read(workbook.getSheetAt(at)));
                }
            }
        }
        return read;
    }

    private Sheet read(org.apache.poi.ss.usermodel.Sheet sheet) {
        var builder = new SheetBuilder(sheet.getSheetName(), budget);
        for (Row row : sheet) {
            for (Cell cell : row) {
                builder.add(row.getRowNum(), cell.getColumnIndex(), text(cell));
            }
        }
        for (CellRangeAddress merged : sheet.getMergedRegions()) {
            builder.merge(merged.getFirstRow(), merged.getLastRow(), merged.getFirstColumn());
        }
        return builder.build();
    }

    private String text(Cell cell) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case STRING -> cell.getRichStringCellValue().getString();
            case NUMERIC -> {
                var style = cell.getCellStyle();
                yield format.formatRawCellContents(
                        cell.getNumericCellValue(), style.getDataFormat(), style.getDataFormatString());
            }
            case BOOLEAN -> String.valueOf(cell.getBooleanCellValue());
            default -> "";
        };
    }
}
