package jirei.intake.headings;

import static jirei.intake.Lines.blocks;
import static jirei.intake.Lines.texts;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jirei.intake.source.Block;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Each step over the blocks of a document alone. */
class HeadingStepsTest {
    private static final String SENTENCE = "夜を照らす。";

    private static List<String> headings(List<Block> blocks) {
        return texts(blocks.stream().filter(Block::isHeading).toList());
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvFileSource(resources = "/intake/titles.tsv", delimiter = '\t')
    void linesOfACover(String line, String mayBeTitle, String gloss) {
        assertThat(TitleLine.canBeTitle(line)).isEqualTo(mayBeTitle.equals("yes"));
    }

    @Test
    void numberedLinesAreHeadingsIfTheirNumbersRise() {
        List<Block> text = blocks("灯台の手引き", "第１　あらまし", "ア　場所", SENTENCE, "イ　高さ", SENTENCE, "第２　これから", SENTENCE);

        List<Block> promoted = NumberedHeadings.promote(text, false);

        assertThat(headings(promoted)).containsExactly("第１　あらまし", "ア　場所", "イ　高さ", "第２　これから");
        assertThat(promoted.get(2).level()).isGreaterThan(promoted.get(1).level());
    }

    @Test
    void numbersMayStartAgainBelowAnotherHeading() {
        List<Block> text = blocks("１　場所", "（１）岬", SENTENCE, "２　高さ", "（１）塔", SENTENCE);

        assertThat(headings(NumberedHeadings.promote(text, false))).containsExactly("１　場所", "（１）岬", "２　高さ", "（１）塔");
    }

    @Test
    void joinedNumbersAreHeadingsBelowThoseByStyle() {
        List<Block> text = blocks("#灯台", "##岬", "１－１．塔", SENTENCE, "１－２．灯", SENTENCE, "##海", "２－１．霧笛", SENTENCE);

        List<Block> promoted = NumberedHeadings.promote(text, false);

        assertThat(headings(promoted)).containsExactly("灯台", "岬", "１－１．塔", "１－２．灯", "海", "２－１．霧笛");
        assertThat(promoted.get(2).level()).isEqualTo(3);
    }

    @Test
    void numbersInBracketsAreHeadingsBelowThoseByStyle() {
        List<Block> text = blocks(
                "#灯台", "##１　岬", "（１）塔", SENTENCE, "①　石", SENTENCE, "②　鉄", SENTENCE, "（２）灯", SENTENCE, "##２　海",
                SENTENCE);

        List<Block> promoted = NumberedHeadings.promote(text, false);

        assertThat(headings(promoted)).containsExactly("灯台", "１　岬", "（１）塔", "①　石", "②　鉄", "（２）灯", "２　海");
        assertThat(promoted.get(2).level()).isEqualTo(3);
        assertThat(promoted.get(4).level()).isEqualTo(4);
    }

    @Test
    void listsQuantitiesAndSentencesAreNoHeadings() {
        assertThat(headings(NumberedHeadings.promote(blocks("１　岬", "２　塔", "３　灯", SENTENCE), false)))
                .isEmpty();
        assertThat(headings(NumberedHeadings.promote(blocks("１人の灯台守", SENTENCE, "２人の灯台守", SENTENCE), false)))
                .isEmpty();
        assertThat(headings(NumberedHeadings.promote(blocks("１　岬に立つ。", SENTENCE, "２　海を照らす。", SENTENCE), false)))
                .isEmpty();
        assertThat(headings(NumberedHeadings.promote(blocks("７　岬", SENTENCE, "３　塔", SENTENCE), false)))
                .isEmpty();
    }

    @Test
    void numbersAreIgnoredBesideHeadingsByStyleExceptThoseOfTheCover() {
        List<Block> styled = blocks("#灯台", "##岬", SENTENCE, "１　塔", SENTENCE, "##海", SENTENCE, "２　灯", SENTENCE);
        List<Block> cover = blocks("##令和２年度", "#灯台の手引き", "###鴎町", "１　岬", SENTENCE, "２　塔", SENTENCE);

        assertThat(headings(NumberedHeadings.promote(styled, false))).containsExactly("灯台", "岬", "海");
        assertThat(headings(NumberedHeadings.promote(cover, true))).contains("１　岬", "２　塔");
    }

    @Test
    void contentsPagesAreRemovedAndListTheHeadings() {
        List<Block> text = blocks("灯台の手引き", "目次", "岬 ……… 2", "塔　3", "岬", SENTENCE, "塔", SENTENCE);

        List<Block> rest = ContentsPage.remove(text);

        assertThat(texts(rest)).containsExactly("灯台の手引き", "岬", SENTENCE, "塔", SENTENCE);
        assertThat(headings(rest)).containsExactly("岬", "塔");
    }

    @Test
    void linesWithLeadersAndPagesAreContentsWithoutATitle() {
        List<Block> text = blocks("灯台", "岬・・・・・・1", "塔・・・・・・2", "灯・・・・・・3", SENTENCE);

        assertThat(texts(ContentsPage.remove(text))).containsExactly("灯台", SENTENCE);
        assertThat(texts(ContentsPage.remove(blocks("目次", SENTENCE)))).containsExactly("目次", SENTENCE);
    }

    @Test
    void sentencesAreNoHeadings() {
        assertThat(headings(HeadingRules.withoutSentences(blocks("#灯台", "##夜を照らす。", "##どこを照らすか"))))
                .containsExactly("灯台", "どこを照らすか");
    }

    @Test
    void headingsWithoutTextAndSubheadingsAreFound() {
        List<Block> text = blocks("#岬", "##場所", SENTENCE, "#塔", "#海", SENTENCE, "#灯");

        assertThat(texts(HeadingRules.withoutContent(text))).containsExactly("塔", "灯");
    }
}
