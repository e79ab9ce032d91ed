package jirei.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** A word has the listed spellings besides its own. */
class SpellingVariantsTest {
    @ParameterizedTest(name = "{0} is also {1}, not {2} ({3})")
    @CsvFileSource(resources = "/analysis/spellings.tsv", delimiter = '\t')
    void aWordHasTheListedSpellings(String word, String expected, String unexpected, String gloss) {
        List<String> variants = SpellingVariants.of(JapaneseAnalyzers.foldWidthAndCase(word));

        assertThat(listed(expected)).as("among %s", variants).allMatch(variants::contains);
        assertThat(listed(unexpected)).as("among %s", variants).noneMatch(variants::contains);
    }

    private static List<String> listed(String words) {
        return words.equals("none") ? List.of() : List.of(words.split(" ", -1));
    }
}
