package jirei.cases;

import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks up municipalities by user input. Stateless. */
public final class Municipalities {
    private static final int HIRAGANA_TO_KATAKANA = 'ァ' - 'ぁ';

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
