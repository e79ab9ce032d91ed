package jirei.library.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import jirei.intake.page.Area;
import jirei.intake.page.PageText;
import jirei.intake.page.PageText.Direction;
import org.junit.jupiter.api.Test;

/** The text of a page, in which words go on in the next line. */
class PageWordsTest {
    private static PageText.Line line(int number, String text, Direction direction, Area area) {
        List<Double> stops = DoubleStream.iterate(0, at -> at + 1)
                .limit(text.length() + 1L)
                .map(at -> at / text.length())
                .boxed()
                .toList();
        return new PageText.Line(number, text, area, direction, stops);
    }

    private static PageText.Line across(int number, String text, double x, double y, double size) {
        return line(number, text, Direction.RIGHT, Area.between(x, y, x + 0.02 * text.length(), y + size));
    }

    private static PageWords words(PageText.Line... lines) {
        return new PageWords(new PageText(1, 1, "行", 595, 842, Arrays.asList(lines)));
    }

    @Test
    void aWordGoesOnInTheNextLineOfItsParagraph() {
        PageWords words = words(across(1, "灯台の見", 0.1, 0.1, 0.02), across(2, "張りを続ける", 0.1, 0.13, 0.02));

        assertThat(words.text()).isEqualTo("灯台の見張りを続ける");
        assertThat(words.marks(3, 6)).hasSize(2);
        List<Integer> lines = new ArrayList<>();
        words.marks(3, 6).forEach(mark -> lines.add(mark.line()));
        assertThat(lines).containsExactly(1, 2);
    }

    @Test
    void headingsColumnsAndDistantLinesBeginAParagraph() {
        PageWords words = words(
                across(1, "油の話", 0.1, 0.1, 0.04),
                across(2, "樽を運ぶ", 0.1, 0.15, 0.02),
                across(2, "隣の列", 0.6, 0.15, 0.02),
                across(3, "脚注", 0.6, 0.5, 0.02));

        assertThat(words.text()).isEqualTo("油の話\n樽を運ぶ\n隣の列\n脚注");
    }

    @Test
    void verticalLinesGoOnToTheLeft() {
        PageWords words = words(
                line(1, "灯台の見", Direction.DOWN, Area.between(0.9, 0.1, 0.92, 0.3)),
                line(2, "張り", Direction.DOWN, Area.between(0.87, 0.1, 0.89, 0.2)));

        assertThat(words.text()).isEqualTo("灯台の見張り");
    }

    @Test
    void linesOfADocumentWithoutImagesAreApart() {
        var page = new PageText(1, 1, "段落", 0, 0, List.of(new PageText.Line(1, "灯台"), new PageText.Line(2, "油")));

        assertThat(new PageWords(page).text()).isEqualTo("灯台\n油");
        assertThat(new PageWords(page).marks(3, 4))
                .singleElement()
                .extracting(PassageLocator.Mark::line)
                .isEqualTo(2);
    }
}
