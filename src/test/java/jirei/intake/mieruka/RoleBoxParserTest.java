package jirei.intake.mieruka;

import static jirei.intake.mieruka.Pages.headings;
import static jirei.intake.mieruka.Pages.section;
import static jirei.intake.mieruka.Pages.texts;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import jirei.cases.Actor;
import jirei.cases.CaseStudy;
import jirei.cases.RegionFigure;
import jirei.cases.Section;
import jirei.cases.SectionKind;
import jirei.intake.layout.ImportResult;
import org.junit.jupiter.api.Test;

/** The boxes at the end of a case: roles, activities, figures of the region. */
class RoleBoxParserTest {
    private static final String DOCTORS = "休日の当番を引き受け、港の声かけに加わる看護師の研修も続けています。";
    private static final String CITY = "当番の表を刷り、電話の費用を受け持っています。";
    private static final String HEALTH = "山の集落との橋渡しをしています。";

    private static Pages startOfCase() {
        return new Pages()
                .front("港の人が声をかける")
                .lead("港では漁を終えた人たちが毎朝、ひとり暮らしの家に声をかけて回ります。")
                .lines("港の人が声をかける1.")
                .footLabels();
    }

    private static List<Actor> actors(Section section) {
        return section.actors();
    }

    @Test
    void labelsAfterAllTextsAreAssignedInOrder() {
        CaseStudy read = startOfCase()
                .region()
                .foot(DOCTORS)
                .foot(CITY)
                .foot(HEALTH)
                .lines("医師会　")
                .lines("市")
                .lines("保健所")
                .notice()
                .readCase();

        assertThat(headings(read, SectionKind.ROLE)).containsExactly("医師会", "市", "保健所");
        assertThat(texts(read, SectionKind.ROLE)).containsExactly(DOCTORS, CITY, HEALTH);
    }

    @Test
    void anActorAtTheEndOfTheLastLineIsItsLabel() {
        CaseStudy read = startOfCase()
                .region()
                .foot(DOCTORS + "医師会　")
                .foot(CITY)
                .lines("市町村")
                .foot("声かけの輪を広げる会の活動を助成県・市")
                .notice()
                .readCase();

        assertThat(headings(read, SectionKind.ROLE)).containsExactly("医師会", "市町村", "県・市");
        assertThat(texts(read, SectionKind.ROLE)).containsExactly(DOCTORS, CITY, "声かけの輪を広げる会の活動を助成");
    }

    @Test
    void aRoleHasItsActorAsListedAndAsPrinted() {
        CaseStudy read = startOfCase()
                .region()
                .foot(CITY + "市")
                .foot(DOCTORS + "医師会")
                .notice()
                .readCase();

        assertThat(actors(section(read, "r1"))).extracting(Actor::name).containsExactly("市区町村", "市");
        assertThat(actors(section(read, "r2"))).extracting(Actor::name).containsExactly("医師会");
    }

    @Test
    void aRoleBeforeAParagraphIsNoHeading() {
        CaseStudy read = startOfCase()
                .region()
                .foot(CITY + "市")
                .page("　山の集落にも同じ仕組みが広がり、いまでは谷のすべての家をめぐっています。")
                .lines("山の集落に広がる2.")
                .notice()
                .readCase();

        assertThat(texts(read, SectionKind.ROLE)).containsExactly(CITY);
        assertThat(headings(read, SectionKind.SUBSECTION)).isEmpty();
    }

    @Test
    void everyBulletIsAnActivity() {
        CaseStudy read = startOfCase()
                .lines(" ●港では毎年秋に、声かけの仲間が集まる催しを", "開く。")
                .page("●山の集落では手づくりの新聞を配る。")
                .lines("「読むのが楽しみ」という声も多い。")
                .page("●薬局は休みの日も電話を受け、困りごとを聞いて")
                .lines("診療所に知らせる。")
                .region()
                .notice()
                .readCase();

        assertThat(texts(read, SectionKind.ACTIVITY))
                .containsExactly(
                        "港では毎年秋に、声かけの仲間が集まる催しを開く。",
                        "山の集落では手づくりの新聞を配る。「読むのが楽しみ」という声も多い。",
                        "薬局は休みの日も電話を受け、困りごとを聞いて診療所に知らせる。");
    }

    @Test
    void aNarrowTextWithoutBulletAndActorIsAnActivityWithAWarning() {
        ImportResult read = startOfCase()
                .foot("歯科の医院も港に出向いて相談を受けています。")
                .region()
                .foot(DOCTORS)
                .lines("医師会")
                .notice()
                .read();

        assertThat(texts(read.cases().getFirst(), SectionKind.ACTIVITY)).containsExactly("歯科の医院も港に出向いて相談を受けています。");
        assertThat(texts(read.cases().getFirst(), SectionKind.ROLE)).containsExactly(DOCTORS);
        assertThat(read.warnings())
                .anySatisfy(warning -> assertThat(warning.sectionId()).isEqualTo("a1"));
    }

    @Test
    void aWideTextWithoutBulletAfterTheRolesIsAnActivity() {
        String wide = "港の声かけには近くの小学校の子どもたちも加わり、夏の休みのあいだは朝の見回りを受け持っています。秋には手紙を書いて配り、返事をもらうのを楽しみにしています。";

        CaseStudy read = startOfCase()
                .region()
                .foot(CITY + "市")
                .boxAtMargin(wide)
                .notice()
                .readCase();

        assertThat(texts(read, SectionKind.ACTIVITY)).containsExactly(wide);
    }

    @Test
    void regionFiguresAreReadWithTheirBasisDespiteMisprints() {
        CaseStudy read = startOfCase()
                .lines("〈みさき市と島の二町〉", "・面積（2016年国土地理院資料）：１２.30 k㎡", "高齢化率：40.10％％", "病院数（2017年10月現在）：1")
                .notice()
                .readCase();

        assertThat(read.region().name()).isEqualTo("みさき市と島の二町");
        assertThat(read.region().figures().get(RegionFigure.AREA))
                .satisfies(area -> assertThat(area.value()).isEqualByComparingTo(new BigDecimal("12.30")))
                .satisfies(area -> assertThat(area.basis()).isEqualTo("2016年国土地理院資料"));
        assertThat(read.region().figures().get(RegionFigure.AGEING_RATE))
                .satisfies(rate -> assertThat(rate.value()).isEqualByComparingTo(new BigDecimal("40.10")));
    }

    @Test
    void anUnknownLineOfTheRegionGivesAWarning() {
        ImportResult read = startOfCase()
                .lines("〈みさき市〉", "灯台の数：3", "高齢化率：140.0％", "病院数：1")
                .notice()
                .read();

        assertThat(read.warnings())
                .filteredOn(warning -> warning.message().equals(WarningMessages.UNPLACED))
                .hasSize(2);
    }
}
