package jirei.web.page.search;

import jirei.search.SpellingCorrection;
import jirei.web.request.SearchState;
import org.jspecify.annotations.Nullable;

/**
 * Another spelling of the query (もしかして).
 *
 * @param applied whether the page answers to it
 * @param typed the query as typed
 * @param meant the query as it may have been meant
 * @param url where the other one of the two is answered: what may have been meant where it is only offered, else what was typed
 */
public record CorrectionView(boolean applied, String typed, String meant, String url) {
    static @Nullable CorrectionView of(SearchState search, @Nullable SpellingCorrection correction) {
        if (correction == null) {
            return null;
        }
        SearchState other = correction.applied() ? search.insisting() : search.asking(correction.text());
        return new CorrectionView(correction.applied(), search.request().query(), correction.text(), other.url());
    }

    /** What the page answers to: where a correction is applied, that, so that a case is marked by it and leads back to it. */
    static SearchState answered(SearchState search, @Nullable SpellingCorrection correction) {
        return correction != null && correction.applied()
                ? search.asking(correction.text()).onPage(search.request().page())
                : search;
    }
}
