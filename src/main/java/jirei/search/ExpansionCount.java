package jirei.search;

import jirei.query.Expansion;

/**
 * Hit counts of one expansion of a query word. Other words of the query and filters do not affect the counts.
 * Immutable.
 *
 * @param expansion expansion
 * @param sections number of sections that match this expansion
 * @param additionalSections number of sections that match this expansion but none of the preceding enabled ones, so
 *     that the values of all enabled expansions add up to the sections that match the word; for a disabled expansion,
 *     the number that it would add
 * @param enabled whether the expansion was searched
 */
public record ExpansionCount(Expansion expansion, long sections, long additionalSections, boolean enabled) {}
