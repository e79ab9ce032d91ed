package jirei.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberParserTest {
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            0        | 0
            12345    | 12345
            12,345人 | 12345
            １２３４５ | 12345
            1万      | 10000
            １．５万人 | 15000
            2万5千   | 25000
            2万5000  | 25000
            1億2千万 | -
            1億200万 | 102000000
            38.5％   | 38.5
            325.76km² | 325.76
            .5       | 0.5
            '  7 '   | 7
            """)
    void numbersAreParsedAsUsersTypeThem(String typed, String number) {
        assertThat(NumberParser.parse(typed).map(BigDecimal::toPlainString).orElse("-"))
                .isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "人", "-1", "1e9", "1万2億", "0x10", "一万", "NaN", "1.2.3", "9999999999999"})
    void textThatIsNotANumberIsRejected(String typed) {
        assertThat(NumberParser.parse(typed)).isEmpty();
    }

    @Test
    void aVeryLongTextIsRejectedQuickly() {
        assertThat(NumberParser.parse("1".repeat(100_000))).isEmpty();
    }
}
