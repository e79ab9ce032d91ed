package jirei.search;

/**
 * A case with its hits.
 *
 * @param caseId the case
 * @param sections how many of its sections match
 * @param shown how many of them stand among the hits, from 1
 */
public record HitGroup(String caseId, long sections, int shown) {}
