package jirei.web.api;

import java.util.List;
import jirei.search.IndexStatus;

/**
 * The response of {@code GET /health}. Immutable.
 *
 * @param status {@code ok}; {@code checking} while the index is verified after the start; {@code old} while an older
 *     index is searched until a damaged one is rebuilt; {@code none} while there is no index
 * @param cases the number of searchable cases
 * @param sections the number of searchable sections
 * @param faults the number of errors in the corpus; for a file with an error its last valid version is searched
 * @param schemaVersion the version of fields and analysis
 * @param fingerprint the fingerprint of corpus and lexicon
 * @param faultList the first twenty errors as {@code file:line: problem}, the first 500 characters of each
 */
public record HealthAnswer(
        String status,
        long cases,
        long sections,
        long faults,
        int schemaVersion,
        String fingerprint,
        List<String> faultList) {
    private static final int MAX_FAULT_LENGTH = 500;

    /** Returns the response for {@code status}. */
    public static HealthAnswer of(IndexStatus status) {
        return new HealthAnswer(
                status.state().id(),
                status.cases(),
                status.sections(),
                status.faults(),
                status.schemaVersion(),
                status.fingerprint(),
                status.faultList().stream().map(HealthAnswer::shortened).toList());
    }

    private static String shortened(String fault) {
        return fault.codePointCount(0, fault.length()) <= MAX_FAULT_LENGTH
                ? fault
                : fault.substring(0, fault.offsetByCodePoints(0, MAX_FAULT_LENGTH)) + "…";
    }
}
