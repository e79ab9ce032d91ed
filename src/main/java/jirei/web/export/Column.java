package jirei.web.export;

/**
 * A column of a table.
 *
 * @param label what stands above it
 * @param width how wide it is where widths are shown, in half-width characters
 */
public record Column(String label, int width) {}
