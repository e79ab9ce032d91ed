package jirei.search;

import jirei.cases.RegionSimilarity;

/**
 * A case of a region that is like another (似た自治体の事例).
 *
 * @param rank its place in the order, from 1
 * @param summary the case
 * @param similarity how alike its region is, and in what
 */
public record RegionMatch(int rank, CaseSummary summary, RegionSimilarity similarity) {}
