package jirei.web.page;

/**
 * A link. Immutable.
 *
 * @param label the text of the link
 * @param url the target
 */
public record Link(String label, String url) {}
