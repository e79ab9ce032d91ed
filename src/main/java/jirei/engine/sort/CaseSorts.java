package jirei.engine.sort;

import java.util.Comparator;
import java.util.Objects;
import jirei.engine.schema.IndexField;
import jirei.search.CaseSummary;

/** In what order cases are listed. */
public final class CaseSorts {
    /** By number, those without one last, then by id. */
    public static final Comparator<CaseSummary> BY_NUMBER = Comparator.comparing(
                    (CaseSummary summary) -> Objects.requireNonNullElse(summary.number(), IndexField.NO_NUMBER))
            .thenComparing(CaseSummary::id);

    /** The newest first, those of an unknown year last, then by number. */
    public static final Comparator<CaseSummary> NEWEST_FIRST = Comparator.comparing(
                    (CaseSummary summary) -> Objects.requireNonNullElse(summary.year(), 0))
            .reversed()
            .thenComparing(BY_NUMBER);

    private CaseSorts() {}
}
