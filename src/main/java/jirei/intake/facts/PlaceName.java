package jirei.intake.facts;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jirei.cases.Municipality;
import jirei.cases.Prefecture;
import org.jspecify.annotations.Nullable;

/**
 * A prefecture, a municipality or both, as a line names them. Immutable.
 *
 * @param prefecture the prefecture; null if it is not named and several have a municipality of the name
 * @param municipality the municipality, as in 緑町; empty for a prefecture alone
 * @param isNamed whether the prefecture is named and not only implied by the municipality
 */
public record PlaceName(@Nullable Prefecture prefecture, String municipality, boolean isNamed) {
    /** Number of characters of a line that are searched. */
    private static final int SEARCH_LENGTH = 400;

    private static final int MAX_KNOWN_LENGTH = 8;
    private static final int MAX_LENGTH = 24;
    private static final String SUFFIXES = "市区町村";
    /** After the name of a prefecture any word with the suffix of a municipality is one, such as a former one. */
    private static final Pattern AFTER_PREFECTURE = Pattern.compile(
            "[\\s\u3000・:：/／〉＞>)）-]*+((?:[一-龯々ヶケのノ]{1,5}郡)?[一-龯々ぁ-んァ-ヶー]{1,8}?[市区町村](?![市区町村])(?:[一-龯]{1,3}区)?)");

    private static final Pattern AT_START = Pattern.compile(
            "[〈＜<【（(「『《\\s\u3000■●・◆○]*+"
                    + "([一-龯々ヶケァ-ヶー]{1,5}?[市町村])(?=$|[のにと立\\s\u3000・〉＞>】）)」』》、：:／/（(「]|における|役場|役所|福祉|健康|保健|医師会|高齢|介護|地域包括|在宅|社会)");

    /** A name alone on its line or before a bracket, which may be written in kana. */
    private static final Pattern ALONE = Pattern.compile(
            "[〈＜<【（(「『《\\s\u3000■●・◆○]*+([一-龯々ヶケァ-ヶーぁ-ん]{1,6}[市町村])(?:[\\s\u3000〉＞>】）)」』》]*+|[\\s\u3000]?[（(].*)");

    private static final Pattern UNIVERSITY =
            Pattern.compile("(?:立[一-龯ぁ-んァ-ヶー]{0,12}|[一-龯ァ-ヶー]{0,4})?(?:大学|短期大学|短大|高専).*");
    /** Particles and marks before which a word ends. */
    private static final String WORD_ENDS = "のとやはがをにもでへ";

    private static final Pattern WARD = Pattern.compile("[一-龯]{1,3}区.*");
    /** Words with the suffix of a municipality that are no names. */
    private static final Pattern GENERAL_NOUN = Pattern.compile(
            "(?:(?:内|外|下)(?:[全各の].*|[市区町村]+)|(?:全|各|同|当|両|他|某|隣|近|自|周辺|の|や|と|は|が|を|に).*+)"
                    + "|.*[のやとはがをにるいたなくう][市区町村]|市区?町?村?|.*(?:都市|市町|町村|市区|地区|特区|管区|学区|中核市|政令市|農村|山村|漁村|港町|城下町|朝市|本町|小中学校区)");

    private static final String ORGANIZATION =
            "(?:役場|役所|県庁|都庁|府庁|道庁|[一-龯ぁ-んァ-ヶー・]{0,20}(?:部|課|局|室|係|課長|部長|局長|室長|長|知事))?";
    private static final Pattern REST =
            Pattern.compile("[\\s\u3000・〉＞>】）)」』》]*+" + ORGANIZATION + "[\\s\u3000〉＞>】）)」』》]*+");

    /** Returns the places that {@code line} names, in their order and without repetitions. */
    public static List<PlaceName> in(String line) {
        String text = line.substring(0, Math.min(line.length(), SEARCH_LENGTH));
        Set<PlaceName> places = new LinkedHashSet<>();
        int at = 0;
        while (at < text.length()) {
            Found found = at(text, at);
            if (found != null && !UNIVERSITY.matcher(text.substring(found.end)).matches()) {
                places.add(found.place);
            }
            at = found == null ? at + 1 : found.end;
        }
        if (places.stream().allMatch(place -> place.municipality().isEmpty())) {
            first(text)
                    .map(found -> found.place)
                    .filter(place -> !place.municipality().isEmpty())
                    .ifPresent(places::add);
        }
        return new ArrayList<>(places);
    }

    /** Returns whether {@code line} is the name of a place or of an office of it, and nothing else. */
    public static boolean isOnlyPlace(String line) {
        return line.length() <= 2 * MAX_LENGTH
                && first(line)
                        .map(found -> REST.matcher(line.substring(found.end)).matches())
                        .orElse(false);
    }

    /** Returns the place at the start of {@code line}, behind brackets and marks only. */
    public static Optional<PlaceName> starting(String line) {
        return first(line).map(found -> found.place);
    }

    /** Returns what follows the place at the start of {@code line}; the line if it does not start with a place. */
    public static String afterPlace(String line) {
        return first(line).map(found -> line.substring(found.end)).orElse(line);
    }

    private static Optional<Found> first(String line) {
        String text = line.substring(0, Math.min(line.length(), SEARCH_LENGTH));
        int from = 0;
        while (from < text.length() && "〈＜<【（(「『《 \u3000■●・◆○".indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        Optional<Found> known = from < text.length() ? Optional.ofNullable(at(text, from)) : Optional.empty();
        return known.or(() -> atStart(text))
                .filter(found -> !UNIVERSITY.matcher(text.substring(found.end)).matches());
    }

    /** Returns the prefecture or known municipality that starts at {@code at}; null for none. */
    private static @Nullable Found at(String text, int at) {
        for (Prefecture prefecture : Prefecture.values()) {
            if (text.startsWith(prefecture.fullName(), at)) {
                return afterPrefecture(
                        text, prefecture, at + prefecture.fullName().length());
            }
        }
        return isInWord(text, at) ? null : known(text, at);
    }

    /** Returns whether the character before {@code at} belongs to the same word, as in 山あいの町. */
    private static boolean isInWord(String text, int at) {
        char before = at > 0 ? text.charAt(at - 1) : ' ';
        boolean isInKana = isHiragana(text.charAt(at)) && isHiragana(before) && WORD_ENDS.indexOf(before) < 0;
        return isInKana || (isHan(before) && before != '郡');
    }

    private static Found afterPrefecture(String text, Prefecture prefecture, int from) {
        Matcher name = AFTER_PREFECTURE.matcher(text.substring(from, Math.min(text.length(), from + MAX_LENGTH)));
        boolean hasSuffix = name.lookingAt();
        Found known = hasSuffix ? known(text, from + name.start(1)) : null;
        if (known != null && isIn(known.place.municipality, prefecture)) {
            return new Found(new PlaceName(prefecture, known.place.municipality, true), known.end);
        }
        return hasSuffix && !GENERAL_NOUN.matcher(name.group(1)).matches()
                ? new Found(new PlaceName(prefecture, name.group(1), true), from + name.end())
                : new Found(new PlaceName(prefecture, "", true), from);
    }

    private static boolean isIn(String municipality, Prefecture prefecture) {
        return Municipality.named(municipality).stream().anyMatch(one -> one.prefecture() == prefecture);
    }

    /** Returns the longest known municipality that starts at {@code at}, with its ward left out. */
    private static @Nullable Found known(String text, int at) {
        for (int end = Math.min(text.length(), at + MAX_KNOWN_LENGTH); end > at + 1; end--) {
            if (SUFFIXES.indexOf(text.charAt(end - 1)) < 0) {
                continue;
            }
            List<Municipality> named = Municipality.named(text.substring(at, end));
            if (!named.isEmpty()) {
                Matcher ward = WARD.matcher(text.substring(end));
                int after = text.charAt(end - 1) == '市' && ward.matches() ? text.indexOf('区', end) + 1 : end;
                Prefecture only = named.size() == 1 ? named.getFirst().prefecture() : null;
                return new Found(new PlaceName(only, text.substring(at, end), false), after);
            }
        }
        return null;
    }

    private static Optional<Found> atStart(String text) {
        Matcher alone = ALONE.matcher(text);
        Matcher start = alone.matches() ? alone : AT_START.matcher(text);
        return (start == alone || start.lookingAt())
                        && !GENERAL_NOUN.matcher(start.group(1)).matches()
                ? Optional.of(new Found(new PlaceName(null, start.group(1), false), start.end(1)))
                : Optional.empty();
    }

    private static boolean isHiragana(char c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.HIRAGANA;
    }

    private static boolean isHan(char c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
    }

    private record Found(PlaceName place, int end) {}
}
