package jirei.cases;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Looks up municipalities by user input. Stateless. */
public final class Municipalities {
    private static final int HIRAGANA_TO_KATAKANA = 'ァ' - 'ぁ';
    private static final Pattern SEPARATOR = Pattern.compile("[・、，,／/;；]|\\s+|及び|および|並びに|ならびに");
    /** A ward that is no municipality of its own, as in 大阪市北区. */
    private static final Pattern WARD = Pattern.compile("(.+市).+区");
    /** A town or village with the county to which it belongs, as in 久慈郡大子町. */
    private static final Pattern OF_COUNTY = Pattern.compile(".+郡(.+[町村])");

    /** The form of a name that none has today; several in one word, as in 6市町村, are not named. */
    private static final Pattern FORMER = Pattern.compile("[^0-9の圏域内]{1,8}(?<!市|区|町)[市区町村]");

    /** The readings of 市, 区, 町 and 村, also without their long vowel. */
    private static final Set<String> SUFFIXES = Set.of("", "シ", "ク", "マチ", "チョウ", "チョ", "ムラ", "ソン");

    private Municipalities() {}

    /**
     * Returns the municipalities whose full name or reading equals {@code typed}, with or without the prefecture, e.g.
     * 茨城県大子町, 大子町 or だいごまち. Width, kana script and white space are ignored. In the order of their codes; more than one
     * if municipalities share the name; empty for any other text.
     */
    public static List<Municipality> matching(String typed) {
        String text = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("\\s", "");
        Optional<Prefecture> prefecture = Stream.of(Prefecture.values())
                .filter(candidate -> text.startsWith(candidate.fullName()))
                .findFirst();
        String name = prefecture
                .map(known -> text.substring(known.fullName().length()))
                .orElse(text);
        String reading = katakana(name);
        return Municipality.all().stream()
                .filter(candidate ->
                        candidate.name().equals(name) || candidate.reading().equals(reading))
                .filter(candidate -> prefecture.isEmpty() || candidate.prefecture() == prefecture.get())
                .toList();
    }

    /**
     * Returns the full names of the municipalities of {@code prefecture} that {@code place} names, e.g. 鹿児島県奄美市 for
     * 奄美市・大島郡. A name with the suffix of a municipality need not be one of today; a county or a region yields none.
     */
    public static List<String> namedIn(Prefecture prefecture, String place) {
        return SEPARATOR
                .splitAsStream(Normalizer.normalize(place, Normalizer.Form.NFKC))
                .map(name -> name.startsWith(prefecture.fullName())
                        ? name.substring(prefecture.fullName().length())
                        : name)
                .map(name -> Municipality.named(name).isEmpty() ? withoutDivisions(name) : name)
                .filter(name -> !Municipality.named(name).isEmpty()
                        || FORMER.matcher(name).matches())
                .map(name -> prefecture.fullName() + name)
                .distinct()
                .toList();
    }

    private static String withoutDivisions(String name) {
        Matcher ward = WARD.matcher(name);
        Matcher ofCounty = OF_COUNTY.matcher(name);
        if (ward.matches()) {
            return ward.group(1);
        }
        return ofCounty.matches() ? ofCounty.group(1) : name;
    }

    /**
     * Returns the rank of the full name {@code fullName}: by the order of the codes, names that have none today behind
     * the others of their prefecture.
     */
    public static int orderOf(String fullName) {
        return prefectureOf(fullName)
                .map(prefecture -> codes(
                                prefecture,
                                Municipality.named(
                                        fullName.substring(prefecture.fullName().length())))
                        .findFirst()
                        .orElseGet(() ->
                                codes(prefecture, Municipality.all()).max().orElseThrow() + 1))
                .orElse(Integer.MAX_VALUE);
    }

    private static IntStream codes(Prefecture prefecture, List<Municipality> municipalities) {
        return municipalities.stream()
                .filter(municipality -> municipality.prefecture() == prefecture)
                .mapToInt(municipality -> Integer.parseInt(municipality.code()));
    }

    /** Returns the prefecture with which the full name of a municipality begins; empty for any other text. */
    public static Optional<Prefecture> prefectureOf(String fullName) {
        return Stream.of(Prefecture.values())
                .filter(prefecture -> fullName.startsWith(prefecture.fullName())
                        && fullName.length() > prefecture.fullName().length())
                .findFirst();
    }

    /**
     * Returns the municipalities that {@code typed} may mean though it is none of their names: a name or reading without its
     * suffix (大子, だいご), the start of a name or reading, or a part of a name; readings also in romaji, with or without long
     * vowels. A prefecture before the name, in full or in short, restricts them. Closest first, at most {@code limit}.
     */
    public static List<Municipality> suggestions(String typed, int limit) {
        String text = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .toLowerCase(Locale.ROOT);
        if (text.isEmpty()) {
            return List.of();
        }
        Optional<Prefecture> prefecture = Stream.of(Prefecture.values())
                .filter(candidate ->
                        text.length() > candidate.fullName().length() && text.startsWith(candidate.shortName()))
                .findFirst();
        List<Municipality> within = prefecture.isEmpty()
                ? List.of()
                : ranked(
                        text.substring(length(text, prefecture.get())),
                        candidate -> candidate.prefecture() == prefecture.get());
        return (within.isEmpty() ? ranked(text, candidate -> true) : within)
                .stream().limit(limit).toList();
    }

    private static int length(String text, Prefecture prefecture) {
        return text.startsWith(prefecture.fullName())
                ? prefecture.fullName().length()
                : prefecture.shortName().length();
    }

    private static List<Municipality> ranked(String text, Predicate<Municipality> within) {
        var spelled = Spelled.of(text);
        List<List<Municipality>> byDistance = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Municipality candidate : Municipality.all()) {
            int distance = within.test(candidate) ? spelled.distance(candidate) : Spelled.NONE;
            if (distance < Spelled.NONE) {
                byDistance.get(distance).add(candidate);
            }
        }
        return byDistance.stream().flatMap(List::stream).toList();
    }

    /** A typed name with its reading in katakana; long vowels are dropped from romaji, which often lacks them. Immutable. */
    private record Spelled(String name, String reading, boolean isRomaji) {
        private static final int NONE = 3;
        private static final Pattern LATIN = Pattern.compile("[a-z']+");
        /** Macrons and circumflexes of long vowels, and the hyphen before a suffix, as in Sapporo-shi. */
        private static final Pattern SIGNS = Pattern.compile("[\\p{M}‐-]");

        private static final Pattern LONG_VOWEL =
                Pattern.compile("(?<=[オコソトノホモヨロゴゾドボポョ])[ウオ]|(?<=[ウクスツヌフムユルグズヅブプュ])ウ|ー");

        static Spelled of(String text) {
            String plain = SIGNS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                    .replaceAll("");
            boolean romaji = LATIN.matcher(plain).matches();
            return new Spelled(
                    text, romaji ? shortened(LatinKatakana.RULES.transliterate(plain)) : katakana(text), romaji);
        }

        /** Until nothing changes: ショウオウ becomes ショオ and then ショ, as does the romaji shoo. */
        private static String shortened(String reading) {
            String shorter = LONG_VOWEL.matcher(reading).replaceAll("");
            return shorter.equals(reading) ? reading : shortened(shorter);
        }

        /** Returns 0 for the whole name without its suffix, 1 for its start, 2 for a part of it, else {@link #NONE}. */
        int distance(Municipality candidate) {
            String full = isRomaji ? ShortReadings.of(candidate) : candidate.reading();
            String rest = full.startsWith(reading) ? full.substring(reading.length()) : null;
            if (candidate.name().substring(0, candidate.name().length() - 1).equals(name)
                    || (rest != null && SUFFIXES.contains(rest))) {
                return 0;
            }
            if (rest != null || candidate.name().startsWith(name)) {
                return 1;
            }
            return candidate.name().contains(name) ? 2 : NONE;
        }
    }

    /** The readings without long vowels, computed on first use. */
    private static final class ShortReadings {
        private static final Map<String, String> BY_READING = Municipality.all().stream()
                .map(Municipality::reading)
                .distinct()
                .collect(Collectors.toUnmodifiableMap(Function.identity(), Spelled::shortened));

        static String of(Municipality municipality) {
            return BY_READING.getOrDefault(municipality.reading(), municipality.reading());
        }
    }

    /** Initialized on first use, since loading the rules is slow. */
    private static final class LatinKatakana {
        private static final Transliterator RULES = Transliterator.getInstance("Latin-Katakana");
    }

    /** Returns the name prefixed with the prefecture, e.g. 茨城県大子町. */
    public static String fullName(Municipality municipality) {
        return municipality.prefecture().fullName() + municipality.name();
    }

    /** Returns the reading of {@code municipality} in hiragana, e.g. だいごまち. */
    public static String hiragana(Municipality municipality) {
        return shift(municipality.reading(), 'ァ', 'ヶ', -HIRAGANA_TO_KATAKANA);
    }

    private static String katakana(String text) {
        return shift(text, 'ぁ', 'ゖ', HIRAGANA_TO_KATAKANA);
    }

    private static String shift(String text, char first, char last, int distance) {
        var shifted = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            char kana = text.charAt(i);
            if (kana >= first && kana <= last) {
                shifted.setCharAt(i, (char) (kana + distance));
            }
        }
        return shifted.toString();
    }
}
