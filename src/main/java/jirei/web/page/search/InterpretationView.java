package jirei.web.page.search;

import java.util.List;
import jirei.search.IndexState;
import jirei.search.QueryInterpretation;
import jirei.search.Relaxation;
import jirei.search.SearchResults;
import jirei.web.page.Notices;
import jirei.web.request.SearchState;
import org.jspecify.annotations.Nullable;

/**
 * How the query was interpreted. Immutable.
 *
 * @param description the parsed query as one sentence; empty if only filters are set or any content word matches
 * @param correction a spelling correction; null if none is proposed
 * @param notices one sentence for each deviation from the literal query
 * @param expansions the expansions of each query word
 */
public record InterpretationView(
        String description, @Nullable CorrectionView correction, List<String> notices, ExpansionsView expansions) {
    public InterpretationView {
        notices = List.copyOf(notices);
    }

    static InterpretationView of(SearchState search, SearchResults results, IndexState state) {
        QueryInterpretation interpretation = results.interpretation();
        String description = interpretation.relaxation() == Relaxation.ANY_CONTENT_WORD
                ? ""
                : QueryDescription.of(interpretation.query().expression());
        return new InterpretationView(
                description.isEmpty() ? "" : description + "をさがしました。",
                CorrectionView.of(search, interpretation.correction()),
                Notices.of(results, state),
                ExpansionsView.of(search, interpretation.words()));
    }

    /** Whether there is a description. */
    public boolean hasDescription() {
        return !description.isEmpty();
    }
}
