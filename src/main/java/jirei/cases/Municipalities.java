package jirei.cases;

import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds municipalities by what people type. */
public final class Municipalities {
    private static final int HIRAGANA_TO_KATAKANA = 'ァ' - 'ぁ';

    private Municipalities() {}

    /**
     * The municipalities that {@code typed} names in full: with or without the prefecture, written or read, as in 茨城県大子町,
     * 大子町 and だいごまち. In the order of their codes; several where several share the name, none for any other text.
     */
    public static List<Municipality> matching(String typed) {
        String text = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("\\s", "");
        Optional<Prefecture> prefecture = Stream.of(Prefecture.values())
                .filter(any -> text.startsWith(any.fullName()))
                .findFirst();
        String name = prefecture
                .map(known -> text.substring(known.fullName().length()))
                .orElse(text);
        String reading = katakana(name);
        return Municipality.all().stream()
                .filter(any -> any.name().equals(name) || any.reading().equals(reading))
                .filter(any -> prefecture.isEmpty() || any.prefecture() == prefecture.get())
                .toList();
    }

    /** The name with the prefecture in front, as in 茨城県大子町. */
    public static String fullName(Municipality municipality) {
        return municipality.prefecture().fullName() + municipality.name();
    }

    /** The reading of {@code municipality} in hiragana, as in だいごまち. */
    public static String hiragana(Municipality municipality) {
        return shifted(municipality.reading(), 'ァ', 'ヶ', -HIRAGANA_TO_KATAKANA);
    }

    private static String katakana(String text) {
        return shifted(text, 'ぁ', 'ゖ', HIRAGANA_TO_KATAKANA);
    }

    private static String shifted(String text, char first, char last, int by) {
        var shifted = new StringBuilder(text);
        for (int at = 0; at < text.length(); at++) {
            char kana = text.charAt(at);
            if (kana >= first && kana <= last) {
                shifted.setCharAt(at, (char) (kana + by));
            }
        }
        return shifted.toString();
    }
}
