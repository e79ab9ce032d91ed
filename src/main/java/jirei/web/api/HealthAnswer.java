package jirei.web.api;

import java.util.List;
import jirei.search.IndexStatus;

/**
 * The answer of {@code GET /health}.
 *
 * @param status {@code ok}; {@code checking} while damage and changes are looked for after the start; {@code old} where an older index answers until a damaged one is built anew, {@code none} where none does
 * @param cases how many cases are searched
 * @param sections how many sections
 * @param faults how many faults the corpus has; of a file with one, the last version without it is searched
 * @param schemaVersion the version of fields and analysis
 * @param fingerprint the fingerprint of corpus and lexicon
 * @param faultList the first twenty of the faults as {@code file:line: problem}
 */
public record HealthAnswer(
        String status,
        long cases,
        long sections,
        long faults,
        int schemaVersion,
        String fingerprint,
        List<String> faultList) {
    /** The answer for {@code status}. */
    public static HealthAnswer of(IndexStatus status) {
        return new HealthAnswer(
                status.state().id(),
                status.cases(),
                status.sections(),
                status.faults(),
                status.schemaVersion(),
                status.fingerprint(),
                status.faultList());
    }
}
