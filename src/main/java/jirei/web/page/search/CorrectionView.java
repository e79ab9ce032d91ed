package jirei.web.page.search;

import jirei.search.SearchResults;
import jirei.search.SpellingCorrection;
import jirei.web.page.Wording;
import jirei.web.request.SearchState;
import org.jspecify.annotations.Nullable;

/**
 * A spelling correction of the query (もしかして). Immutable.
 *
 * @param applied whether the hits are those of the corrected query
 * @param typed the query as typed
 * @param corrected the corrected query
 * @param count the number of sections that a proposed correction finds, in words; empty if it was not counted
 * @param url the URL of the other query: the corrected query if it is only proposed, otherwise the query as typed
 */
public record CorrectionView(boolean applied, String typed, String corrected, String count, String url) {
    static @Nullable CorrectionView of(SearchState search, SearchResults results) {
        SpellingCorrection correction = results.interpretation().correction();
        if (correction == null) {
            return null;
        }
        SearchState other = correction.applied() ? search.verbatim() : search.withQuery(correction.text());
        return new CorrectionView(
                correction.applied(),
                search.request().query().text(),
                correction.text(),
                results.advice().spellings().stream()
                        .findFirst()
                        .map(offer -> Wording.grouped(offer.sections()) + "件")
                        .orElse(""),
                other.url());
    }

    /**
     * Returns the search that was executed: that of the correction if it was applied. Case pages highlight its matches.
     */
    static SearchState searched(SearchState search, @Nullable SpellingCorrection correction) {
        return correction != null && correction.applied()
                ? search.withQuery(correction.text()).withPage(search.request().page())
                : search;
    }
}
