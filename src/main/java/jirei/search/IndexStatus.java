package jirei.search;

import java.util.List;

/**
 * What an index holds and was built from.
 *
 * @param cases how many cases
 * @param sections how many sections
 * @param faults how many faults the corpus has; of a file with one, the last version without it is searched
 * @param schemaVersion the version of fields and analysis
 * @param fingerprint the fingerprint of corpus and lexicon
 * @param faultList the first of the faults as {@code file:line: problem}, {@value #MAX_LISTED} at most
 * @param state how it stands to the corpus
 * @param size how large it is
 */
public record IndexStatus(
        long cases,
        long sections,
        long faults,
        int schemaVersion,
        String fingerprint,
        List<String> faultList,
        IndexState state,
        IndexSize size) {
    /** How many faults are listed at most. */
    public static final int MAX_LISTED = 20;

    /** Of an index that answers and whose size isn't known. */
    public IndexStatus(
            long cases, long sections, long faults, int schemaVersion, String fingerprint, List<String> faultList) {
        this(cases, sections, faults, schemaVersion, fingerprint, faultList, IndexState.CURRENT, IndexSize.NONE);
    }

    /** Takes a copy. */
    public IndexStatus {
        faultList = List.copyOf(faultList);
    }
}
