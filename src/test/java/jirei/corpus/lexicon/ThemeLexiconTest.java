package jirei.corpus.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import jirei.cases.Theme;
import jirei.corpus.text.CorpusDiagnostic;
import jirei.corpus.text.CorpusFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class ThemeLexiconTest {
    private static final Path FILE = Path.of("lexicon/themes.txt");

    @ParameterizedTest(name = "{0}: {1}")
    @CsvFileSource(resources = "/corpus/themes.tsv", delimiter = '\t')
    void themesAreFoundAsListed(String heading, String text, String expected) {
        assertThat(letters(Lexicon.shipped().themes().find(heading, text))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"題, 研修, -", "研修, 題, カ", "題, 研修と勉強会, カ", "題, 研修研修研修, -", "研修, 中止, -"})
    void aHeadingCountsTwiceAndARepeatedPhraseOnce(String heading, String text, String expected) throws Exception {
        ThemeLexicon lexicon = ThemeLexicon.parse(FILE, "必要な点: 2\nカ: 研修、勉強会 1\nカ: 中止 -2");

        assertThat(letters(lexicon.find(heading, text))).isEqualTo(expected);
    }

    @Test
    void allProblemsOfTheRulesAreReportedTogether() {
        String text = "必要な点: 多い\nケ: 研修\nカ: 研修* 2";

        CorpusFormatException e =
                catchThrowableOfType(CorpusFormatException.class, () -> ThemeLexicon.parse(FILE, text));

        assertThat(e.diagnostics())
                .extracting(CorpusDiagnostic::toString)
                .containsExactly(
                        "lexicon/themes.txt:1: 必要な点の値「多い」は使えません。1から99までの整数を一つ書いてください",
                        "lexicon/themes.txt:2: テーマ「ケ」はありません。ア から ク までの文字か「必要な点」で始めてください",
                        "lexicon/themes.txt:3: 語「研修* 2」は使えません。* は語の途中に、| は語の端に書いてください");
    }

    private static String letters(List<Theme> themes) {
        return themes.isEmpty() ? "-" : themes.stream().map(Theme::letter).collect(Collectors.joining("、"));
    }
}
