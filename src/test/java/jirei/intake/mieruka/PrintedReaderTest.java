package jirei.intake.mieruka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jirei.cases.CaseStudy;
import jirei.cases.Pages;
import jirei.cases.Section;
import jirei.cases.SectionKind;
import jirei.corpus.lexicon.Lexicon;
import jirei.intake.layout.ImportResult;
import jirei.intake.source.Block;
import jirei.intake.source.SourceDocument;
import org.junit.jupiter.api.Test;

/** Printed pages are read by their blocks: headings before their texts, captions in small print, boxes with labels. */
class PrintedReaderTest {
    private final List<Block> blocks = new ArrayList<>();
    private int page = 1;

    private PrintedReaderTest heading(String text) {
        blocks.add(Block.heading(2, text, page));
        return this;
    }

    private PrintedReaderTest texts(String... texts) {
        for (String text : texts) {
            blocks.add(Block.of(Block.Kind.PARAGRAPH, text, page));
        }
        return this;
    }

    private PrintedReaderTest small(String text) {
        blocks.add(Block.of(Block.Kind.PARAGRAPH, text, page).printed(page, 0.8));
        return this;
    }

    private PrintedReaderTest front(String number) {
        return texts("CASE　〈島根県〉", number + "　みさき市")
                .heading("港と山をつなぐ見守りの輪")
                .heading("みさき市　のここがすごい！")
                .texts("●港の人が声をかける", "漁の帰りに一軒ずつ訪ねる")
                .heading("1. 港の人が声をかける")
                .texts("港では漁を終えた人たちが毎朝、ひとり暮らしの家に声をかけて回ります（写真１）。");
    }

    private ImportResult read() {
        var print = new SourceDocument.Print(blocks, List.of("在宅医療・介護連携事業見える化プロジェクト　平成30年度"));
        var document = new SourceDocument(
                "invented.pdf", "", SourceDocument.PAGES, blocks, List.of(), print, List.of(), Map.of());
        return new MierukaReader().read(document, Lexicon.shipped());
    }

    private CaseStudy readCase() {
        return read().cases().getFirst();
    }

    @Test
    void theFrontPageGivesNumberPlaceTitleAndHighlights() {
        CaseStudy read = front("07").readCase();

        assertThat(read.id()).isEqualTo("mieruka-h30-07");
        assertThat(read.place()).isEqualTo("みさき市");
        assertThat(read.title()).isEqualTo("港と山をつなぐ見守りの輪");
        assertThat(read.sections().getFirst())
                .extracting(Section::kind, Section::heading, Section::text)
                .containsExactly(SectionKind.HIGHLIGHT, "港の人が声をかける", "漁の帰りに一軒ずつ訪ねる");
    }

    @Test
    void highlightsBesideTheirTextsAreReadInPairs() {
        texts("〈島根県〉", "みさき市", "見守りの輪", "みさき市のここがすごい！")
                .texts("●港の人が声をかける", "●山の人が薪を割る", "漁の帰りに訪ねる", "冬の前に届ける")
                .heading("1. 港の人が声をかける")
                .texts("漁を終えた人たちが回ります。");

        assertThat(readCase().sections())
                .filteredOn(section -> section.kind() == SectionKind.HIGHLIGHT)
                .extracting(Section::heading, Section::text)
                .containsExactly(tuple("港の人が声をかける", "漁の帰りに訪ねる"), tuple("山の人が薪を割る", "冬の前に届ける"));
    }

    @Test
    void smallPrintBehindACaptionIsInItsFigureAndTheTextGoesOnBehindIt() {
        front("07")
                .heading("網元の家が集まる場所に")
                .texts("古い網元の家を借りて、月に二度、誰でも立ち寄れる食事の会を")
                .small("図１　会のしくみ")
                .small("台所　広間")
                .texts("開いています。");

        List<Section> sections = readCase().sections();
        assertThat(sections)
                .filteredOn(section -> section.kind() == SectionKind.CAPTION)
                .extracting(Section::heading, Section::text)
                .containsExactly(tuple("図１", "会のしくみ\n台所　広間"));
        assertThat(sections)
                .filteredOn(section -> section.heading().equals("網元の家が集まる場所に"))
                .extracting(Section::text)
                .containsExactly("古い網元の家を借りて、月に二度、誰でも立ち寄れる食事の会を開いています。");
    }

    @Test
    void aBoxIsAPointWhetherItsLabelIsBeforeOrBehindItsHeading() {
        front("07").texts("ポイント", "声をかける日を決めない").texts("雨の日は休みます。");
        heading("断られても続ける").texts("ポイント", "翌月また訪ねます。");

        assertThat(readCase().sections())
                .filteredOn(section -> section.kind() == SectionKind.POINT)
                .extracting(Section::heading, Section::text)
                .containsExactly(tuple("声をかける日を決めない", "雨の日は休みます。"), tuple("断られても続ける", "翌月また訪ねます。"));
    }

    @Test
    void namesOfOrganizationsAreBesideOrBeforeTheirTexts() {
        front("07").texts("関係機関の", "役割　医師会　当番表を作る。", "保健所", "話し合いを開く。");
        page = 2;
        front("08").texts("関係機関の役割", "医師会", "保健所", "当番表を作る。", "費用を持つ。");

        assertThat(read().cases())
                .extracting(read -> read.sections().stream()
                        .filter(section -> section.kind() == SectionKind.ROLE)
                        .map(section -> section.heading() + "：" + section.text())
                        .toList())
                .containsExactly(List.of("医師会：当番表を作る。", "保健所：話し合いを開く。"), List.of("医師会：当番表を作る。", "保健所：費用を持つ。"));
    }

    @Test
    void aNewPrefectureOnANewPageStartsACase() {
        front("07").texts("その他の活動情報", "●中学校で食事の会を開いた。");
        page = 2;
        front("08");

        assertThat(read().cases()).extracting(CaseStudy::number).containsExactly(7, 8);
    }

    @Test
    void aSectionHasThePagesOnWhichItIsPrinted() {
        front("07").heading("山の人が薪を割る").texts("冬の前に薪を割り、");
        page = 2;
        texts("歩いて届けています。").texts("その他の活動情報", "●中学校で食事の会を開いた。");

        List<Section> sections = readCase().sections();
        assertThat(sections)
                .filteredOn(section -> section.heading().equals("山の人が薪を割る"))
                .extracting(Section::pages)
                .containsExactly(new Pages(1, 2));
        assertThat(sections.getLast().pages()).isEqualTo(new Pages(2, 2));
    }

    @Test
    void theRowsOfATableAreParagraphsOfTheirOwn() {
        front("07");
        blocks.add(Block.row(List.of("上町", "420", "民生委員と薬剤師、それに港の組合の人たち"), page));
        blocks.add(Block.row(List.of("中町", "510", "薬剤師"), page));

        assertThat(readCase().sections().getLast().paragraphs()).contains("上町　420　民生委員と薬剤師、それに港の組合の人たち", "中町　510　薬剤師");
    }

    @Test
    void aTextThatIsInNoSectionIsReported() {
        texts("事例集の使い方");
        page = 2;
        front("07");

        assertThat(read().warnings())
                .anySatisfy(warning -> assertThat(warning.message()).contains("事例集の使い方", WarningMessages.UNPLACED));
    }
}
