package jirei.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Normalizer2;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FoldingTest {
    private static final Normalizer2 UNICODE = Normalizer2.getNFKCCasefoldInstance();

    @Test
    void foldingOfEveryCharacterEqualsNfkcCasefoldButForLookAlikes() {
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            String folded = UNICODE.normalize(Character.toString(c));
            if (!Character.isSurrogate((char) c)
                    && LookAlikeFolding.fold(folded).equals(folded)
                    && !isVoicedMark(c)) {
                for (String text :
                        new String[] {Character.toString(c), "か" + (char) c, (char) c + "\u3099", "A" + (char) c}) {
                    assertThat(JapaneseAnalyzers.foldWidthAndCase(text))
                            .as("U+%04X in %s", c, text)
                            .isEqualTo(UNICODE.normalize(text));
                }
            }
        }
    }

    private static boolean isVoicedMark(int c) {
        return c == '\u309B' || c == '\u309C';
    }

    @ParameterizedTest(name = "{2}: {0} and {1}")
    @MethodSource("listed")
    void charactersThatLookAlikeAreOne(String text, String other, String gloss) throws Exception {
        String folded = JapaneseAnalyzers.foldWidthAndCase(text);

        assertThat(folded).isEqualTo(JapaneseAnalyzers.foldWidthAndCase(other));
        assertThat(NormalizedText.of(text).text()).isEqualTo(folded);
    }

    private static List<Arguments> listed() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/analysis/look-alikes.tsv")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> Arguments.of((Object[]) line.split("\t", -1)))
                .toList();
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
