package jirei.intake.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JapaneseTextTest {
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
            港 の声,            港の声
            2014 〜 2016年,     2014〜2016年
            Good  Morning です, Good Morningです
            みさき市　声の冊子, みさき市　声の冊子
            """)
    void onlySpacesBetweenLatinWordsAreKept(String raw, String tidy) {
        assertThat(JapaneseText.trimSpaces(raw)).isEqualTo(tidy);
    }

    @Test
    void wrappedLatinWordsAreJoinedWithASpace() {
        assertThat(JapaneseText.join(List.of("「Good ", "Morning」の", "声"))).isEqualTo("「Good Morning」の声");
    }

    @ParameterizedTest
    @ValueSource(strings = {"回ります。", "本当か？ ", "「続ける。」", "行います（図１）。"})
    void sentencesEndAfterTheirPunctuation(String text) {
        assertThat(JapaneseText.endsSentence(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"回り", "「港」", "2015", "港と山、", ""})
    void textWithoutPunctuationIsUnfinished(String text) {
        assertThat(JapaneseText.endsSentence(text)).isFalse();
    }

    @Test
    void latinCharactersHaveHalfWidth() {
        assertThat(JapaneseText.width("　港ICT ")).isEqualTo(2.5);
    }

    @Test
    void anAbbreviationIsJoinedOnlyIfItOccursInTheDocument() {
        assertThat(JapaneseText.closeAbbreviations("I CT部会", "ICTの話")).isEqualTo("ICT部会");
        assertThat(JapaneseText.closeAbbreviations("A BC班", "ICTの話")).isEqualTo("A BC班");
    }
}
