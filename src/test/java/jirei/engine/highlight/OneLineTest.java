package jirei.engine.highlight;

import static org.assertj.core.api.Assertions.assertThat;

import jirei.search.MatchRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneLineTest {
    /** A slash is the end of a paragraph. */
    @ParameterizedTest
    @CsvSource({
        "当番を決めた。/翌月に始めた。, 当番を決めた。翌月に始めた。",
        "（試行）/当番を決めた, （試行）当番を決めた",
        "当番表/連絡網, 当番表 連絡網",
        "当番表。//連絡網, 当番表。連絡網",
    })
    void paragraphsAreJoinedWithABlankOnlyWhereNothingSeparatesThem(String paragraphs, String line) {
        assertThat(OneLine.of(paragraphs.replace('/', '\n')).text()).isEqualTo(line);
    }

    @Test
    void matchesMoveWithTheirText() {
        OneLine line = OneLine.of("当番。\n連絡網\n当番表");

        assertThat(line.moved(new MatchRange(4, 7), 1)).isEqualTo(new MatchRange(4, 7));
        assertThat(line.text().substring(7)).isEqualTo("当番表");
        assertThat(line.moved(new MatchRange(8, 11), 0)).isEqualTo(new MatchRange(7, 10));
    }
}
