package jirei.query;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jirei.cases.Municipalities;
import jirei.cases.Municipality;
import jirei.cases.OwnFacet;
import jirei.cases.Prefecture;
import jirei.cases.SectionKind;
import jirei.cases.Theme;
import jirei.cases.VisibleText;

/** Reads facet values as people type them. Stateless. */
final class FacetValues {
    private static final Pattern PREFECTURE_SUFFIX = Pattern.compile("(?<=..)(?:[都府県]|ケン|フ|ト|[- ]?(?:ken|fu|to))$");
    private static final Pattern MACRONS = Pattern.compile("\\p{M}+");
    /** Long vowels are written in several ways: tookyou, toukyou, tokyo. */
    private static final Pattern LONG_VOWEL = Pattern.compile("(?<=o)[ou]|(?<=u)u");

    private static final Set<String> OCR_NAMES = Set.of("ocr", "機械読み取り", "機械読取", "機械");
    private static final Map<String, Prefecture> BY_NAME = new HashMap<>();
    /** The prefectures by reading in katakana and in romaji. */
    private static final Map<String, Prefecture> BY_READING = new HashMap<>();

    static {
        for (Prefecture prefecture : Prefecture.values()) {
            BY_NAME.put(prefecture.fullName(), prefecture);
            BY_NAME.put(prefecture.shortName(), prefecture);
            BY_READING.put(prefecture.reading(), prefecture);
            BY_READING.put(romaji(prefecture.name().toLowerCase(Locale.ROOT)), prefecture);
        }
    }

    private FacetValues() {}

    /** Returns the indexed value of {@code facet} for {@code typed}; empty if it is unknown, as an actor or collection always is here. */
    static Optional<String> canonical(Facet facet, String typed, List<Theme> themes) {
        String value = QueryCharacters.folded(typed);
        return switch (facet) {
            case Facet.Fixed.PREFECTURE -> prefecture(typed, value).map(Prefecture::fullName);
            case Facet.Fixed.KIND ->
                named(value, List.of(SectionKind.values()), SectionKind::id, SectionKind::label)
                        .map(SectionKind::id);
            case Facet.Fixed.THEME ->
                named(katakana(value), themes, theme -> QueryCharacters.folded(theme.id()), Theme::label)
                        .or(() -> named(value, themes, theme -> QueryCharacters.folded(theme.title()), Theme::label))
                        .map(Theme::id);
            case Facet.Fixed.YEAR -> {
                OptionalInt year = FiscalYears.parse(value);
                yield year.isPresent() ? Optional.of(Integer.toString(year.getAsInt())) : Optional.empty();
            }
            case Facet.Fixed.RECOGNITION -> OCR_NAMES.contains(value) ? Optional.of(Facet.OCR) : Optional.empty();
            case Facet.Fixed.MUNICIPALITY -> municipality(typed);
            case Facet.Fixed.ACTOR -> Optional.empty();
            case Facet.Fixed.COLLECTION -> Optional.empty();
            case Facet.Own(OwnFacet own) -> Optional.of(own(own, typed));
        };
    }

    /** Returns the value as files have it: the listed one that is equal or has {@code typed} alone, or the normalized one. */
    private static String own(OwnFacet facet, String typed) {
        String value = VisibleText.oneLine(Normalizer.normalize(typed, Normalizer.Form.NFKC));
        return named(QueryCharacters.folded(typed), facet.allowed(), QueryCharacters::folded, one -> one)
                .orElse(value);
    }

    /** Returns the only municipality called {@code typed}. */
    private static Optional<String> municipality(String typed) {
        List<Municipality> named = Municipalities.matching(typed);
        return named.size() == 1 ? Optional.of(Municipalities.fullName(named.getFirst())) : Optional.empty();
    }

    /** Returns the value with the id or label {@code typed}, or else the only one whose label has it. */
    private static <T> Optional<T> named(
            String typed, List<T> values, Function<T, String> id, Function<T, String> label) {
        Optional<T> exact = values.stream()
                .filter(value -> id.apply(value).equals(typed)
                        || QueryCharacters.folded(label.apply(value)).equals(typed))
                .findFirst();
        return exact.or(() -> onlyPart(typed, values, label));
    }

    private static <T> Optional<T> onlyPart(String typed, List<T> values, Function<T, String> label) {
        List<T> partial = values.stream()
                .filter(value -> typed.length() > 1
                        && QueryCharacters.folded(label.apply(value)).contains(typed))
                .toList();
        return partial.size() == 1 ? Optional.of(partial.getFirst()) : Optional.empty();
    }

    /** A suffix in kanji must be the right one: 大阪県 does not exist. A page has links to all prefectures. */
    private static Optional<Prefecture> prefecture(String typed, String folded) {
        Prefecture named = BY_NAME.get(folded);
        if (named != null) {
            return Optional.of(named);
        }
        String romaji = romaji(Normalizer.normalize(typed, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT));
        return Stream.of(folded, katakana(folded), romaji)
                .flatMap(name -> Stream.of(name, PREFECTURE_SUFFIX.matcher(name).replaceFirst("")))
                .map(BY_READING::get)
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** Returns romaji in one form: Hepburn without long vowels. */
    private static String romaji(String typed) {
        String hepburn = MACRONS.matcher(typed)
                .replaceAll("")
                .replaceAll("(?<![sc])hu", "fu")
                .replace("si", "shi")
                .replace("ti", "chi")
                .replace("tu", "tsu")
                .replace("zi", "ji")
                .replace("sy", "sh")
                .replace("ty", "ch")
                .replace("mm", "nm");
        return LONG_VOWEL.matcher(hepburn).replaceAll("");
    }

    private static String katakana(String text) {
        var katakana = new StringBuilder();
        text.codePoints().map(c -> c >= 'ぁ' && c <= 'ゖ' ? c + ('ァ' - 'ぁ') : c).forEach(katakana::appendCodePoint);
        return katakana.toString();
    }
}
