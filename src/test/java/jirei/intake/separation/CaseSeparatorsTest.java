package jirei.intake.separation;

import static jirei.intake.Lines.blocks;
import static jirei.intake.Lines.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import jirei.intake.separation.RowCases.RowSection;
import jirei.intake.source.Block;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class CaseSeparatorsTest {
    private static final String SENTENCE = "夜を照らす。";

    @ParameterizedTest(name = "{0}: {4}")
    @CsvFileSource(resources = "/intake/headers.tsv", delimiter = '\t')
    void caseHeaders(
            String line, @Nullable String word, @Nullable Integer number, @Nullable String title, String gloss) {
        Optional<CaseHeader> found = CaseHeader.of(line);

        assertThat(found.map(CaseHeader::word)).isEqualTo(Optional.ofNullable(word));
        assertThat(found.map(CaseHeader::number)).isEqualTo(Optional.ofNullable(number));
        assertThat(found.map(CaseHeader::title))
                .isEqualTo(word == null ? Optional.empty() : Optional.of(title == null ? "" : title));
    }

    @Test
    void formsThatRepeatTheirLabelsAreCases() {
        List<Block> text = blocks("##調べ", "自治体名：鳥取県かもめ町", "概要：夜を照らす。", "##調べ", "自治体名：秋田県鴎村", "概要：霧に鳴る。");

        Separation found = CaseSeparators.find(text, SplitRule.AUTOMATIC);

        assertThat(found.isForm()).isTrue();
        assertThat(found.starts()).extracting(CaseStart::at).containsExactly(0, 3);
        assertThat(found.starts()).extracting(CaseStart::title).containsExactly("鳥取県かもめ町", "秋田県鴎村");
    }

    @Test
    void formsOfOrganizationsInDifferentPlacesAreCases() {
        List<Block> text = blocks("##灯台", "実施主体：鳥取県かもめ町", "概要：夜を照らす。", "##霧笛", "実施主体：秋田県鴎村", "概要：霧に鳴る。");
        List<Block> staff = blocks("所属：灯台課", "役割：夜を照らす。", "所属：霧笛課", "役割：霧に鳴る。");

        assertThat(FormCases.find(text).starts()).extracting(CaseStart::title).containsExactly("灯台", "霧笛");
        assertThat(FormCases.find(staff)).isEqualTo(Separation.NONE);
    }

    @Test
    void longFieldsOfAFormAreSectionsAndSoAreThoseBehindThem() {
        List<Block> sections = FormSections.of(blocks("自治体名：鴎町", "高さ：12m", "概要：夜を照らす。", "連絡先：灯台課"));

        assertThat(texts(sections)).containsExactly("自治体名：鴎町", "高さ：12m", "概要", SENTENCE, "連絡先", "灯台課");
    }

    @Test
    void formsOfSeveralActivitiesOfOnePlaceAreOneCase() {
        List<Block> text = blocks("自治体名：鴎町", "事業名：灯台", "費用：十万円", "事業名：霧笛", "費用：五万円");

        assertThat(CaseSeparators.find(text, SplitRule.AUTOMATIC)).isEqualTo(Separation.NONE);
    }

    @Test
    void rowsAreCasesIfTheyHaveTitleAndPlaceOrTheUserWantsIt() {
        Block labels = Block.row(List.of("都道府県", "市町村", "取組名", "人口"), 1);
        Block first = Block.row(List.of("鳥取県", "かもめ町", "灯台", ""), 1);
        Block second = Block.row(List.of("秋田県", "鴎村", "霧笛", "765"), 1);
        Block windows = Block.row(List.of("窓口", "所在地", "電話", "曜日"), 1);

        assertThat(RowCases.find(List.of(labels, first, second), false))
                .extracting(RowCases.Row::title)
                .containsExactly("灯台", "霧笛");
        assertThat(texts(RowCases.find(List.of(labels, first, second), false)
                        .getFirst()
                        .blocks()))
                .containsExactly("都道府県\u3000鳥取県", "市町村\u3000かもめ町", "取組名\u3000灯台");
        assertThat(RowCases.find(List.of(windows, first, second), false)).isEmpty();
        assertThat(RowCases.find(List.of(windows, first, second), true)).hasSize(2);
    }

    @Test
    void theLineAboveEachFormIsItsTitle() {
        Block first = Block.row(List.of("市町村名", "鳥取県かもめ町"), 1);
        Block second = Block.row(List.of("市町村名", "秋田県鴎村"), 1);
        Block text = Block.row(List.of("概要", SENTENCE), 1);
        List<Block> forms = Stream.of(blocks("##灯台"), List.of(first, text), blocks("霧笛"), List.of(second, text))
                .flatMap(List::stream)
                .toList();

        assertThat(FormCases.find(forms).starts()).extracting(CaseStart::at).containsExactly(0, 3);
        assertThat(FormCases.find(forms).starts()).extracting(CaseStart::title).containsExactly("灯台", "霧笛");
    }

    @Test
    void rowsOfAFormAreNoSections() {
        List<Block> form = List.of(
                Block.row(List.of("市町村名", "鳥取県かもめ町"), 1),
                Block.row(List.of("取組名", "灯台"), 1),
                Block.row(List.of("概要", SENTENCE), 1),
                Block.row(List.of("成果", "船が迷わない。"), 1));

        assertThat(RowCases.sections(form)).isEmpty();
        assertThat(RowCases.find(form, false)).isEmpty();
    }

    @Test
    void rowsWithNamesAndTextsAreSections() {
        Block labels = Block.row(List.of("自治体名", "取組", "", "年度"), 1);
        Block below = Block.row(List.of("自治体名", "名称", "概要", "年度"), 1);
        Block first = Block.row(List.of("かもめ町", "灯台", SENTENCE, "令和2年"), 1);
        Block second = Block.row(List.of("鴎村", "霧笛", SENTENCE, ""), 1);
        Block figures = Block.row(List.of("市町村名", "人口", "面積", "世帯"), 1);
        Block town = Block.row(List.of("かもめ町", "765", "12", "300"), 1);

        assertThat(RowCases.sections(List.of(labels, below, first, second)))
                .containsOnly(
                        entry(2, new RowSection("灯台", "自治体名: かもめ町 / 取組 名称: 灯台 / 概要: " + SENTENCE + " / 年度: 令和2年")),
                        entry(3, new RowSection("霧笛", "自治体名: 鴎村 / 取組 名称: 霧笛 / 概要: " + SENTENCE)));
        assertThat(RowCases.sections(List.of(figures, town, town))).isEmpty();
    }

    @Test
    void aRuleIsANameOrARegularExpression() {
        List<Block> text = blocks("灯台", "話一", SENTENCE, "話二", SENTENCE);

        assertThat(CaseSeparators.find(text, SplitRule.of("^話[一二]")).starts())
                .extracting(CaseStart::at)
                .containsExactly(1, 3);
        assertThat(SplitRule.of("none")).isEqualTo(new SplitRule.Never());
        assertThatThrownBy(() -> SplitRule.of("話(")).isInstanceOf(PatternSyntaxException.class);
    }

    @Test
    void contentsAndRunningLinesDoNotStartCases() {
        List<Block> text =
                blocks("##事例1 岬", "##事例2 塔", "前書きである。", "##事例1 岬", SENTENCE, "##事例1 岬", SENTENCE, "##事例2 塔", SENTENCE);

        assertThat(CaseSeparators.find(text, SplitRule.AUTOMATIC).starts())
                .extracting(CaseStart::at)
                .containsExactly(3, 7);
    }

    @Test
    void municipalitiesBelowPrefecturesStartCases() {
        List<Block> text = blocks("##鳥取県", "###鳥取県かもめ町", SENTENCE, "##秋田県", "###秋田県鴎村", SENTENCE);

        assertThat(CaseSeparators.find(text, SplitRule.AUTOMATIC).starts())
                .extracting(CaseStart::at)
                .containsExactly(1, 4);
    }

    @Test
    void aNumberedPartWithoutAPlaceIsACaseToo() {
        List<Block> text =
                blocks("#灯台の実践集", "##実践1　灯台", "島の話。", "##実践2　霧笛", "秋田県鴎村", SENTENCE, "##実践3　浮標", "鳥取県かもめ町", SENTENCE);

        assertThat(CaseSeparators.find(text, SplitRule.AUTOMATIC).starts())
                .extracting(CaseStart::at)
                .containsExactly(1, 3, 6);
    }

    @Test
    void aListOfPlacesIsNoCases() {
        List<Block> text = blocks("灯台の学び", "鳥取県かもめ町", "秋田県鴎村", "高知県雁村", SENTENCE);

        assertThat(CaseSeparators.find(text, SplitRule.AUTOMATIC)).isEqualTo(Separation.NONE);
    }
}
