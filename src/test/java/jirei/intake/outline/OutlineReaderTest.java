package jirei.intake.outline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import jirei.cases.CaseStudy;
import jirei.cases.Prefecture;
import jirei.cases.Section;
import jirei.cases.SectionKind;
import jirei.corpus.lexicon.Lexicon;
import jirei.intake.Intake;
import jirei.intake.layout.CaseIds;
import jirei.intake.layout.ImportResult;
import jirei.intake.layout.ImportWarning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutlineReaderTest {
    @TempDir
    private Path folder = Path.of("");

    private ImportResult read(String name, String text) throws Exception {
        return Intake.read(Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8), Lexicon.shipped());
    }

    @Test
    void repeatedCaseHeadersSplitTheDocument() throws Exception {
        ImportResult read = read("shu.txt", "海辺の事例集\n\n【事例１】港の見守り\n\n青森県港町では漁協が家を回る。\n\n【事例２】山の配達\n\n長野県山村では弁当を配る。\n");

        assertThat(read.cases()).extracting(CaseStudy::id).containsExactly("shu-01", "shu-02");
        assertThat(read.cases()).extracting(CaseStudy::number).containsExactly(1, 2);
        assertThat(read.cases()).extracting(CaseStudy::title).containsExactly("港の見守り", "山の配達");
        assertThat(read.cases()).extracting(CaseStudy::collection).containsOnly("海辺の事例集");
        assertThat(read.cases())
                .extracting(CaseStudy::prefecture)
                .containsExactly(Prefecture.AOMORI, Prefecture.NAGANO);
    }

    @Test
    void theTitleOfACaseMayFollowItsHeader() throws Exception {
        ImportResult read = read("c.md", "# CASE 01\n\n港の見守り\n\n漁協が家を回る。\n\n# CASE 02\n\n山の配達\n\n弁当を配る。\n");

        assertThat(read.cases()).extracting(CaseStudy::title).containsExactly("港の見守り", "山の配達");
    }

    @Test
    void notesHaveTheNumberOfTheirMark() throws Exception {
        ImportResult read = read("c.md", "# 港の見守り\n\n漁協が（注1）家を回る（注2）。\n\n*1 港の組合。\n\n＊２　週に一度。\n\n*3 だれも指さない。\n");

        assertThat(read.cases().getFirst().sections())
                .filteredOn(section -> section.kind() == SectionKind.NOTE)
                .extracting(Section::text)
                .startsWith("注1\u3000港の組合。", "注2\u3000週に一度。");
    }

    @Test
    void aSingleCaseHeaderDoesNotSplitTheDocument() throws Exception {
        ImportResult read = read("c.md", "# 研修のまとめ\n\n## 事例1 港\n\n話し合った。\n\n## 感想\n\nためになった。\n");

        assertThat(read.cases()).hasSize(1);
    }

    @Test
    void textBeforeTheFirstCaseGivesAWarning() throws Exception {
        ImportResult read = read("c.md", "# 事例集\n\nはじめに書いておく。\n\n## 事例1 港\n\n見守る。\n\n## 事例2 山\n\n配る。\n");

        assertThat(read.cases()).hasSize(2);
        assertThat(read.warnings()).anySatisfy(warning -> {
            assertThat(warning.firstLine()).isEqualTo(3);
            assertThat(warning.message()).contains("どの事例にも入れませんでした");
        });
    }

    @Test
    void headingsHaveSubsectionsAndCaptionsAndNotesAreSeparate() throws Exception {
        ImportResult read = read(
                "a.md",
                "# 題\n\n前書き。\n\n## 背景\n\n人が減った。\n\n### 医師\n\n一人になった。\n\n図1 人口の動き\n\n※ 町の調べ\n\n続きの話。\n\n## 成果\n\n減った。\n");

        assertThat(read.cases().getFirst().sections())
                .extracting(Section::id, Section::kind, Section::parent)
                .containsExactly(
                        tuple("s0", SectionKind.LEAD, ""),
                        tuple("s1", SectionKind.LEAD, ""),
                        tuple("s1-1", SectionKind.SUBSECTION, "s1"),
                        tuple("c1", SectionKind.CAPTION, "s1"),
                        tuple("n1", SectionKind.NOTE, "s1"),
                        tuple("s2", SectionKind.SUBSECTION, ""));
        assertThat(read.cases().getFirst().section("s1-1"))
                .hasValueSatisfying(section -> assertThat(section.text()).isEqualTo("一人になった。\n続きの話。"));
    }

    @ParameterizedTest
    @CsvSource({"令和元年度の取組, 2019", "平成30年度の取組, 2018", "昭和63年度の取組, 1988", "２０２１年度の取組, 2021", "R3年度の取組, 2021"})
    void eraYearsAreConvertedToGregorianYears(String title, int year) throws Exception {
        assertThat(read("a.md", "# " + title + "\n\n本文。\n").cases())
                .extracting(CaseStudy::year)
                .containsExactly(year);
    }

    @ParameterizedTest
    @CsvSource({
        "大津市のとりくみ, 滋賀県, 大津市",
        "福島県伊達市のとりくみ, 福島県, 伊達市",
        "北海道伊達市のとりくみ, 北海道, 伊達市",
        "伊達市のとりくみ, , 伊達市",
        "島根県内の市町村, 島根県, ''",
        "島根県緑町, 島根県, 緑町"
    })
    void aUniqueMunicipalityNameGivesThePrefecture(String title, String prefecture, String place) throws Exception {
        CaseStudy found = read("a.md", "# " + title + "\n\n本文。\n").cases().getFirst();

        assertThat(found.place()).isEqualTo(place);
        assertThat(found.prefecture())
                .isEqualTo(
                        prefecture == null ? null : Prefecture.named(prefecture).orElseThrow());
    }

    @Test
    void uncertainMetadataGivesAWarningWithItsPosition() throws Exception {
        ImportResult read = read("a.md", "# 題\n\n本文。\n");

        assertThat(read.warnings())
                .extracting(ImportWarning::message)
                .containsExactly("都道府県（prefecture）が分かりません。書き足してください。");
    }

    @ParameterizedTest
    @CsvSource({"report-2020, report-2020", "緑町の事例, doc-c0b240", "緑町 report 2020, report-2020-fa430c"})
    void idsAreDerivedFromFileNames(String stem, String id) {
        assertThat(CaseIds.stem(stem)).isEqualTo(id);
    }

    @Test
    void onlyWrappedLinesAreJoined() throws Exception {
        ImportResult read = read(
                "a.txt",
                "題名\n\n　この町では夜の電話に一人の医師が応じてきたが、疲れがたま\nって続けられなくなり、町の医師会が話し合いの場を設けて当番\nを分けた。\n　次の段落。\n費用：年間10万円\n担当：事務局\n");

        assertThat(read.cases().getFirst().sections().getFirst().paragraphs())
                .containsExactly(
                        "この町では夜の電話に一人の医師が応じてきたが、疲れがたまって続けられなくなり、町の医師会が話し合いの場を設けて当番を分けた。",
                        "次の段落。",
                        "費用：年間10万円",
                        "担当：事務局");
    }
}
