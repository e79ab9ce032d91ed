package jirei.web.export;

/**
 * A table column. Immutable.
 *
 * @param label the column header
 * @param width the width in half-width characters, used by formats that have column widths
 */
public record Column(String label, int width) {}
