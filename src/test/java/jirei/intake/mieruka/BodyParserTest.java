package jirei.intake.mieruka;

import static jirei.intake.mieruka.Pages.headings;
import static jirei.intake.mieruka.Pages.section;
import static jirei.intake.mieruka.Pages.texts;
import static org.assertj.core.api.Assertions.assertThat;

import jirei.cases.CaseStudy;
import jirei.cases.SectionKind;
import jirei.intake.layout.ImportResult;
import org.junit.jupiter.api.Test;

/** Texts are assembled from their lines, wherever these are printed. */
class BodyParserTest {
    private static final String HARBOUR = "みさき市の港では漁を終えた人たちが毎朝、ひとり暮らしの家に声をかけて回り、変わったことがあれば診療所の看護師に電話で知らせる習わしが続いています。";
    private static final String MOUNTAIN =
            "山の集落では郵便の配達員が同じ役目を担い、雪の日には保健師が代わりを務めます。はじめは五軒だけの試みでしたが、いまでは谷のすべての家をめぐっています。";
    private static final String RIVER = "川沿いの地区では薬局が集まりの場になり、薬剤師が月に一度、飲み残した薬の相談を受けています。相談は年に二百件を超え、医師への問い合わせも増えました。";

    private static Pages twoSections() {
        return new Pages()
                .front("港の人が声をかける", "山の集落に広がる")
                .lead(HARBOUR)
                .lines("港の人が声をかける1.")
                .page("　" + MOUNTAIN.substring(0, 39))
                .more(MOUNTAIN.substring(39))
                .lines("山の集落に広がる2.");
    }

    @Test
    void aHeadingAfterItsLeadIsAligned() {
        CaseStudy read = twoSections().notice().readCase();

        assertThat(headings(read, SectionKind.LEAD)).containsExactly("港の人が声をかける", "山の集落に広がる");
        assertThat(texts(read, SectionKind.LEAD)).containsExactly(HARBOUR, MOUNTAIN);
    }

    @Test
    void aLeadInterruptedByHeadingAndPhotographContinuesFarBelow() {
        CaseStudy read = new Pages()
                .front("港の人が声をかける")
                .lead(HARBOUR.substring(0, 39))
                .lines("港の人が", "声をかける1.")
                .lines("1")
                .caption("写真１", "朝の港に集まる漁師と看護師の皆さん")
                .more(HARBOUR.substring(39))
                .notice()
                .readCase();

        assertThat(section(read, "s1").text()).isEqualTo(HARBOUR);
        assertThat(section(read, "c1").text()).isEqualTo("朝の港に集まる漁師と看護師の皆さん");
    }

    @Test
    void aLeadAroundTheFrontPageIsOne() {
        CaseStudy read = new Pages()
                .lead(HARBOUR.substring(0, 39))
                .lines("港の人が声をかける1.")
                .front("港の人が声をかける")
                .more(HARBOUR.substring(39))
                .notice()
                .readCase();

        assertThat(texts(read, SectionKind.LEAD)).containsExactly(HARBOUR);
    }

    @Test
    void aSentenceInterruptedInsideAWordContinuesAfterAnotherSection() {
        ImportResult read = twoSections()
                .lines("川の薬局")
                .text(RIVER.substring(0, 37))
                .page("ポイント")
                .lines("谷じゅうの家を回る")
                .box(MOUNTAIN)
                .more(RIVER.substring(37))
                .notice()
                .read();

        assertThat(section(read.cases().getFirst(), "s2-1").text()).isEqualTo(RIVER);
        assertThat(section(read.cases().getFirst(), "p1").text()).isEqualTo(MOUNTAIN);
        assertThat(read.warnings())
                .as("a join across another text is told")
                .anySatisfy(warning -> assertThat(warning.message()).contains("つなぎました"));
    }

    @Test
    void sentencesAfterAnInterruptedOneBelongToIt() {
        int cut = RIVER.indexOf("相談は年に");

        CaseStudy read = twoSections()
                .lines("川の薬局")
                .text(RIVER.substring(0, 37))
                .lines("ポイント")
                .lines("谷じゅうの家を回る")
                .box(MOUNTAIN)
                .lines(RIVER.substring(37, cut))
                .lines(RIVER.substring(cut))
                .notice()
                .readCase();

        assertThat(section(read, "s2-1").text()).isEqualTo(RIVER);
    }

    @Test
    void aBoxMayPrecedeItsHeadingAndLabel() {
        CaseStudy read = twoSections()
                .box(RIVER)
                .lines("薬局が集まりの場になる")
                .lines("ポイント")
                .notice()
                .readCase();

        assertThat(section(read, "p1").heading()).isEqualTo("薬局が集まりの場になる");
        assertThat(section(read, "p1").text()).isEqualTo(RIVER);
    }

    @Test
    void twoConsecutiveHeadingsBelongToTheBoxBeforeAndTheTextAfter() {
        CaseStudy read = twoSections()
                .boxAtMargin(RIVER + HARBOUR)
                .lines("薬局が集まりの場になる")
                .lines("郵便の配達員も加わる")
                .text(MOUNTAIN)
                .lines("ポイント")
                .notice()
                .readCase();

        assertThat(section(read, "p1").heading()).isEqualTo("薬局が集まりの場になる");
        assertThat(section(read, "s2-1").heading()).isEqualTo("郵便の配達員も加わる");
        assertThat(section(read, "s2-1").text()).isEqualTo(MOUNTAIN);
    }

    @Test
    void aTextDirectlyBelowAHeadingIsNotTheLead() {
        CaseStudy read = new Pages()
                .front("港の人が声をかける")
                .lead(HARBOUR)
                .lines("雪の日の備え")
                .text(MOUNTAIN)
                .lines("港の人が声をかける1.")
                .notice()
                .readCase();

        assertThat(section(read, "s1").text()).isEqualTo(HARBOUR);
        assertThat(section(read, "s1-1").heading()).isEqualTo("雪の日の備え");
    }

    @Test
    void aFurtherParagraphBelongsToItsSection() {
        CaseStudy read =
                twoSections().lines("雪の日の備え").text(HARBOUR).text(RIVER).notice().readCase();

        assertThat(section(read, "s2-1").paragraphs()).containsExactly(HARBOUR, RIVER);
    }

    @Test
    void aMainHeadingWithoutNumberIsRecognizedByTheHighlight() {
        CaseStudy read = new Pages()
                .lead(HARBOUR)
                .page("港の人が 声をかける")
                .front("港の人が声をかける")
                .lines("雪の日の備え")
                .text(MOUNTAIN)
                .notice()
                .readCase();

        assertThat(section(read, "s1").heading()).isEqualTo("港の人が声をかける");
        assertThat(section(read, "s1").text()).isEqualTo(HARBOUR);
    }

    @Test
    void aMottoBetweenParagraphsIsNoHeading() {
        CaseStudy read = new Pages()
                .front("港の人が声をかける")
                .lead(HARBOUR)
                .lines("Good Morning : おはようの一声 ")
                .lead(RIVER)
                .lines("港の人が声をかける1.")
                .notice()
                .readCase();

        assertThat(section(read, "s1").paragraphs()).containsExactly(HARBOUR, "Good Morning :おはようの一声", RIVER);
    }

    @Test
    void theEntriesOfAChronologyAreOneText() {
        String begin = "港の漁師が五人で声かけをはじめ、診療所が電話の番号を書いた札を、ひとり暮らしの家に配る。";
        String spread = "山の集落にも広がり、郵便局が加わって、谷のすべての家を二日に一度は回るようになる。";

        CaseStudy read = twoSections()
                .page("2013年", "10月")
                .foot(begin)
                .lines("2014年", "6月")
                .foot(spread)
                .lines("声かけの歩み")
                .lines("ポイント")
                .footLabels()
                .notice()
                .readCase();

        assertThat(section(read, "p1").heading()).isEqualTo("声かけの歩み");
        assertThat(section(read, "p1").paragraphs()).containsExactly("2013年10月", begin, "2014年6月", spread);
    }

    @Test
    void aHeadingWithoutTextIsKeptWithAWarning() {
        ImportResult read = twoSections().lines("終わりに").lines("ポイント").notice().read();

        assertThat(headings(read.cases().getFirst(), SectionKind.SUBSECTION)).containsExactly("終わりに");
        assertThat(read.warnings())
                .anySatisfy(warning -> assertThat(warning.message()).contains("本文が見つかりません"));
    }

    @Test
    void verticalTitlesAndPageNumbersAreNoText() {
        CaseStudy read = twoSections()
                .lines("平", "成", "30", "年", "度  ")
                .lines("港", "と", "山")
                .lines("12")
                .notice()
                .readCase();

        assertThat(read.sections()).noneMatch(section -> section.text().contains("港と山"));
        assertThat(texts(read, SectionKind.LEAD)).containsExactly(HARBOUR, MOUNTAIN);
    }

    @Test
    void spacesInsideWordsAreRemoved() {
        CaseStudy read = new Pages()
                .front("港の人が声をかける")
                .lines("　港の 診療所は 2012 年 10月に ICT の仕組みを入れ、 I CT部会が電子 カルテを使 って支えます。")
                .lines("港の人が声をかける1.")
                .notice()
                .readCase();

        assertThat(section(read, "s1").text()).isEqualTo("港の診療所は2012年10月にICTの仕組みを入れ、ICT部会が電子カルテを使って支えます。");
    }
}
