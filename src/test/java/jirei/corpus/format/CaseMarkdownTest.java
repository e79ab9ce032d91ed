package jirei.corpus.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import jirei.cases.Actor;
import jirei.cases.CaseStudy;
import jirei.cases.Figure;
import jirei.cases.Prefecture;
import jirei.cases.RegionFigure;
import jirei.cases.Section;
import jirei.cases.SectionKind;
import jirei.corpus.lexicon.Lexicon;
import jirei.corpus.lexicon.ShippedThemes;
import jirei.corpus.text.CorpusDiagnostic;
import jirei.corpus.text.CorpusFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaseMarkdownTest {
    private static final Path FILE = Path.of("aoba.md");
    private static final String HEAD = "---\nid: aoba\ntitle: 青葉市の輪番\n---\n";

    @Test
    void everyFieldOfTheFrontMatterIsRead() throws Exception {
        String text =
                """
                ---
                id: midori-h30-03
                number: 3
                title: "第1回: #緑町の夜"
                collection: 緑の事例集
                year: "2018"
                prefecture: 島根県
                place: 緑町
                region:
                  name: 緑町圏域
                  areaKm2: 24.90
                  population: 88,694
                  ageingRatePercent: "３１．５"
                  clinics: 12
                  basis:
                    population: 2015年調べ
                source:
                  title: 緑の事例集
                  publisher: 緑の会
                  url: https://example.org/a_b#c
                  rights: 転載自由
                ---
                # 第1回: #緑町の夜

                ## 夜の当番 {#s1}

                本文。
                """;

        CaseStudy read = read(text);

        assertThat(read.id()).isEqualTo("midori-h30-03");
        assertThat(read.number()).isEqualTo(3);
        assertThat(read.title()).isEqualTo("第1回: #緑町の夜");
        assertThat(read.year()).isEqualTo(2018);
        assertThat(read.prefecture()).isEqualTo(Prefecture.SHIMANE);
        assertThat(read.region().figures())
                .containsEntry(RegionFigure.AREA, new Figure(new BigDecimal("24.90"), ""))
                .containsEntry(RegionFigure.POPULATION, new Figure(new BigDecimal("88694"), "2015年調べ"))
                .containsEntry(RegionFigure.AGEING_RATE, new Figure(new BigDecimal("31.5"), ""));
        assertThat(read.source().url()).isEqualTo("https://example.org/a_b#c");
        assertThat(CaseMarkdown.write(read)).as("scale is kept").contains("\n  areaKm2: 24.90\n");
    }

    @Test
    void aCaseIsWrittenWithoutRedundantSyntax() throws Exception {
        String text =
                """
                ---
                id: aoba
                number: 1
                title: 青葉市の輪番
                year: 2020
                region:
                  population: 88694
                ---

                ## 夜の当番 {#s1}

                - 種別: 取組の概要
                - 主体: 医師会、市区町村
                - テーマ: ウ

                一つ目の段落。Q&Aもある。

                ・二つ目は箇条書き

                ### 電話の順番 {#s1-1}

                - 種別: ポイント
                - 主体: なし
                - テーマ: なし

                順に回す。

                ## 別の話 {#s2}

                - 種別: その他の活動
                - 主体: なし
                - テーマ: ア、イ

                ### 遠くの話 {#c1}

                - 種別: 写真・図
                - 主体: なし
                - テーマ: なし
                - 親: s1

                図である。
                """;

        assertThat(CaseMarkdown.write(read(text))).isEqualTo(text);
    }

    @Test
    void commentsAreWrittenInTheirSectionAndSkippedOnReading() throws Exception {
        CaseStudy caseStudy = read(HEAD + "## 当番 {#s1}\n\n- 主体: なし\n- テーマ: なし\n\n本文。\n");

        String text = CaseMarkdown.write(
                caseStudy,
                Map.of("", List.of("原資料 12行目から"), "s1", List.of("読み取れない --> 行", "二行の\n\n## 注記")),
                Lexicon.shipped());

        assertThat(text)
                .contains("---\n\n<!-- 原資料 12行目から -->\n\n## 当番")
                .contains("- 種別: 取組の概要\n\n<!-- 読み取れない －－> 行 -->\n\n<!-- 二行の\n\n## 注記 -->\n\n本文。");
        assertThat(read(text)).isEqualTo(caseStudy);
    }

    @Test
    void missingKindParentAndIdAreDerivedFromTheHeadings() throws Exception {
        CaseStudy read = read(HEAD + "## 一 {#s2}\n\n### 二\n\n#### 三\n\n## 四\n\n- 種別: highlight\n\n### 五\n\n## 六\n");

        assertThat(read.sections())
                .extracting(section -> section.id() + " " + section.kind().id() + " " + section.parent())
                .containsExactly(
                        "s2 lead ",
                        "s2-1 subsection s2",
                        "s2-2 subsection s2",
                        "s3 highlight ",
                        "s3-1 subsection s3",
                        "s4 lead ");
    }

    @Test
    void missingActorsAndThemesAreFoundByRule() throws Exception {
        Section byRule = section("医師会が研修会を開き、講師を招いた。");
        Section byHand = section("- 主体：ケアマネ, 市、 県\n- テーマ： ｷ、カ\n\n医師会が研修会を開いた。");
        Section none = section("- 主体: なし\n- テーマ: なし\n\n医師会が研修会を開き、講師を招いた。");

        assertThat(byRule.actors()).containsExactly(new Actor("医師会"));
        assertThat(byRule.themes()).containsExactly(ShippedThemes.TRAINING);
        assertThat(byHand.actors()).extracting(Actor::name).containsExactly("ケアマネジャー", "市区町村", "都道府県");
        assertThat(byHand.themes()).containsExactly(ShippedThemes.TRAINING, ShippedThemes.PUBLIC_AWARENESS);
        assertThat(none.actors()).isEmpty();
        assertThat(none.themes()).isEmpty();
    }

    @Test
    void aRoleSectionHasOnlyTheActorsOfItsHeading() throws Exception {
        Section role = read(HEAD + "## 県・市の役割：費用の負担 {#r1}\n\n- 種別: 関係機関の役割\n\n医師会に補助する。\n")
                .sections()
                .getFirst();

        assertThat(role.kind()).isEqualTo(SectionKind.ROLE);
        assertThat(role.actors()).extracting(Actor::name).containsExactly("都道府県", "市区町村");
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    '一行目の\n二行目', '一行目の二行目'
                    'home\ncare', 'home care'
                    '在宅\ncare', '在宅care'
                    '一つ  \n二つ', '一つ\n二つ'
                    '・一つ\n・二つ', '・一つ\n・二つ'
                    '- 一つ\n- 二つ\n  - 三つ', '・一つ\n・二つ\n・三つ'
                    '3. 三\n4. 四', '3. 三\n4. 四'
                    '> 引いた文', '引いた文'
                    '`code` と *強い* **語**', 'code と 強い 語'
                    '[緑の会](https://example.org)を見る', '緑の会（https://example.org）を見る'
                    '<https://example.org>', 'https://example.org'
                    '![図](a.png)', '図（a.png）'
                    '[x]: https://example.org', 'x: https://example.org'
                    '```\n一行\n二行\n```', '一行\n二行'
                    '| 甲 | 乙 |\n|---|---|\n| 1 | 2 |', '| 甲 | 乙 |\n| 1 | 2 |'
                    '前<!-- 注 -->後', '前後'
                    '<!-- 注 -->\n\n本文', '本文'
                    '<b>太い</b>字', '<b>太い</b>字'
                    '<div>\n箱\n</div>', '<div>\n箱\n</div>'
                    'A &amp; B', 'A & B'
                    '甲\n\n***\n\n乙', '甲\n乙'
                    '- 担当: 山\n- 会場: 川', '・担当: 山\n・会場: 川'
                    '- 種別: ポイント\n\n- 一つ\n- 二つ', '・一つ\n・二つ'
                    """)
    void theTextOfMarkdownIsKept(String markdown, String expected) throws Exception {
        assertThat(section(markdown.replace("\\n", "\n")).text()).isEqualTo(expected.replace("\\n", "\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\n"})
    void aByteOrderMarkAndBothLineTerminatorsAreAccepted(String lineEnd) throws Exception {
        String text = "\uFEFF" + (HEAD + "## 当番\n\n一行目の\n二行目。\n").replace("\n", lineEnd);

        assertThat(read(text).sections().getFirst().text()).isEqualTo("一行目の二行目。");
    }

    @Test
    void unknownActorsAreReportedWithSimilarOnes() {
        assertThat(diagnostics(HEAD + "## 当番\n\n- 主体: 訪問看護協会、猫\n"))
                .containsExactly(
                        "aoba.md:7: 主体「訪問看護協会」は主体の一覧にありません。訪問看護 などに直してください",
                        "aoba.md:7: 主体「猫」は主体の一覧にありません。lexicon/actors.txt にある名前に直してください");
    }

    private static Section section(String markdown) throws CorpusFormatException {
        return read(HEAD + "## 見出し\n\n" + markdown + "\n").sections().getFirst();
    }

    private static CaseStudy read(String text) throws CorpusFormatException {
        return CaseMarkdown.read(FILE, text, Lexicon.shipped());
    }

    private static List<String> diagnostics(String text) {
        CorpusFormatException e = catchThrowableOfType(CorpusFormatException.class, () -> read(text));
        return e.diagnostics().stream().map(CorpusDiagnostic::toString).toList();
    }
}
