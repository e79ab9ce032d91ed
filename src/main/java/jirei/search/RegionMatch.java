package jirei.search;

import java.util.ArrayList;
import java.util.List;
import jirei.cases.RegionSimilarity;
import jirei.query.RegionComparison;

/**
 * A case of a region similar to a given one (似た自治体の事例). Immutable.
 *
 * @param rank rank by similarity, from 1
 * @param summary case
 * @param similarity similarity of its region, with the compared indicators
 */
public record RegionMatch(int rank, CaseSummary summary, RegionSimilarity similarity) {
    /** Compares {@code cases}, most similar first, to the region of {@code comparison}. */
    public static List<RegionMatch> ranked(RegionComparison comparison, List<CaseSummary> cases) {
        List<RegionMatch> matches = new ArrayList<>();
        for (CaseSummary summary : cases) {
            RegionSimilarity similarity =
                    RegionSimilarity.of(comparison.region(), summary.region(), comparison.weights());
            matches.add(new RegionMatch(matches.size() + 1, summary, similarity));
        }
        return List.copyOf(matches);
    }
}
