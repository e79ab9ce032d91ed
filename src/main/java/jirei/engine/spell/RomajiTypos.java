package jirei.engine.spell;

import java.util.LinkedHashSet;
import java.util.Set;

/** Generates the intended words for a typo in romaji. Stateless. */
final class RomajiTypos {
    private static final String LETTERS = "aiueokstnhmyrwgzdbpjfc";

    private RomajiTypos() {}

    /**
     * Returns every string at edit distance 1 from {@code typed}: deletion, insertion, substitution or transposition.
     */
    static Set<String> of(String typed) {
        Set<String> candidates = new LinkedHashSet<>();
        for (int i = 0; i <= typed.length(); i++) {
            String prefix = typed.substring(0, i);
            String suffix = typed.substring(i);
            if (suffix.length() > 1) {
                candidates.add(prefix + suffix.charAt(1) + suffix.charAt(0) + suffix.substring(2));
            }
            for (int index = 0; index < LETTERS.length(); index++) {
                char letter = LETTERS.charAt(index);
                candidates.add(prefix + letter + suffix);
                if (!suffix.isEmpty()) {
                    candidates.add(prefix + letter + suffix.substring(1));
                }
            }
            if (!suffix.isEmpty()) {
                candidates.add(prefix + suffix.substring(1));
            }
        }
        candidates.remove(typed);
        return candidates;
    }
}
