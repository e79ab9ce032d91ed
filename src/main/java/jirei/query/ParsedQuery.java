package jirei.query;

/**
 * What was typed and how it was understood.
 *
 * @param text as typed
 * @param expression what it asks for
 * @param asWords whether operators in it made no sense, so that it was taken as plain words
 */
public record ParsedQuery(String text, QueryExpression expression, boolean asWords) {}
