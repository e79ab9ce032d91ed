package jirei.intake.mieruka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import jirei.cases.CaseStudy;
import jirei.corpus.lexicon.Lexicon;
import jirei.intake.layout.ImportResult;
import org.junit.jupiter.api.Test;

/** A collection is split into cases with their numbers and ids. */
class MierukaReaderTest {
    private static Pages oneCase() {
        return new Pages()
                .front("港の人が声をかける")
                .lead("港では漁を終えた人たちが毎朝、ひとり暮らしの家に声をかけて回り、変わったことがあれば診療所に知らせています。")
                .lines("港の人が声をかける1.")
                .notice();
    }

    private static ImportResult read(Pages... parts) {
        List<String> lines = new ArrayList<>();
        for (Pages part : parts) {
            lines.addAll(part.asLines());
        }
        return MierukaReader.read(lines, Lexicon.shipped());
    }

    @Test
    void theRightsNoticeEndsACase() {
        ImportResult read = read(oneCase(), oneCase());

        assertThat(read.cases()).hasSize(2);
        assertThat(read.cases().getFirst().source().rights()).isEqualTo("本誌の記事の無断転載を禁じます");
    }

    @Test
    void theNextPrefectureStartsACaseIfTheNoticeIsMissing() {
        List<String> withoutNotice = oneCase().asLines().stream()
                .filter(line -> !line.contains("無断転載"))
                .toList();
        List<String> lines = new ArrayList<>(withoutNotice);
        lines.addAll(List.of("", "CASE", "", "02"));
        lines.addAll(withoutNotice);

        ImportResult read = MierukaReader.read(lines, Lexicon.shipped());

        assertThat(read.cases()).extracting(CaseStudy::number).containsExactly(1, 2);
    }

    @Test
    void aNumberIsReadWithOrWithoutLabelAndInnerSpace() {
        ImportResult read = read(
                new Pages().lines("CASE").lines("09"),
                oneCase(),
                new Pages().page("10"),
                oneCase(),
                new Pages().lines("7").lines("CASE").lines("1 1"),
                oneCase());

        assertThat(read.cases()).extracting(CaseStudy::number).containsExactly(9, 10, 11);
    }

    @Test
    void aMissingNumberFollowsTheOneBeforeWithAWarning() {
        ImportResult read = read(new Pages().lines("CASE").lines("03"), oneCase(), oneCase());

        assertThat(read.cases()).extracting(CaseStudy::number).containsExactly(3, 4);
        assertThat(read.warnings())
                .anySatisfy(warning -> assertThat(warning.message()).contains("並び順から4"));
    }

    @Test
    void casesWithTheSameNumberHaveDifferentIds() {
        ImportResult read = read(new Pages().lines("03"), oneCase(), new Pages().lines("03"), oneCase());

        assertThat(read.cases()).extracting(CaseStudy::id).doesNotHaveDuplicates();
    }

    @Test
    void theRunningTitleGivesCollectionAndYear() {
        CaseStudy read = read(
                        new Pages()
                                .lines("在宅医療・介護連携事業見える化プロジェクト平成30年度")
                                .lines("CASE")
                                .lines("05"),
                        oneCase())
                .cases()
                .getFirst();

        assertThat(read.id()).isEqualTo("mieruka-h30-05");
        assertThat(read.collection()).isEqualTo("平成30年度 在宅医療・介護連携事業見える化プロジェクト");
        assertThat(read.year()).isEqualTo(2018);
    }

    @Test
    void aRepeatedTextGivesAWarning() {
        ImportResult read = read(oneCase(), oneCase());

        assertThat(read.warnings())
                .filteredOn(warning -> warning.message().contains("同じ文章"))
                .singleElement()
                .satisfies(warning -> assertThat(warning.caseId()).isEqualTo("mieruka-02"));
    }

    @Test
    void linesOutsideOfCasesGiveAWarning() {
        ImportResult read = read(oneCase(), new Pages().lines("奥付", "みさき印刷"));

        assertThat(read.warnings())
                .filteredOn(warning -> warning.message().equals(WarningMessages.UNPLACED))
                .singleElement()
                .satisfies(warning -> assertThat(warning.caseId()).isEmpty());
    }

    @Test
    void theLayoutIsRecognizedByItsFrontPages() {
        assertThat(MierukaReader.accepts(oneCase().asLines())).isTrue();
        assertThat(MierukaReader.accepts(List.of("〈島根県〉", "みさき市の話"))).isFalse();
        assertThat(MierukaReader.accepts(List.of())).isFalse();
    }
}
