package jirei.search;

/**
 * A spelling correction of a query that has matches ("did you mean"). Immutable.
 *
 * @param text corrected query; other words, operators and quotation marks are as typed
 * @param applied whether the results are those of the corrected query; otherwise the correction is only proposed
 */
public record SpellingCorrection(String text, boolean applied) {}
