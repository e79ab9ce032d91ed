package jirei.web.export;

import java.io.IOException;
import java.util.List;

/** Writes a table row by row. Not thread-safe. */
public interface TableWriter {
    /**
     * Writes a row with one cell for each column.
     *
     * @throws IOException if writing fails
     */
    void row(List<Cell> cells) throws IOException;

    /**
     * Ends the table and flushes the stream, which stays open.
     *
     * @param remark a message about the table, for example that it is incomplete; empty for none
     * @throws IOException if writing fails
     */
    void finish(String remark) throws IOException;
}
