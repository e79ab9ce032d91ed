package jirei.engine.spell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SymmetricDeleteIndexTest {
    private static final SymmetricDeleteIndex INDEX = SymmetricDeleteIndex.of(List.of("輪番制度", "灯台", "寄合"));

    @ParameterizedTest
    @ValueSource(strings = {"輪番制度", "輪番制", "番制度", "輪番番制度", "輪番判度", "番輪制度"})
    void keysAtDistanceOneAreFound(String word) {
        assertThat(INDEX.near(word)).containsExactly(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "潜水艦", "輪判政度", "灯台守り"})
    void keysAtGreaterDistanceAreNotFound(String word) {
        assertThat(INDEX.near(word)).isEmpty();
    }

    @Test
    void anEmptyIndexFindsNothing() {
        assertThat(SymmetricDeleteIndex.of(List.of()).near("灯台")).isEmpty();
    }
}
