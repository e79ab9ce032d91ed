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
                        "lexicon/themes.txt:2: テーマ「ケ」はありません。ア・イ・ウ・エ・オ・カ・キ・ク・必要な点 のどれかで始めてください",
                        "lexicon/themes.txt:3: 語「研修* 2」は使えません。* は語の途中に、| は語の端に書いてください");
    }

    @Test
    void aFileDeclaresItsThemesInOrder() throws Exception {
        ThemeLexicon lexicon = ThemeLexicon.parse(FILE, "改修: 大工 2\nテーマ: 活用 空き家の活用、改修\nテーマ: 解体 古い家の解体\n活用: 貸す");

        assertThat(lexicon.themes())
                .containsExactly(new Theme("活用", "空き家の活用", 0), new Theme("改修", "改修", 1), new Theme("解体", "古い家の解体", 2));
        assertThat(lexicon.themes()).extracting(Theme::label).containsExactly("活用 空き家の活用", "改修", "解体 古い家の解体");
        assertThat(lexicon.find("題", "大工が直して貸す。"))
                .as("in the order of the file, not of the rules")
                .extracting(Theme::id)
                .containsExactly("活用", "改修");
        assertThat(lexicon.named("空き家の活用")).contains(lexicon.themes().getFirst());
    }

    @Test
    void aCorpusMayHaveNoThemes() throws Exception {
        ThemeLexicon lexicon = ThemeLexicon.parse(FILE, "テーマ: なし");

        assertThat(lexicon.themes()).isEmpty();
        assertThat(lexicon.find("研修", "研修")).isEmpty();
    }

    @Test
    void faultsOfTheDeclarationNameLineAndRemedy() {
        String text = "テーマ:\nテーマ: 改修、改修 別の題、必要な点、" + "長".repeat(21) + "\n活用: 貸す";

        CorpusFormatException e =
                catchThrowableOfType(CorpusFormatException.class, () -> ThemeLexicon.parse(FILE, text));

        assertThat(e.diagnostics())
                .extracting(CorpusDiagnostic::toString)
                .containsExactly(
                        "lexicon/themes.txt:1: テーマが一つもありません。「テーマ: ア 資源の把握、…」の形で書くか、テーマを使わないときは「なし」と書いてください",
                        "lexicon/themes.txt:2: テーマ「改修 別の題」の名前か題がほかのテーマと同じです。どちらかを変えてください",
                        "lexicon/themes.txt:2: テーマの名前に「必要な点」は使えません。別の名前に変えてください",
                        "lexicon/themes.txt:2: テーマの名前「" + "長".repeat(21) + "」が長すぎます。20文字以内の名前のあとに空白を置いて題を書いてください",
                        "lexicon/themes.txt:3: テーマ「活用」はありません。改修・必要な点 のどれかで始めてください");
    }

    private static String letters(List<Theme> themes) {
        return themes.isEmpty() ? "-" : themes.stream().map(Theme::id).collect(Collectors.joining("、"));
    }
}
