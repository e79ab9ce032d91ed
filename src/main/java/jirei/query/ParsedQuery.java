package jirei.query;

/**
 * A query text and its parsed expression. Immutable.
 *
 * @param text query as typed; may be blank
 * @param expression parsed expression; {@link QueryExpression.MatchAll} for a text without words
 * @param asWords whether the text has no valid syntax, so that its words were combined with AND and its operators
 *     ignored
 */
public record ParsedQuery(String text, QueryExpression expression, boolean asWords) {}
