package jirei.search;

import jirei.cases.RegionSimilarity;

/**
 * A case of a region similar to a given one (似た自治体の事例). Immutable.
 *
 * @param rank rank by similarity, from 1
 * @param summary case
 * @param similarity similarity of its region, with the compared indicators
 */
public record RegionMatch(int rank, CaseSummary summary, RegionSimilarity similarity) {}
