package jirei.intake.outline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jirei.cases.CaseStudy;
import jirei.cases.Prefecture;
import jirei.cases.Section;
import jirei.corpus.lexicon.Lexicon;
import jirei.intake.Intake;
import jirei.intake.layout.ImportResult;
import jirei.intake.layout.ImportWarning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** Facts and cases of whole documents, over small invented worlds. */
class StrongPlacesTest {
    @TempDir
    private Path folder = Path.of("");

    private ImportResult read(String name, String text) throws Exception {
        return Intake.read(Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8), Lexicon.shipped());
    }

    private CaseStudy only(String text) throws Exception {
        ImportResult read = read("a.txt", text);
        assertThat(read.cases()).hasSize(1);
        return read.cases().getFirst();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "灯台の話||■岬||香川県三豊市では霧笛を鳴らす。|, another place in the text",
        "灯台の話||■香川県三豊市に学ぶ||霧笛を鳴らす。||■塔||高い。|, another place in a heading",
        "灯台の話||香川県立大学||■岬||高い。|, a university on the cover",
        "灯台の話||香川県知事　殿||■岬||高い。|, an addressee",
        "灯台の話||監修：鴎野守（香川県灯台会）||■岬||高い。|, an author",
        "香川県と島根県の灯台||■岬||高い。|, two prefectures"
    })
    void nothingElseDecidesThePrefecture(String text, String gloss) throws Exception {
        CaseStudy found = only(text.replace('|', '\n'));

        assertThat(found.prefecture()).isNull();
        assertThat(found.place()).isEmpty();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "香川県鴎町の灯台||■岬||高い。|, the title",
        "灯台の話||香川県鴎町役場||■岬||高い。|, the cover",
        "灯台の話||自治体名：香川県鴎町||■岬||高い。|, a label",
        "灯台の話||香川県鴎町の取組である。||■岬||高い。|, a sentence that says whose case it is",
        "鴎町の灯台||■岬||香川県鴎町は海に近い。岩手県から学んだ。|, the municipality of the title in the text"
    })
    void strongPlacesDecideThePrefecture(String text, String gloss) throws Exception {
        CaseStudy found = only(text.replace('|', '\n'));

        assertThat(found.prefecture()).isEqualTo(Prefecture.KAGAWA);
        assertThat(found.place()).isEqualTo("鴎町");
    }

    @Test
    void aTieIsRemarked() throws Exception {
        assertThat(read("a.txt", "香川県と島根県の灯台\n\n■岬\n\n高い。\n").warnings())
                .extracting(ImportWarning::message)
                .contains("都道府県が一つに決まらないため（香川県、島根県）、prefecture を空にしました。確かめて書き足してください。");
    }

    @Test
    void whatTheCoverSaysHoldsForAllCases() throws Exception {
        ImportResult read =
                read("a.md", "# 灯台の事例集\n\n香川県\n\n令和2年3月\n\n## 事例1 岬\n\n鴎町\n\n高い。\n\n## 事例2 塔\n\n雁村\n\n白い。\n");

        assertThat(read.cases()).extracting(CaseStudy::prefecture).containsOnly(Prefecture.KAGAWA);
        assertThat(read.cases()).extracting(CaseStudy::place).containsExactly("鴎町", "雁村");
        assertThat(read.cases()).extracting(CaseStudy::year).containsOnly(2019);
        assertThat(read.cases()).extracting(CaseStudy::collection).containsOnly("灯台の事例集");
    }

    @ParameterizedTest(name = "{0}: {3}")
    @CsvFileSource(resources = "/intake/separators.tsv", delimiter = '\t')
    void casesStartAtWhatRepeats(String headings, String title, int cases, String gloss) throws Exception {
        String first =
                headings.split("\\|", -1)[0].replace("{place}", "鳥取県かもめ町").replace("{title}", "灯台");
        String second = headings.split("\\|", -1)[1].replace("{place}", "秋田県雁村").replace("{title}", "霧笛");
        String places = headings.contains("{title}") && !headings.contains("{place}") ? "%s\n\n" : "";
        String text = "# 事例の集まり\n\n## " + first + "\n\n" + places.replace("%s", "鳥取県かもめ町") + "### 内容\n\n照らす。\n\n## "
                + second + "\n\n" + places.replace("%s", "秋田県雁村") + "### 内容\n\n鳴る。\n";

        List<CaseStudy> found = read("a.md", text).cases();

        assertThat(found).hasSize(cases);
        assertThat(found.getFirst().title()).isEqualTo(title);
        if (cases > 1) {
            assertThat(found).extracting(CaseStudy::place).containsExactly("かもめ町", "雁村");
        }
    }

    @Test
    void theFirstLineMayBeTheFirstCase() throws Exception {
        String text = "灯台事例（１）岬の灯り【鳥取県かもめ町】\n\n概要\n夜を照らす。\n\n灯台事例（２）塔の笛【秋田県雁村】\n\n概要\n霧に鳴る。\n";

        assertThat(read("a.txt", text).cases()).extracting(CaseStudy::place).containsExactly("かもめ町", "雁村");
    }

    @Test
    void partsOfOneCaseAreNoCases() throws Exception {
        CaseStudy found = only("鳥取県かもめ町の灯台\n\n取組１　岬\n\n照らす。\n\n取組２　塔\n\n鳴る。\n");

        assertThat(found.sections()).extracting(Section::heading).contains("取組１　岬", "取組２　塔");
    }

    @Test
    void whatAllCasesHaveBelowTheirHeadersIsNoTitle() throws Exception {
        ImportResult read = read("a.md", "# 灯台\n\n## 事例1\n\n### 内容\n\n高い。\n\n## 事例2\n\n### 内容\n\n白い。\n");

        assertThat(read.cases()).extracting(CaseStudy::title).containsExactly("事例1", "事例2");
    }

    @Test
    void aCaseEndsAtAHeadingOfAHigherLevel() throws Exception {
        ImportResult read = read("a.md", "# 灯台\n\n## 事例\n\n### 事例1 岬\n\n高い。\n\n### 事例2 塔\n\n白い。\n\n## まとめ\n\n続ける。\n");

        assertThat(read.cases()).extracting(CaseStudy::title).containsExactly("岬", "塔");
        assertThat(read.cases().getLast().sections()).extracting(Section::text).doesNotContain("続ける。");
        assertThat(read.warnings())
                .extracting(ImportWarning::message)
                .contains("「まとめ」で始まる2段落は、事例の外にあるため、どの事例にも入れませんでした。");
    }

    @Test
    void theReportSaysHowCasesWereFound() throws Exception {
        assertThat(read("a.md", "# 灯台\n\n## 事例1 岬\n\n高い。\n\n## 事例2 塔\n\n白い。\n").warnings())
                .extracting(ImportWarning::message)
                .contains("「事例1 岬」のような見出しで2事例に分けました。分け方が違うときは、事例の区切り（--split）を指定して読み直してください。");
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource({
        "様式第1号||件名：灯台の点灯||灯す。||■岬||高い。|, 灯台の点灯, the label of the subject",
        "か発第3号||令和2年5月1日||各灯台　御中||鴎町||灯台の点灯について（依頼）||灯す。|, 灯台の点灯について（依頼）, an official notice",
        "資料１||灯台の話||■岬||高い。|, 灯台の話, a handout"
    })
    void titles(String text, String title, String gloss) throws Exception {
        assertThat(only(text.replace('|', '\n')).title()).isEqualTo(title);
    }

    @Test
    void aLineOfEqualsSignsDoesNotMakeTextMarkdown() throws Exception {
        CaseStudy found = only("灯台の話\n========\n\n１．岬\n\n高い。\n\n２．塔\n\n白い。\n");

        assertThat(found.title()).isEqualTo("灯台の話");
        assertThat(found.sections()).extracting(Section::heading).containsExactly("１．岬", "２．塔");
    }
}
