package jirei.intake.grid;

import java.util.function.Function;

/**
 * A cell of a table. Immutable if its content is.
 *
 * @param <C> the type of the content
 * @param row its first row, from 0
 * @param column its first column, from 0
 * @param rows the number of rows that it spans, at least 1
 * @param columns the number of columns that it spans, at least 1
 * @param header whether the document marks it as a header
 * @param content what is in it, often its text on one line
 */
public record TableCell<C>(int row, int column, int rows, int columns, boolean header, C content) {
    /** Returns the cell with another content. */
    public <D> TableCell<D> map(Function<? super C, ? extends D> change) {
        return new TableCell<>(row, column, rows, columns, header, change.apply(content));
    }

    TableCell<C> spanning(int newRows, int newColumns) {
        return new TableCell<>(row, column, newRows, newColumns, header, content);
    }
}
