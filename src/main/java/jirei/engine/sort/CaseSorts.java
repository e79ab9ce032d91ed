package jirei.engine.sort;

import java.util.Comparator;
import java.util.Objects;
import jirei.engine.schema.IndexField;
import jirei.search.CaseSummary;

/** The sort orders of case lists. Stateless. */
public final class CaseSorts {
    /** By number, cases without a number last, then by id. */
    public static final Comparator<CaseSummary> BY_NUMBER = Comparator.comparing(
                    (CaseSummary summary) -> Objects.requireNonNullElse(summary.number(), IndexField.NO_NUMBER))
            .thenComparing(CaseSummary::id);

    /** Newest first, cases of unknown year last, then by number. */
    public static final Comparator<CaseSummary> NEWEST_FIRST = Comparator.comparing(
                    (CaseSummary summary) -> Objects.requireNonNullElse(summary.year(), 0))
            .reversed()
            .thenComparing(BY_NUMBER);

    private CaseSorts() {}
}
