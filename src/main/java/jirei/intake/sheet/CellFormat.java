package jirei.intake.sheet;

import java.time.LocalDateTime;
import java.util.Locale;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;

/** Formats numbers as a spreadsheet displays them, but dates always as in 2020/4/1. Not thread-safe. */
final class CellFormat extends DataFormatter {
    CellFormat() {
        super(Locale.JAPAN);
    }

    @Override
    public String formatRawCellContents(double value, int formatIndex, String format, boolean use1904Windowing) {
        if (DateUtil.isADateFormat(formatIndex, format) && DateUtil.isValidExcelDate(value) && value >= 1) {
            LocalDateTime date = DateUtil.getLocalDateTime(value, use1904Windowing);
            return date.getYear() + "/" + date.getMonthValue() + "/" + date.getDayOfMonth();
        }
        return super.formatRawCellContents(value, formatIndex, format, use1904Windowing);
    }
}
