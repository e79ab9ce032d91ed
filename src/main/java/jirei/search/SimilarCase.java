package jirei.search;

import java.util.List;
import jirei.cases.Prefecture;
import org.jspecify.annotations.Nullable;

/**
 * A case that tells of the same things as another (類似事例).
 *
 * @param rank its place in the order, from 1
 * @param score how alike they are; greater is more, comparable within one answer only
 * @param id the case id
 * @param number its number; null where it has none
 * @param title its title
 * @param prefecture its prefecture; null where it isn't known
 * @param place its place; may be empty
 * @param words what both tell of, as the other case writes it, the most telling first
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
