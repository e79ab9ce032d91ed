package jirei.engine.spell;

import java.util.LinkedHashSet;
import java.util.Set;

/** What somebody may have meant who typed Japanese in Latin letters and hit a wrong key. */
final class RomajiTypos {
    private static final String LETTERS = "aiueokstnhmyrwgzdbpjfc";

    private RomajiTypos() {}

    /** Everything that is one letter away from {@code typed}: left out, put in, replaced or swapped. */
    static Set<String> of(String typed) {
        Set<String> meant = new LinkedHashSet<>();
        for (int i = 0; i <= typed.length(); i++) {
            String before = typed.substring(0, i);
            String behind = typed.substring(i);
            if (behind.length() > 1) {
                meant.add(before + behind.charAt(1) + behind.charAt(0) + behind.substring(2));
            }
            for (int at = 0; at < LETTERS.length(); at++) {
                char letter = LETTERS.charAt(at);
                meant.add(before + letter + behind);
                if (!behind.isEmpty()) {
                    meant.add(before + letter + behind.substring(1));
                }
            }
            if (!behind.isEmpty()) {
                meant.add(before + behind.substring(1));
            }
        }
        meant.remove(typed);
        return meant;
    }
}
