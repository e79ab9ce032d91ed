package jirei.intake.page;

/**
 * A marked content of a page and what it is in the structure of the document. Immutable.
 *
 * @param page the page number, from 1
 * @param mark the number of the marked content on its page
 * @param tag the element that it is in
 */
public record Content(int page, int mark, Tag tag) {}
