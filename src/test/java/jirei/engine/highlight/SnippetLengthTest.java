package jirei.engine.highlight;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import jirei.cases.Prefecture;
import jirei.engine.World;
import jirei.search.Deadline;
import jirei.search.Snippet;
import jirei.web.page.MarkedText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every snippet of any text is bounded and shows its matches whole. */
class SnippetLengthTest {
    private static final String WORD = "輪番";
    private static final int MAX_SHOWN = 160;
    private static final Pattern CODE_POINT = Pattern.compile("\\\\u\\{(\\p{XDigit}+)}");

    @TempDir
    Path folder;

    private List<Snippet> snippets(String text, String query) throws Exception {
        try (var world = new World(folder).with(1, Prefecture.NAGANO, "みやま町", text)) {
            List<Snippet> snippets = world.search(query).hits().getFirst().snippets();
            assertThat(snippets).isNotEmpty().allSatisfy(SnippetLengthTest::isBounded);
            return snippets;
        }
    }

    private static void isBounded(Snippet snippet) {
        assertThat(snippet.text().length()).isLessThanOrEqualTo(Snippet.MAX_LENGTH);
        MarkedText shown =
                MarkedText.of(snippet.text(), snippet.matches()).cut(snippet.startsInside(), snippet.endsInside());
        assertThat(shown.text().length()).isLessThanOrEqualTo(MAX_SHOWN);
        assertThat(shown.text()).doesNotContain("……", "…\u00a0…");
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/highlight/snippets.tsv", delimiter = '\t', quoteCharacter = '`')
    void aLongTextIsCutAroundTheMatch(
            String why, String before, int timesBefore, String after, int timesAfter, String starts, String ends)
            throws Exception {
        String text = read(before).repeat(timesBefore) + WORD + read(after).repeat(timesAfter);

        Snippet snippet = snippets(text, WORD).stream()
                .filter(shown -> !shown.matches().isEmpty())
                .findFirst()
                .orElseThrow();

        assertThat(snippet.text()).startsWith(read(starts)).endsWith(read(ends)).doesNotContain("\uFFFD");
        assertThat(snippet.matches())
                .allSatisfy(match -> assertThat(snippet.text().substring(match.start(), match.end()))
                        .isEqualTo(WORD));
        String shown = snippet.text().replaceAll("^…|…$", "");
        assertThat(text).contains(shown);
    }

    private static String read(String field) {
        return CODE_POINT
                .matcher(Objects.requireNonNullElse(field, ""))
                .replaceAll(found -> Character.toString(Integer.parseInt(found.group(1), 16)));
    }

    @Test
    void theWindowHoldsMostWordsOfTheQuery() throws Exception {
        String text = "松".repeat(300) + WORD + "松".repeat(300) + WORD + "松".repeat(20) + "提灯" + "松".repeat(300);

        List<Snippet> snippets = snippets(text, WORD + " 提灯");

        assertThat(snippets).hasSize(1);
        assertThat(snippets.getFirst().matches()).hasSize(2);
        assertThat(snippets.getFirst().text()).contains(WORD).contains("提灯");
    }

    @Test
    void aMatchLongerThanASnippetIsShortened() throws Exception {
        String phrase = "たけのこ".repeat(45);

        assertThat(snippets("梅。" + phrase + "を掘った。", "\"" + phrase + "\"")
                        .getFirst()
                        .matches())
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"杉", "か\u3099", "\uD842\uDFB7", "桐 ", "藤、", "栗\n", "a", "か\u3099\u309A\u3099\u309A"})
    void aTextWithoutMatchIsBounded(String piece) throws Exception {
        assertThat(snippets(piece.repeat(20_000 / piece.length()), "事例")
                        .getFirst()
                        .matches())
                .isEmpty();
    }

    @Test
    void aCharacterWithThousandsOfMarksIsBounded() throws Exception {
        snippets(WORD + "か" + "\u3099".repeat(5_000), WORD);
        assertThat(MarkedText.plain("か").cut(true, true).text()).isEqualTo("…\u00a0か\u00a0…");
    }

    @Test
    void similarSectionsHaveBoundedSnippets() throws Exception {
        try (var world = new World(folder)
                .with(1, Prefecture.NAGANO, "みやま町", "残薬の袋 ".repeat(900))
                .with(2, Prefecture.NAGANO, "たに村", "残薬の袋 ".repeat(900))
                .with(3, Prefecture.NAGANO, "うみべ市", "船の時刻を決めた。")) {
            assertThat(world.engine().similarSections("case-1", "s1", 10, Deadline.NONE))
                    .isNotEmpty()
                    .allSatisfy(hit ->
                            assertThat(hit.hit().snippets()).isNotEmpty().allSatisfy(SnippetLengthTest::isBounded));
        }
    }
}
