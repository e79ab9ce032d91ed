package jirei.search;

import java.util.List;
import jirei.cases.Prefecture;
import org.jspecify.annotations.Nullable;

/**
 * A case similar to a given one (類似事例). Immutable.
 *
 * @param rank rank by similarity, from 1
 * @param score similarity; higher is more similar, comparable within one response only
 * @param id case id
 * @param number number of the case; null if it has none
 * @param title title
 * @param prefecture prefecture; null if unknown
 * @param place place; may be empty
 * @param words distinctive words that its most similar sections share with the given case, as written in the latter, most
 *     significant first; may be empty
 */
public record SimilarCase(
        int rank,
        float score,
        String id,
        @Nullable Integer number,
        String title,
        @Nullable Prefecture prefecture,
        String place,
        List<String> words) {
    public SimilarCase {
        words = List.copyOf(words);
    }
}
