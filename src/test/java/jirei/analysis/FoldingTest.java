package jirei.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Normalizer2;
import org.junit.jupiter.api.Test;

class FoldingTest {
    private static final Normalizer2 UNICODE = Normalizer2.getNFKCCasefoldInstance();

    @Test
    void foldingOfEveryCharacterEqualsNfkcCasefold() {
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            if (!Character.isSurrogate((char) c)) {
                for (String text :
                        new String[] {Character.toString(c), "か" + (char) c, (char) c + "\u3099", "A" + (char) c}) {
                    assertThat(JapaneseAnalyzers.foldWidthAndCase(text))
                            .as("U+%04X in %s", c, text)
                            .isEqualTo(UNICODE.normalize(text));
                }
            }
        }
    }

    @Test
    void theFastPathFoldsEveryCharacterLikeTheFilterChain() {
        for (int c = 0x20; c <= Character.MAX_VALUE; c++) {
            if (!Character.isSurrogate((char) c)) {
                for (String text : new String[] {"山" + (char) c, (char) c + "所"}) {
                    String filtered = text + "Ａ"; // a full-width letter is never on the fast path
                    assertThat(JapaneseAnalyzers.foldVariants(text) + "a")
                            .as("U+%04X in %s", c, text)
                            .isEqualTo(JapaneseAnalyzers.foldVariants(filtered));
                }
            }
        }
    }
}
