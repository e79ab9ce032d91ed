package jirei.search;

/**
 * The hits of one case in grouped results. Immutable.
 *
 * @param caseId case id
 * @param sections number of matching sections of the case
 * @param shown number of these sections among the hits of the page, from 1
 */
public record HitGroup(String caseId, long sections, int shown) {}
