package jirei.web.page.search;

/**
 * An option of a select box. Immutable.
 *
 * @param value the parameter value
 * @param label the text shown
 * @param selected whether it is selected
 */
public record Option(String value, String label, boolean selected) {}
