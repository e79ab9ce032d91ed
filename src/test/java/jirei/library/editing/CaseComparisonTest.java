package jirei.library.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What differs between two versions is shown, and nothing else. */
class CaseComparisonTest {
    private static final SectionForm WATCH =
            new SectionForm("s1", "lead", "当番", true, "医師会", "ア", "", "島へ渡る。油を注ぐ。海を見る。");
    private static final SectionForm OIL = new SectionForm("s2", "lead", "油", true, "なし", "なし", "3", "樽を運ぶ。");

    private static CaseForm form(String title, SectionForm... sections) {
        return new CaseForm("lamp-1", "v", Map.of("title", title), List.of(sections));
    }

    @Test
    void equalCasesHaveNoRow() {
        assertThat(CaseComparison.of(form("灯台", WATCH, OIL), form("灯台", WATCH, OIL)))
                .isEmpty();
    }

    @Test
    void aChangedSentenceIsMarkedAndTheOthersAreNot() {
        CaseForm after = form("灯台", WATCH.with("当番", "島へ渡る。灯を守る。海を見る。"), OIL);

        List<CaseComparison.Row> rows = CaseComparison.of(form("灯台", WATCH, OIL), after);

        assertThat(rows).extracting(CaseComparison.Row::label).containsExactly("節「当番」");
        assertThat(changed(rows.getFirst().before())).containsExactly("油を注ぐ。");
        assertThat(changed(rows.getFirst().after())).containsExactly("灯を守る。");
        assertThat(whole(rows.getFirst().after())).endsWith("島へ渡る。灯を守る。海を見る。");
    }

    @Test
    void fieldsAddedAndDeletedSectionsHaveRows() {
        SectionForm barrel = new SectionForm("s3", "lead", "樽", true, "なし", "なし", "", "樽。");

        List<CaseComparison.Row> rows = CaseComparison.of(form("灯台", WATCH, OIL), form("新灯台", WATCH, barrel));

        assertThat(rows).extracting(CaseComparison.Row::label).containsExactly("題", "節「樽」", "節「油」");
        assertThat(rows.get(1).before()).isEmpty();
        assertThat(rows.get(2).after()).isEmpty();
    }

    @Test
    void aNewOrderHasARowAlsoBesideOtherChanges() {
        assertThat(CaseComparison.of(form("灯台", WATCH, OIL), form("新灯台", OIL, WATCH)))
                .extracting(CaseComparison.Row::label)
                .containsExactly("題", "節の順序");
    }

    @Test
    void anotherParentHasARow() {
        SectionForm part = OIL.asMain(false);

        assertThat(CaseComparison.of(form("灯台", WATCH, part), form("灯台", WATCH, part.withParent("s9"))))
                .hasSize(1);
    }

    @Test
    void textsWithoutACommonSentenceAreComparedInBoundedTime() {
        String before =
                IntStream.range(0, 50_000).mapToObj(at -> "前" + at + "。").collect(Collectors.joining());
        String after = IntStream.range(0, 50_000).mapToObj(at -> "後" + at + "。").collect(Collectors.joining());

        List<CaseComparison.Row> rows =
                CaseComparison.of(form("灯台", WATCH.with("当番", before)), form("灯台", WATCH.with("当番", after)));

        assertThat(whole(rows.getFirst().before())).endsWith(before);
        assertThat(whole(rows.getFirst().after())).endsWith(after);
    }

    private static List<String> changed(List<CaseComparison.Piece> pieces) {
        return pieces.stream()
                .filter(CaseComparison.Piece::isChanged)
                .map(CaseComparison.Piece::text)
                .toList();
    }

    private static String whole(List<CaseComparison.Piece> pieces) {
        return pieces.stream().map(CaseComparison.Piece::text).collect(Collectors.joining());
    }
}
