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
 * A municipality that a text names.
 *
 * @param name as in 緑町
 * @param prefecture where it lies; null where several municipalities share the name
 */
record PlaceMention(String name, @Nullable Prefecture prefecture) {
    private static final int WITHIN = 4_000;
    /** Behind a prefecture's name whatever ends like a municipality is one, also one that has been merged since. */
    private static final Pattern BEHIND_PREFECTURE =
            Pattern.compile("^[\\s\u3000・:：/／-]*((?:[一-龯々ヶケのノ]{1,5}郡)?[一-龯々ぁ-んァ-ヶー]{1,8}?[市区町村])");

    private static final Pattern GENERAL = Pattern.compile("(?:内|下|全|各|の|や|と|は|が).*|.*[のやとはがをに][市区町村]|市区?町?村?");
    private static final int MAX_LENGTH = 24;

    /** The first municipality in {@code text}, one of {@code prefecture} if that is known; empty where none is named. */
    static Optional<PlaceMention> first(String text, @Nullable Prefecture prefecture) {
        Matcher found = Known.NAMES.matcher(text.substring(0, Math.min(text.length(), WITHIN)));
        while (found.find()) {
            List<Municipality> called = Municipality.named(found.group()).stream()
                    .filter(one -> prefecture == null || one.prefecture() == prefecture)
                    .toList();
            if (!called.isEmpty()) {
                boolean isOnly = called.size() == 1;
                return Optional.of(new PlaceMention(
                        found.group(), isOnly ? called.getFirst().prefecture() : prefecture));
            }
        }
        return prefecture == null ? Optional.empty() : behind(prefecture, text);
    }

    private static Optional<PlaceMention> behind(Prefecture prefecture, String text) {
        String name = prefecture.fullName();
        for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
            int from = at + name.length();
            Matcher place = BEHIND_PREFECTURE.matcher(text.substring(from, Math.min(text.length(), from + MAX_LENGTH)));
            if (place.find() && !GENERAL.matcher(place.group(1)).matches()) {
                return Optional.of(new PlaceMention(place.group(1), prefecture));
            }
        }
        return Optional.empty();
    }

    /** The names of all municipalities, the longest first, made when they are first looked for. */
    private static final class Known {
        static final Pattern NAMES = Pattern.compile(Municipality.all().stream()
                .map(Municipality::name)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|")));
    }
}
