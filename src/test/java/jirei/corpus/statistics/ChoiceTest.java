package jirei.corpus.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import jirei.cases.Municipalities;
import jirei.cases.Municipality;
import org.junit.jupiter.api.Test;

/** Every municipality with statistics can be chosen by what people type. */
class ChoiceTest {
    private static final int OFFERED = 12;
    private static final Transliterator ROMAJI = Transliterator.getInstance("Katakana-Latin");

    /** Returns those that are not among the first that are offered for what {@code typed} makes of them. */
    private static List<String> missing(Function<Municipality, String> typed) {
        List<String> missing = new ArrayList<>();
        for (Municipality municipality : Municipality.all()) {
            String text = typed.apply(municipality);
            boolean isOffered = RegionTable.shipped().of(municipality).isEmpty()
                    || Stream.concat(
                                    Municipalities.matching(text).stream(),
                                    Municipalities.suggestions(text, OFFERED).stream())
                            .distinct()
                            .limit(OFFERED)
                            .anyMatch(municipality::equals);
            if (!isOffered) {
                missing.add(Municipalities.fullName(municipality) + " " + text);
            }
        }
        return missing;
    }

    @Test
    void byItsName() {
        assertThat(missing(Municipality::name)).isEmpty();
        assertThat(missing(Municipalities::fullName)).isEmpty();
    }

    @Test
    void byItsReading() {
        assertThat(missing(Municipalities::hiragana)).isEmpty();
        assertThat(missing(Municipality::reading)).isEmpty();
    }

    @Test
    void byItsReadingInRomaji() {
        assertThat(missing(municipality -> ROMAJI.transliterate(municipality.reading())))
                .isEmpty();
    }

    /** As on road signs: without long vowels, and with a hyphen before the suffix. */
    @Test
    void byItsReadingAsOnRoadSigns() {
        assertThat(missing(municipality -> ROMAJI.transliterate(municipality.reading())
                        .replace("ō", "o")
                        .replace("ū", "u")
                        .replace("ou", "o")
                        .replace("uu", "u")
                        .replaceFirst("(shi|ku|machi|chō|cho|mura|son)$", "-$1")))
                .isEmpty();
    }
}
