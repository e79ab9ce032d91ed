package jirei.engine.highlight;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import jirei.cases.Prefecture;
import jirei.engine.World;
import jirei.query.SearchRequest;
import jirei.search.Deadline;
import jirei.search.HighlightedCase.HighlightedSection;
import jirei.search.MatchRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Highlights cover exactly the word, on whole characters, in any surrounding text. Regression tests of fuzz test
 * findings.
 */
class HighlightedCharactersTest {
    private static final String WORD = "輪番";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "はじめ\0つぎ。\uD894\uDE50輪番の町。",
                "一行め。\n\0\n二行めの輪番\uDB40\uDD00。",
                "\u0000\u0000輪番",
                "\u2028\u2029輪番\u0085輪番"
            })
    void onlyTheWordIsHighlighted(String text, @TempDir Path folder) throws Exception {
        try (var world = new World(folder).with(1, Prefecture.NAGANO, "みやま町", text)) {
            HighlightedSection marked = world.engine()
                    .highlight("case-1", SearchRequest.of(WORD), Deadline.NONE)
                    .orElseThrow()
                    .sections()
                    .getFirst();

            List<String> paragraphs = marked.section().paragraphs();
            for (int i = 0; i < paragraphs.size(); i++) {
                for (MatchRange match : marked.paragraphs().get(i)) {
                    String letters = paragraphs.get(i).substring(match.start(), match.end());
                    assertThat(letters.replace("\uDB40\uDD00", "")).isEqualTo(WORD);
                }
            }
            assertThat(marked.hasMatches()).isTrue();
        }
    }

    @Test
    void aHighlightIncludesCombiningCharacters() {
        assertThat(MatchRange.ofGraphemes("か\u3099く", 0, 1)).isEqualTo(new MatchRange(0, 2));
        assertThat(MatchRange.ofGraphemes("か\u3099く", 1, 2)).isEqualTo(new MatchRange(0, 2));
        assertThat(MatchRange.ofGraphemes("a\uD842\uDFB7b", 2, 2)).isEqualTo(new MatchRange(1, 3));
        assertThat(MatchRange.ofGraphemes("葛\uDB40\uDD00飾", 0, 1)).isEqualTo(new MatchRange(0, 3));
        assertThat(MatchRange.ofGraphemes("\uD83D\uDC69\u200D\uD83D\uDC66x", 0, 2))
                .isEqualTo(new MatchRange(0, 5));
        assertThat(MatchRange.ofGraphemes("\uD83D", 0, 1)).isEqualTo(new MatchRange(0, 1));
        assertThat(MatchRange.ofGraphemes("e" + "\u0301".repeat(1_000), 0, 1).end())
                .isEqualTo(31);
    }
}
