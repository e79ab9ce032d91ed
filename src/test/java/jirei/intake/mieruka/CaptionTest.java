package jirei.intake.mieruka;

import static jirei.intake.mieruka.Pages.section;
import static org.assertj.core.api.Assertions.assertThat;

import jirei.cases.CaseStudy;
import jirei.intake.layout.ImportResult;
import org.junit.jupiter.api.Test;

/** Captions of photographs and figures, in one or several groups of lines. */
class CaptionTest {
    private static final String TEXT = "港の診療所では看護師が毎日、ひとり暮らしの家を順に回り、体の具合だけでなく暮らしの困りごとも聞き取っています（図１）。";

    private static Pages startOfCase() {
        return new Pages().front("港の人が声をかける").lead(TEXT).lines("港の人が声をかける1.");
    }

    @Test
    void theLabelIsTheHeading() {
        CaseStudy read = startOfCase().lines("図 2　 声かけの道すじ").notice().readCase();

        assertThat(section(read, "c1").heading()).isEqualTo("図2");
        assertThat(section(read, "c1").text()).isEqualTo("声かけの道すじ");
    }

    @Test
    void aSentenceThatStartsWithAFigureIsNoCaption() {
        CaseStudy read = startOfCase().lines("　図１に示したように、声かけは朝に限りません。").notice().readCase();

        assertThat(section(read, "s1").paragraphs()).hasSize(2);
    }

    @Test
    void theItemsOfAFigureAreItsText() {
        CaseStudy read = startOfCase()
                .page("図１　 声かけの仲間")
                .lines("●  漁師")
                .lines("●  郵便の配達員  ●  新聞の配達員")
                .lines("雪の日の備え")
                .text(TEXT)
                .notice()
                .readCase();

        assertThat(section(read, "c1").paragraphs()).containsExactly("声かけの仲間", "漁師", "郵便の配達員", "新聞の配達員");
        assertThat(section(read, "s1-1").heading()).isEqualTo("雪の日の備え");
    }

    @Test
    void theNamesInAFigureAreNoText() {
        CaseStudy read = startOfCase()
                .lines("図１　 声かけの仲間")
                .lines("みさき漁業協同組合／みさき郵便局／みさき薬局／", "港の診療所")
                .lines("山の診療所・谷の診療所・川の診療所・島の診療所・森の診療所・原の診療所・里の診療所")
                .lines("みさき市（地域の課）")
                .caption("写真１", "朝の港に集まる漁師の皆さん")
                .notice()
                .readCase();

        assertThat(section(read, "c1").paragraphs()).hasSize(4).last().isEqualTo("みさき市（地域の課）");
        assertThat(section(read, "s1").text()).isEqualTo(TEXT);
    }

    @Test
    void aCaptionWithAFullStopIsContinued() {
        CaseStudy read = startOfCase()
                .caption("写真１", "声かけの手引きの表紙。")
                .caption("写真２", "手引きの中の地図には家の印がある")
                .lines("手引きは市のウェブサイト（http://www.example.jp/tebiki.pdf）で", "読むことができる")
                .notice()
                .readCase();

        assertThat(section(read, "c1").text())
                .isEqualTo("声かけの手引きの表紙。手引きは市のウェブサイト（http://www.example.jp/tebiki.pdf）で読むことができる");
        assertThat(section(read, "c2").text()).isEqualTo("手引きの中の地図には家の印がある");
    }

    @Test
    void aBracketedLineBelowACaptionContinuesIt() {
        CaseStudy read = startOfCase()
                .caption("写真１", "港の診療所")
                .lines("（改築のため休館中）")
                .notice()
                .readCase();

        assertThat(section(read, "c1").text()).isEqualTo("港の診療所（改築のため休館中）");
    }

    @Test
    void aWideLineAfterACaptionIsText() {
        CaseStudy read = startOfCase()
                .caption("写真１", "朝の港に集まる漁師の皆さん")
                .more("毎朝の声かけは市の事業ではなく、漁師たちの申し合わせで始まりました。いまも当番の表は漁協の壁に張られています。")
                .notice()
                .readCase();

        assertThat(section(read, "s1").text()).startsWith(TEXT).endsWith("張られています。");
        assertThat(section(read, "c1").text()).isEqualTo("朝の港に集まる漁師の皆さん");
    }

    @Test
    void aFigureBelongsToTheSectionThatMentionsIt() {
        CaseStudy read = startOfCase()
                .page("　" + "山の集落にも同じ仕組みが広がり、いまでは谷のすべての家をめぐっています。")
                .lines("山の集落に広がる2.")
                .lines("図１　 声かけの道すじ")
                .notice()
                .readCase();

        assertThat(section(read, "c1").parent()).isEqualTo("s1");
    }

    @Test
    void aDuplicateLabelGivesAWarning() {
        ImportResult read =
                startOfCase().lines("図１　 声かけの道すじ").lines("図１　 声かけの当番").notice().read();

        assertThat(read.warnings())
                .anySatisfy(warning -> assertThat(warning.message()).contains("二つあります"));
    }

    @Test
    void aNoteLosesItsSymbol() {
        CaseStudy read =
                startOfCase().lines("※１ 漁協：漁業協同組合のこと。", "市内に二つある。").notice().readCase();

        assertThat(section(read, "n1").text()).isEqualTo("漁協：漁業協同組合のこと。市内に二つある。");
    }
}
