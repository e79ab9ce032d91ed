package jirei.search;

import java.util.List;

/**
 * Status of an index. Immutable.
 *
 * @param cases number of cases
 * @param sections number of sections
 * @param faults number of errors in the corpus; a file with errors is searched in its last valid version
 * @param schemaVersion version of fields and analysis
 * @param fingerprint fingerprint of corpus and lexicon
 * @param faultList the first errors as {@code file:line: problem}, at most {@value #MAX_LISTED}
 * @param state state relative to the corpus
 * @param size size; {@link IndexSize#NONE} if unknown
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
    /** Maximum number of listed errors. */
    public static final int MAX_LISTED = 20;

    /** Creates the status of a current index of unknown size. */
    public IndexStatus(
            long cases, long sections, long faults, int schemaVersion, String fingerprint, List<String> faultList) {
        this(cases, sections, faults, schemaVersion, fingerprint, faultList, IndexState.CURRENT, IndexSize.NONE);
    }

    public IndexStatus {
        faultList = List.copyOf(faultList);
    }
}
