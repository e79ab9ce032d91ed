package jirei.search;

/**
 * What an index holds and was built from.
 *
 * @param cases how many cases
 * @param sections how many sections
 * @param faults how many faults were found in the corpus when it was built
 * @param schemaVersion the version of fields and analysis
 * @param fingerprint the fingerprint of corpus and lexicon
 */
public record IndexStatus(long cases, long sections, long faults, int schemaVersion, String fingerprint) {}
