package jirei.web.api;

import java.util.List;
import jirei.search.IndexStatus;
import jirei.search.ThreadStatus;

/**
 * The response of {@code GET /health}. Immutable.
 *
 * @param status {@code ok}; {@code checking} while the index is verified after the start; {@code updating} while a
 *     change is indexed; {@code failing} while changes cannot be indexed; {@code old} while an older index is searched
 *     until a damaged one is rebuilt; {@code none} while there is no index
 * @param cases the number of searchable cases
 * @param sections the number of searchable sections
 * @param faults the number of errors in the corpus; for a file with an error its last valid version is searched
 * @param schemaVersion the version of fields and analysis
 * @param fingerprint the fingerprint of corpus and lexicon
 * @param faultList the first twenty errors as {@code file:line: problem}, the first 500 characters of each
 * @param notices sentences in Japanese about how the index is kept current; empty in normal operation
 * @param threads the background threads
 */
public record HealthAnswer(
        String status,
        long cases,
        long sections,
        long faults,
        int schemaVersion,
        String fingerprint,
        List<String> faultList,
        List<String> notices,
        List<BackgroundThread> threads) {
    private static final int MAX_FAULT_LENGTH = 500;

    /**
     * A background thread. Immutable.
     *
     * @param name the name
     * @param status {@code ok}; {@code failing} if its last round failed
     * @param restarts how often it was restarted after a failure
     * @param lastFailure the last failure; empty if there was none
     */
    public record BackgroundThread(String name, String status, long restarts, String lastFailure) {
        static BackgroundThread of(ThreadStatus thread) {
            return new BackgroundThread(
                    thread.name(), thread.failing() ? "failing" : "ok", thread.restarts(), thread.lastFailure());
        }
    }

    /** Returns the response for {@code status}. */
    public static HealthAnswer of(IndexStatus status, List<String> notices, List<ThreadStatus> threads) {
        return new HealthAnswer(
                status.state().id(),
                status.cases(),
                status.sections(),
                status.faults(),
                status.schemaVersion(),
                status.fingerprint(),
                status.faultList().stream().map(HealthAnswer::shortened).toList(),
                notices,
                threads.stream().map(BackgroundThread::of).toList());
    }

    private static String shortened(String fault) {
        return fault.codePointCount(0, fault.length()) <= MAX_FAULT_LENGTH
                ? fault
                : fault.substring(0, fault.offsetByCodePoints(0, MAX_FAULT_LENGTH)) + "…";
    }
}
