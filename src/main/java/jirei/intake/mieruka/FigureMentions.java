package jirei.intake.mieruka;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the texts that mention figures. Stateless. */
final class FigureMentions {
    /** A reference to a figure, as in 図２ or 写真３、４. */
    private static final Pattern MENTION = Pattern.compile("(写真|図表|図|表)([0-9](?:[0-9、・〜~]*[0-9])?)");

    private FigureMentions() {}

    /** Returns the main section that mentions each figure first, by the {@link #key} of its label. Mutable. */
    static Map<String, Integer> of(List<MierukaSection> texts) {
        Map<String, Integer> mentions = new HashMap<>();
        for (MierukaSection draft : texts) {
            Matcher mention = MENTION.matcher(key(draft.text()));
            while (mention.find()) {
                for (String number : mention.group(2).split("[、・〜~]", -1)) {
                    mentions.putIfAbsent(mention.group(1) + number, draft.main());
                }
            }
        }
        return mentions;
    }

    /** Returns {@code label} without spaces, with digits in half width. */
    static String key(String label) {
        return Normalizer.normalize(label, Normalizer.Form.NFKC).replaceAll("\\s", "");
    }
}
