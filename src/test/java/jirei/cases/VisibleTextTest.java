package jirei.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTextTest {
    @ParameterizedTest
    @ValueSource(
            ints = {
                ' ', '\t', '\n', 0x07, 0x7F, 0x85, 0xA0, 0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x1680, 0x17B4, 0x180E,
                0x2000, 0x200A, 0x200B, 0x200D, 0x2028, 0x202E, 0x202F, 0x205F, 0x2060, 0x2069, 0x2800, 0x3000, 0x3164,
                0xFE0F, 0xFEFF, 0xFFA0, 0xFFF9, 0x16FE4, 0x1D159, 0xE0001, 0xE0100
            })
    void aCharacterThatShowsNothingIsBlank(int codePoint) {
        String text = Character.toString(codePoint).repeat(2);

        assertThat(VisibleText.isBlank(text)).isTrue();
        assertThat(VisibleText.strip("\u3000" + text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "、", "ー", "\u2801", "가", "\u3099", "\uFFFD", "\uD800", "😀"})
    void aCharacterThatShowsSomethingIsNotBlank(String text) {
        assertThat(VisibleText.isBlank("\u200B" + text)).isFalse();
    }

    @Test
    void aSelectorOrJoinerStaysWithItsCharacter() {
        assertThat(VisibleText.strip("\u00A0葛\uDB40\uDD00 ")).isEqualTo("葛\uDB40\uDD00");
        assertThat(VisibleText.strip("\uFEFFか\u200D\u3000")).isEqualTo("か\u200D");
    }
}
