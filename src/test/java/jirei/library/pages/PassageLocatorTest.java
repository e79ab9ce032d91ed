package jirei.library.pages;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import jirei.cases.Section;
import jirei.cases.SectionKind;
import jirei.intake.page.Area;
import jirei.intake.page.PageText;
import jirei.intake.page.PageText.Direction;
import jirei.library.pages.PassageLocator.Mark;
import org.junit.jupiter.api.Test;

/** Where a section is on invented pages. */
class PassageLocatorTest {
    /** The height of a line, and the width of a character, as fractions of the page. */
    private static final double LINE = 0.05;

    private static final double CHARACTER = 0.02;

    private static final PageText PAGE = page(
            1, "灯台の島だより", "１　荷物を預かる店", "船が着かない日の荷物は、三つの店が順に預か", "る。店の名は港の板に書く。", "２　朝の見回り", "世話役は、船が着かない日の朝に港を見回る。");

    private static PageText page(int number, String... lines) {
        return new PageText(
                number,
                9,
                "行",
                595,
                842,
                IntStream.range(0, lines.length)
                        .mapToObj(at -> line(at + 1, lines[at], Direction.RIGHT))
                        .toList());
    }

    private static PageText.Line line(int number, String text, Direction direction) {
        double length = CHARACTER * text.length();
        Area area = direction == Direction.DOWN
                ? Area.between(1 - LINE * number, 0.1, 1 - LINE * (number - 1), 0.1 + length)
                : Area.between(0.1, LINE * (number - 1), 0.1 + length, LINE * number);
        List<Double> stops = DoubleStream.iterate(0, at -> at + 1)
                .limit(text.length() + 1L)
                .map(at -> at / text.length())
                .boxed()
                .toList();
        return new PageText.Line(number, text, area, direction, stops);
    }

    /** Returns the marked texts by line, as in 3:船が着. */
    private static List<String> marked(List<Mark> marks, PageText... pages) {
        List<String> texts = new ArrayList<>();
        for (Mark mark : marks) {
            PageText page = List.of(pages).stream()
                    .filter(one -> one.page() == mark.page())
                    .findFirst()
                    .orElseThrow();
            PageText.Line line = page.lines().get(mark.line() - 1);
            Area area = requireNonNull(mark.area());
            int from = (int) Math.round((area.x() - 0.1) / CHARACTER);
            int to = (int) Math.round((area.right() - 0.1) / CHARACTER);
            texts.add(mark.line() + ":" + line.text().substring(from, to));
        }
        return texts;
    }

    private static Section section(String heading, String... paragraphs) {
        return new Section(
                "s", SectionKind.SUBSECTION, heading, "", List.of(), List.of(), String.join("\n", paragraphs));
    }

    private static PassageLocator.Passage find(PassageLocator locator, String heading, String... paragraphs) {
        return locator.find(List.of(section(heading, paragraphs))).getFirst();
    }

    /** Returns the marked texts of each section. */
    private static List<List<String>> marked(PageText page, Section... sections) {
        return new PassageLocator(List.of(page))
                .find(List.of(sections)).stream()
                        .map(passage -> marked(passage.marks(), page))
                        .toList();
    }

    private static List<String> marked(PageText page, String heading, String... paragraphs) {
        return marked(
                find(new PassageLocator(List.of(page)), heading, paragraphs).marks(), page);
    }

    @Test
    void aSectionIsMarkedByLineWhateverItsWidthsAndLineEndsAre() {
        assertThat(marked(PAGE, "1 荷物を預かる店", "船が着かない日の荷物は、三つの店が順に預かる。", "店の名は港の板に書く。"))
                .containsExactly("2:１　荷物を預かる店", "3:船が着かない日の荷物は、三つの店が順に預か", "4:る。店の名は港の板に書く。");
    }

    @Test
    void correctionsAreLeftOutAndTheRestIsFound() {
        assertThat(marked(PAGE, "荷物をあずかる店", "船が着かない日の荷物は三つの店が順番に預かる（雨の日は休む）。名前は港の板に書く。"))
                .containsExactly("2:荷物を預かる店", "3:船が着かない日の荷物は、三つの店が順に預か", "4:る。店の名は港の板に書く。");
    }

    @Test
    void aSectionThatSharesWordsWithAnotherOneIsFoundWhereMostOfItStands() {
        assertThat(marked(PAGE, "2 朝の見回り", "世話役は、船が着かない日の朝に港を見回る。"))
                .containsExactly("5:２　朝の見回り", "6:世話役は、船が着かない日の朝に港を見回る。");
    }

    @Test
    void aSectionOfAnotherPageIsNotFound() {
        assertThat(marked(PAGE, "3 祭りの日", "子どもたちが太鼓を打ち、大人は歌をうたう。")).isEmpty();
    }

    @Test
    void headingsInTheContentsAreNotTheSection() {
        PageText page = page(1, "もくじ", "荷物を預かる店……1", "朝の見回り……2", "荷物を預かる店", "船が着かない日の荷物は、店が預かる。");

        assertThat(marked(page, "荷物を預かる店", "船が着かない日の荷物は、店が預かる。")).containsExactly("4:荷物を預かる店", "5:船が着かない日の荷物は、店が預かる。");
    }

    @Test
    void aParagraphGoesOnOnTheNextPage() {
        PageText next = page(2, "灯台の島だより", "三つの店が順に預かる。");
        PageText first = page(1, "船が着かない日の荷物は、");

        assertThat(marked(
                        find(new PassageLocator(List.of(first, next)), "", "船が着かない日の荷物は、三つの店が順に預かる。")
                                .marks(),
                        first,
                        next))
                .containsExactly("1:船が着かない日の荷物は、", "2:三つの店が順に預かる。");
    }

    @Test
    void aMatchIsMarkedInItsOwnSectionOnly() {
        String paragraph = "世話役は、船が着かない日の朝に港を見回る。";
        PassageLocator.Passage passage = find(new PassageLocator(List.of(PAGE)), "２　朝の見回り", paragraph);
        int from = paragraph.indexOf("船が着かない日");

        assertThat(marked(passage.inParagraph(0, from, from + 7), PAGE)).containsExactly("6:船が着かない日");
        assertThat(marked(passage.inHeading(2, 3), PAGE)).containsExactly("5:朝");
    }

    @Test
    void aMatchAcrossALineEndHasTwoMarks() {
        String paragraph = "船が着かない日の荷物は、三つの店が順に預かる。";
        PassageLocator.Passage passage = find(new PassageLocator(List.of(PAGE)), "", paragraph);

        assertThat(marked(passage.inParagraph(0, 19, 22), PAGE)).containsExactly("3:預か", "4:る");
    }

    @Test
    void aWordThatIsNotOnThePageHasNoMark() {
        PassageLocator.Passage passage = find(new PassageLocator(List.of(PAGE)), "", "船が着かない日の荷物は、三つの会社が順に預かる。");

        assertThat(passage.inParagraph(0, 15, 17)).isEmpty();
    }

    @Test
    void linesFromTopToBottomAreMarkedFromTopToBottom() {
        var page = new PageText(
                1,
                1,
                "行",
                595,
                842,
                List.of(line(1, "船が着かない日の荷物は、", Direction.DOWN), line(2, "店が預かる。", Direction.DOWN)));
        PassageLocator.Passage passage = find(new PassageLocator(List.of(page)), "", "船が着かない日の荷物は、店が預かる。");

        assertThat(passage.inParagraph(0, 8, 10))
                .extracting(Mark::area)
                .containsExactly(Area.between(0.95, 0.1 + 8 * CHARACTER, 1, 0.1 + 10 * CHARACTER));
    }

    @Test
    void voicedKatakanaOfHalfWidthAreTheSame() {
        PageText page = page(1, "ﾎﾞﾗﾝﾃｨｱの集まり");

        assertThat(marked(page, "ボランティアの集まり")).containsExactly("1:ﾎﾞﾗﾝﾃｨｱの集まり");
    }

    @Test
    void repeatedTextTakesLinearTime() {
        PageText page = page(1, "あ".repeat(40_000));

        assertTimeout(
                Duration.ofSeconds(20),
                () -> find(new PassageLocator(List.of(page)), "", "あ".repeat(30_000), "あい".repeat(10_000)));
    }

    private static final String WATCH = "世話役は、船が着かない日の朝に港を見回る。";
    private static final String SHOPS = "三つの店が、島の人の荷物を順に預かっている。";

    @Test
    void sentencesThatRecurAreFoundInTheOrderOfTheSections() {
        PageText page = page(1, "一年目", WATCH, SHOPS, "二年目", WATCH, "祭りの日は休む。", "三年目", SHOPS, WATCH);

        assertThat(marked(
                        page,
                        section("一年目", WATCH, SHOPS),
                        section("二年目", WATCH, "祭りの日は休む。"),
                        section("三年目", SHOPS, WATCH)))
                .containsExactly(
                        List.of("1:一年目", "2:" + WATCH, "3:" + SHOPS),
                        List.of("4:二年目", "5:" + WATCH, "6:祭りの日は休む。"),
                        List.of("7:三年目", "8:" + SHOPS, "9:" + WATCH));
    }

    @Test
    void aSentenceOfTheNextPageDoesNotTakeThatOfAnotherSection() {
        PageText page = page(2, SHOPS, "来年も続ける。", "二年目", WATCH, "祭りの日は休む。");

        assertThat(marked(
                        page,
                        section("一年目", WATCH, SHOPS, "来年も続ける。"),
                        section("二年目の夏", WATCH, "祭りの夜は休む。"),
                        section("三年目", WATCH, SHOPS)))
                .containsExactly(
                        List.of("1:" + SHOPS, "2:来年も続ける。"), List.of("3:二年目", "4:" + WATCH, "5:祭りの日は休む。"), List.of());
    }

    @Test
    void aSentenceCorrectedInItsOwnSectionIsNotTakenForThatOfAnother() {
        PageText page = page(2, SHOPS, "二年目", "朝ごとに" + WATCH + "夜も", "祭りの日は休む。");

        assertThat(marked(page, section("一年目", WATCH, SHOPS), section("二年目", "毎朝" + WATCH + "夜は", "祭りの日は休む。")))
                .containsExactly(List.of("1:" + SHOPS), List.of("2:二年目", "3:" + WATCH + "夜", "4:祭りの日は休む。"));
    }

    @Test
    void aLineThatTwoSectionsShareIsDividedBetweenThem() {
        PageText page = page(1, WATCH + SHOPS);

        assertThat(marked(page, section("", WATCH), section("", SHOPS)))
                .containsExactly(List.of("1:" + WATCH), List.of("1:" + SHOPS));
    }

    @Test
    void manySentencesThatRecurAreEachInOneSection() {
        String[] lines = IntStream.range(0, 60)
                .mapToObj(at -> (at % 2 == 0 ? WATCH : SHOPS) + at * 7 % 100 + "人")
                .toArray(String[]::new);
        Section[] sections = IntStream.range(0, 6)
                .mapToObj(at -> section("", Arrays.copyOfRange(lines, 10 * at, 10 * at + 10)))
                .toArray(Section[]::new);

        List<List<String>> marked = marked(page(1, lines), sections);

        for (int at = 0; at < 60; at++) {
            assertThat(marked.get(at / 10).get(at % 10)).isEqualTo((at + 1) + ":" + lines[at]);
        }
        assertThat(marked).allMatch(texts -> texts.size() == 10);
    }
}
