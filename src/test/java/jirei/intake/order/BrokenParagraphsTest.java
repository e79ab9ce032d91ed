package jirei.intake.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jirei.intake.page.PrintedLine;
import jirei.intake.page.Tag;
import org.junit.jupiter.api.Test;

/** Paragraphs that a program tags in parts, column by column and page by page, are whole again. */
class BrokenParagraphsTest {
    private static final Tag FIRST = Tag.of(1, Tag.Role.PARAGRAPH, 0);
    private static final Tag FIGURE = Tag.of(2, Tag.Role.FIGURE, 0);
    private static final Tag SECOND = Tag.of(3, Tag.Role.PARAGRAPH, 0);

    private static PrintedLine line(Tag tag, int page, double from, double across, String text) {
        double to = from + 10 * text.length();
        return new PrintedLine(text, page, from, to, across, 10, false, from, to, 0, tag);
    }

    private static List<String> texts(PrintedLine... lines) {
        return BrokenParagraphs.join(List.of(lines)).stream()
                .map(line -> line.tag().id() + " " + line.text())
                .toList();
    }

    @Test
    void aSentenceGoesOnInTheNextColumnBehindAPicture() {
        assertThat(texts(
                        line(FIRST, 1, 60, 700, "灯台の島では三つの店が船の着かない日"),
                        line(FIGURE, 1, 300, 100, "港の店"),
                        line(SECOND, 1, 300, 200, "に荷物を預かる。"),
                        line(SECOND, 1, 300, 220, "店の名は板に書く。")))
                .containsExactly("1 灯台の島では三つの店が船の着かない日", "1 に荷物を預かる。", "1 店の名は板に書く。", "2 港の店");
    }

    @Test
    void aSentenceThatEndsALineThatIsShortAndAnIndentedLineBelowAreLeftApart() {
        PrintedLine full = line(FIRST, 1, 60, 100, "灯台の島では三つの店が船の着かない日にも");

        assertThat(texts(full, line(FIRST, 1, 60, 120, "荷物を順に預かっている。"), line(SECOND, 2, 60, 100, "朝は見回る。")))
                .last()
                .isEqualTo("3 朝は見回る。");
        assertThat(texts(full, line(FIRST, 1, 60, 120, "荷物を順に預かる三つの店"), line(SECOND, 2, 60, 100, "朝は見回る。")))
                .last()
                .isEqualTo("3 朝は見回る。");
        assertThat(texts(full, line(SECOND, 2, 70, 100, "朝は港を見回る。"), line(SECOND, 2, 60, 120, "夜も見回る。")))
                .containsExactly("1 " + full.text(), "3 朝は港を見回る。", "3 夜も見回る。");
    }

    @Test
    void whatStandsUnderAHeadingGoesOnWithNothingBeforeIt() {
        PrintedLine full = line(FIRST, 1, 60, 700, "発行はなぎさ島の役場の企画係");
        PrintedLine place = line(SECOND, 2, 60, 130, "なぎさ島町　令和4年度");

        for (Tag.Role role : List.of(Tag.Role.HEADING, Tag.Role.PARAGRAPH)) {
            var title = new PrintedLine(
                    "灯台の見回り", 2, 60, 180, 100, 20, true, 60, 180, 0, Tag.of(4, role, role == Tag.Role.HEADING ? 1 : 0));
            assertThat(texts(full, title, place)).containsExactly("1 " + full.text(), "4 灯台の見回り", "3 " + place.text());
        }
    }

    @Test
    void linesBelowOneAnotherAreLeftApart() {
        assertThat(texts(line(FIRST, 1, 60, 100, "灯台の島の三つの店と港"), line(SECOND, 1, 60, 120, "荷物を預かる店の手引き")))
                .containsExactly("1 灯台の島の三つの店と港", "3 荷物を預かる店の手引き");
    }
}
