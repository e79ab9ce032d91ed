package jirei.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** A word typed in kana or romaji has the listed readings. */
class ReadingVariantsTest {
    @ParameterizedTest(name = "{0} is also {1}, not {2} ({3})")
    @CsvFileSource(resources = "/analysis/readings.tsv", delimiter = '\t')
    void aWordHasTheListedReadings(String word, String expected, String unexpected, String gloss) {
        List<String> variants = ReadingVariants.of(word);

        assertThat(listed(expected)).as("among %s", variants).allMatch(variants::contains);
        assertThat(listed(unexpected)).as("among %s", variants).noneMatch(variants::contains);
    }

    private static List<String> listed(String words) {
        return words.equals("none") ? List.of() : List.of(words.split(" ", -1));
    }
}
