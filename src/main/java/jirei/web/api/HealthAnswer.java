package jirei.web.api;

import jirei.search.IndexStatus;

/**
 * The answer of {@code GET /health}.
 *
 * @param status {@code ok} as long as searches are answered
 * @param cases how many cases are searched
 * @param sections how many sections
 * @param faults how many faults the corpus had; what has one is left out, the others are served
 * @param schemaVersion the version of fields and analysis
 * @param fingerprint the fingerprint of corpus and lexicon
 */
public record HealthAnswer(
        String status, long cases, long sections, long faults, int schemaVersion, String fingerprint) {
    /** The answer for {@code status}. */
    public static HealthAnswer of(IndexStatus status) {
        return new HealthAnswer(
                "ok", status.cases(), status.sections(), status.faults(), status.schemaVersion(), status.fingerprint());
    }
}
