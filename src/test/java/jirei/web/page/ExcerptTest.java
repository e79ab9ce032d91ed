package jirei.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jirei.search.MatchRange;
import jirei.search.Snippet;
import org.junit.jupiter.api.Test;

/** The part of a snippet that a list of hits shows. */
class ExcerptTest {
    private static final String TEXT = "夜の当番を決めた。町は費用を出し、医師会が看取りの連絡網をつくった。";

    private static String near(String text, String word, int maxLead) {
        int at = text.indexOf(word);
        var snippet = new Snippet(text, List.of(new MatchRange(at, at + word.length())), false, false);
        MarkedText shown = Excerpt.near(snippet, maxLead);
        assertThat(shown.parts()).contains(new Part.Match(word, null, 0));
        return shown.text();
    }

    @Test
    void aLateMatchBeginsWithItsClause() {
        assertThat(near(TEXT, "看取り", 10)).isEqualTo("…\u00a0医師会が看取りの連絡網をつくった。");
    }

    @Test
    void aLongClauseIsCutBeforeTheMatch() {
        assertThat(near(TEXT, "看取り", 3)).isEqualTo("…\u00a0師会が看取りの連絡網をつくった。");
    }

    @Test
    void aLongTextEndsWithAClause() {
        String clause = "町は費用を出し、医師会は当番表をつくり、訪問看護は夜の電話を受け、薬局は薬を届け、病院は空いた床を知らせ、";

        assertThat(Excerpt.of(clause + "家族会は昼の茶話会を開いて互いの話を聞いたうえで次の集まりの場所と日取りを皆で決めて紙に書いて配った。", List.of())
                        .text())
                .isEqualTo(clause + "\u00a0…");
    }

    @Test
    void aLateMatchOfALongTextIsShownInItsClause() {
        String before = "川の音が夜どおし聞こえる谷あいの村で".repeat(6) + "。";
        String match = "役場の看取りの会は、";
        String text = before + match + "冬の朝にも".repeat(20) + "、集まった。";
        int at = text.indexOf("看取り");

        assertThat(Excerpt.of(text, List.of(new MatchRange(at, at + 3))).text())
                .startsWith("…\u00a0" + match)
                .endsWith("\u00a0…");
    }

    @Test
    void anEarlyMatchLeavesTheSnippetWhole() {
        assertThat(near(TEXT, "当番", 10)).isEqualTo(TEXT);
    }
}
