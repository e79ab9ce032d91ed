package jirei.lucene;

import java.util.Comparator;
import java.util.Objects;
import jirei.search.CaseSummary;

/** In what order cases are listed. */
final class CaseOrder {
    /** By number, those without one last, then by id. */
    static final Comparator<CaseSummary> BY_NUMBER = Comparator.comparing(
                    (CaseSummary summary) -> Objects.requireNonNullElse(summary.number(), IndexField.NO_NUMBER))
            .thenComparing(CaseSummary::id);

    /** The newest first, those of an unknown year last, then by number. */
    static final Comparator<CaseSummary> NEWEST_FIRST = Comparator.comparing(
                    (CaseSummary summary) -> Objects.requireNonNullElse(summary.year(), 0))
            .reversed()
            .thenComparing(BY_NUMBER);

    private CaseOrder() {}
}
