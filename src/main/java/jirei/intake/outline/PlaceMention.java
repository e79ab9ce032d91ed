package jirei.intake.outline;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jirei.cases.Municipality;
import jirei.cases.Prefecture;
import org.jspecify.annotations.Nullable;

/**
 * A municipality mentioned in a text. Immutable.
 *
 * @param name the name, as in 緑町
 * @param prefecture its prefecture; null if several municipalities have the name
 */
record PlaceMention(String name, @Nullable Prefecture prefecture) {
    /** Number of characters that are searched for the name of a municipality. */
    private static final int SEARCH_LENGTH = 4_000;
    /**
     * After the name of a prefecture any word with the suffix of a municipality is one, such as a former
     * municipality.
     */
    private static final Pattern AFTER_PREFECTURE =
            Pattern.compile("^[\\s\u3000・:：/／-]*((?:[一-龯々ヶケのノ]{1,5}郡)?[一-龯々ぁ-んァ-ヶー]{1,8}?[市区町村])");

    /** Words with the suffix of a municipality that are no names. */
    private static final Pattern GENERAL_NOUN = Pattern.compile("(?:内|下|全|各|の|や|と|は|が).*|.*[のやとはがをに][市区町村]|市区?町?村?");

    private static final int MAX_LENGTH = 24;

    /** Returns the first municipality in {@code text}, restricted to {@code prefecture} if it is not null. */
    static Optional<PlaceMention> first(String text, @Nullable Prefecture prefecture) {
        Matcher found = Known.NAMES.matcher(text.substring(0, Math.min(text.length(), SEARCH_LENGTH)));
        while (found.find()) {
            List<Municipality> named = Municipality.named(found.group()).stream()
                    .filter(one -> prefecture == null || one.prefecture() == prefecture)
                    .toList();
            if (!named.isEmpty()) {
                boolean isOnly = named.size() == 1;
                return Optional.of(new PlaceMention(
                        found.group(), isOnly ? named.getFirst().prefecture() : prefecture));
            }
        }
        return prefecture == null ? Optional.empty() : afterPrefecture(prefecture, text);
    }

    private static Optional<PlaceMention> afterPrefecture(Prefecture prefecture, String text) {
        String name = prefecture.fullName();
        for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
            int from = at + name.length();
            Matcher place = AFTER_PREFECTURE.matcher(text.substring(from, Math.min(text.length(), from + MAX_LENGTH)));
            if (place.find() && !GENERAL_NOUN.matcher(place.group(1)).matches()) {
                return Optional.of(new PlaceMention(place.group(1), prefecture));
            }
        }
        return Optional.empty();
    }

    /** Lazy holder of the pattern for the names of all municipalities, longest first. */
    private static final class Known {
        static final Pattern NAMES = Pattern.compile(Municipality.all().stream()
                .map(Municipality::name)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|")));
    }
}
