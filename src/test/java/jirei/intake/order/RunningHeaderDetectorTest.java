package jirei.intake.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import jirei.intake.page.PrintedLine;
import jirei.intake.page.Tag;
import org.junit.jupiter.api.Test;

class RunningHeaderDetectorTest {
    private static final String FOOTER = "灯台の島の会報";

    private static PrintedLine line(int page, double across, String text) {
        double to = 60 + 10 * text.length();
        return new PrintedLine(text, page, 60, to, across, 10, false, 60, 540, 0, Tag.NONE);
    }

    /** A page of text with a footer, {@code distance} points below the last line. */
    private static List<PrintedLine> page(int page, double distance) {
        List<PrintedLine> lines = new ArrayList<>();
        for (int row = 0; row < 10; row++) {
            lines.add(line(page, 800 - distance - 20 * (9 - row), "荷物を預かる店の" + row + "つ目の話を" + page + "ページに書いた。"));
        }
        lines.add(line(page, 800, FOOTER));
        return lines;
    }

    private static List<String> running(double... distances) {
        return running(IntStream.range(0, distances.length)
                .mapToObj(at -> page(at + 1, distances[at]))
                .toList());
    }

    private static List<String> running(List<List<PrintedLine>> pages) {
        return texts(RunningHeaderDetector.of(pages, empty(pages.size()), 600));
    }

    private static List<List<PrintedLine>> empty(int pages) {
        return Collections.nCopies(pages, List.of());
    }

    private static List<String> texts(Set<PrintedLine> running) {
        return running.stream().map(PrintedLine::text).toList();
    }

    /** Lines from the top of a page, each followed by a distance to the next one, as in 文 20. */
    private static List<PrintedLine> lines(int page, String... textsWithDistances) {
        List<PrintedLine> lines = new ArrayList<>();
        double across = 60;
        for (String text : textsWithDistances) {
            String[] parts = text.split(" ", -1);
            lines.add(line(page, across, parts[0]));
            across += Double.parseDouble(parts[1]);
        }
        return lines;
    }

    @Test
    void aFooterIsOneAlsoOnAPageWhoseTextComesClose() {
        assertThat(running(60, 60, 21, 60)).containsExactly(FOOTER, FOOTER, FOOTER, FOOTER);
    }

    @Test
    void whatIsCloseToTheTextOnMostPagesIsText() {
        assertThat(running(21, 21, 60, 21)).isEmpty();
        assertThat(running(21, 21, 21, 21)).isEmpty();
    }

    @Test
    void aSentenceThatStartsSeveralPagesIsTextAlsoOnAShortPage() {
        String sentence = "島では、坂の上に住む一人暮らしの人が増え、荷物を預かる店を始めた。二年目に 20";
        List<PrintedLine> whole = lines(
                1,
                sentence,
                "は七人が加わった。 33",
                "店は三つになり、当番の表は港の板にある。雨の日と風の日は休み、次の日に 20",
                "回す。 33",
                "困ったことは、冬に人が足りないことである。島の外からも人を呼び、店を続け 20",
                "た。 33");
        List<PrintedLine> last = lines(2, sentence, "は八人が加わった。 33", "来年も続ける。 20");

        assertThat(running(List.of(whole, last))).isEmpty();
        assertThat(running(List.of(whole, last, lines(3, sentence, "は九人が来た。 33", "島の外からも来た。 20"))))
                .isEmpty();
    }

    @Test
    void aParagraphOfOneLineAtTheTopOfPagesIsText() {
        List<List<PrintedLine>> pages = IntStream.rangeClosed(1, 3)
                .mapToObj(page -> lines(
                        page,
                        "店は毎朝ひらく。 33",
                        "荷物を預かる店の" + page + "つ目の話を、港の人に聞いた。店の名は板に書い 20",
                        "てあるが、雨に消える。 33",
                        "当番は" + page + "人で、順に回す。冬は人が足りず、島の外からも人を呼んで続 20",
                        "けている。 33",
                        "来年は、" + page + "軒目の店が坂の上にひらく。荷物は坂の下まで運んで、そこか 20",
                        "ら先は綱で上げる。 33"))
                .toList();

        assertThat(running(pages)).isEmpty();
    }

    @Test
    void aNoticeFarBelowTheTextOfAllPagesIsAFooter() {
        List<List<PrintedLine>> pages = IntStream.rangeClosed(1, 3)
                .mapToObj(page -> {
                    List<PrintedLine> lines = new ArrayList<>(page(page, 60));
                    lines.removeLast();
                    lines.add(line(page, 800, "この会報は写しても配ってもよい。"));
                    return lines;
                })
                .toList();

        assertThat(running(pages)).hasSize(3).containsOnly("この会報は写しても配ってもよい。");
    }

    @Test
    void theFirstColumnsOfVerticalPagesAreTextIfTheyAreNearIt() {
        List<List<PrintedLine>> columns = IntStream.rangeClosed(1, 3)
                .mapToObj(page -> lines(
                        page,
                        "店は毎朝、船が着く前に 20",
                        page + "人でひらき、荷物を預か 20",
                        "る。" + page + "つ目の店は坂の上に 20",
                        "ある。昼の" + page + "時には板を 20",
                        "出して、夜の" + page + "時にはし 20",
                        "まう。 60",
                        FOOTER + " 0"))
                .toList();

        assertThat(texts(RunningHeaderDetector.of(empty(3), columns, 600))).containsExactly(FOOTER, FOOTER, FOOTER);
    }
}
