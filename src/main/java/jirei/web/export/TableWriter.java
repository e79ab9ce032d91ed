package jirei.web.export;

import java.io.IOException;
import java.util.List;

/** Writes a table row by row. */
public interface TableWriter {
    /**
     * Writes a row, a cell for each column.
     *
     * @throws IOException if nobody takes it any more
     */
    void row(List<Cell> cells) throws IOException;

    /**
     * Ends the table; the stream stays open.
     *
     * @param remark what must be known of the table, such as that it isn't whole; empty for nothing
     * @throws IOException if nobody takes it any more
     */
    void finish(String remark) throws IOException;
}
