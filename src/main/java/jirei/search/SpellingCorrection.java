package jirei.search;

/**
 * Another spelling of a query, by which something is found.
 *
 * @param text the query corrected; its other words, operators and quotes are as typed
 * @param applied whether the answer is to the corrected query; otherwise it is to what was typed, and this is only offered
 */
public record SpellingCorrection(String text, boolean applied) {}
