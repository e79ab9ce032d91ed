package jirei.search;

import java.util.List;

/**
 * A section similar to a given one (似た記述). Immutable.
 *
 * @param hit the section, ranked by similarity from 1; without matches
 * @param words distinctive words that both sections share, as written in the given one, most significant first; may be
 *     empty
 */
public record SimilarSection(Hit hit, List<String> words) {
    public SimilarSection {
        words = List.copyOf(words);
    }
}
