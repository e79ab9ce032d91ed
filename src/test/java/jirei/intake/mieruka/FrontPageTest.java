package jirei.intake.mieruka;

import static jirei.intake.mieruka.Pages.headings;
import static jirei.intake.mieruka.Pages.texts;
import static org.assertj.core.api.Assertions.assertThat;

import jirei.cases.CaseStudy;
import jirei.cases.Prefecture;
import jirei.cases.SectionKind;
import org.junit.jupiter.api.Test;

class FrontPageTest {
    private static Pages front(String... highlights) {
        Pages pages = new Pages().lines("〈島根県〉 ").lines("みさき市・島の二町").lines("   港と山をつなぐ ", " “見守り ”の輪 ");
        for (String highlight : highlights) {
            pages.lines(highlight.split("\n", -1));
        }
        return pages.lines("みさき市   のここがすごい！ ");
    }

    private static CaseStudy read(Pages pages) {
        return pages.lead("港では漁を終えた人たちが毎朝、ひとり暮らしの家に声をかけて回ります。").notice().readCase();
    }

    @Test
    void placeAndTitleFollowThePrefecture() {
        CaseStudy read = read(front("● 声をかける", "毎朝つづく"));

        assertThat(read.prefecture()).isEqualTo(Prefecture.SHIMANE);
        assertThat(read.place()).isEqualTo("みさき市・島の二町");
        assertThat(read.title()).isEqualTo("港と山をつなぐ“見守り”の輪");
    }

    @Test
    void anIndentedLineBelowABulletContinuesTheHeading() {
        CaseStudy read = read(front("● 港の人が\n  声をかける\n毎朝つづく", "● 山にも\n　広がる\n谷をめぐる"));

        assertThat(headings(read, SectionKind.HIGHLIGHT)).containsExactly("港の人が声をかける", "山にも広がる");
        assertThat(texts(read, SectionKind.HIGHLIGHT)).containsExactly("毎朝つづく", "谷をめぐる");
    }

    @Test
    void aLineThatCannotStartATextContinuesTheHeading() {
        CaseStudy read = read(front("● 港の声かけ\nを毎朝つづける", "漁師が当番で回る"));

        assertThat(headings(read, SectionKind.HIGHLIGHT)).containsExactly("港の声かけを毎朝つづける");
    }

    @Test
    void textsBelowSeveralHeadingsAreAssignedInOrder() {
        CaseStudy read = read(front("● 港の声かけ", "● 山の声かけ", "漁師が当番で回る", "配達員が谷を回る"));

        assertThat(texts(read, SectionKind.HIGHLIGHT)).containsExactly("漁師が当番で回る", "配達員が谷を回る");
    }

    @Test
    void highlightsBelowThePraiseEndAtTheFirstMainHeading() {
        CaseStudy read = read(new Pages()
                .lines("〈島根県〉 ")
                .lines("みさき市")
                .lines("港と山をつなぐ見守りの輪")
                .lines("みさき市のここがすごい！")
                .lines("● 港の人が\n  声をかける".split("\n", -1))
                .lines("　漁師が当番で回る")
                .lines("1. 港の人が声をかける"));

        assertThat(headings(read, SectionKind.HIGHLIGHT)).containsExactly("港の人が声をかける");
        assertThat(texts(read, SectionKind.HIGHLIGHT)).containsExactly("漁師が当番で回る");
        assertThat(headings(read, SectionKind.LEAD)).containsExactly("1.港の人が声をかける");
    }

    @Test
    void aTextWithABlankLineIsNotSplit() {
        CaseStudy read = read(front("● 港の声かけ\n漁師が当番で家々を", "回る"));

        assertThat(texts(read, SectionKind.HIGHLIGHT)).containsExactly("漁師が当番で家々を回る");
    }

    @Test
    void highlightsAreInTheOrderOfTheirMainHeadings() {
        CaseStudy read = front("● 山の集落に広がる\n谷をめぐる", "● 港の人が声をかける\n毎朝つづく")
                .lead("港では漁を終えた人たちが毎朝、ひとり暮らしの家に声をかけて回ります。")
                .lines("港の人が、声をかける1.")
                .page("　山の集落にも同じ仕組みが広がり、いまでは谷のすべての家をめぐっています。")
                .lines("山の集落にも広がる2.")
                .notice()
                .readCase();

        assertThat(headings(read, SectionKind.HIGHLIGHT)).containsExactly("港の人が声をかける", "山の集落に広がる");
    }
}
