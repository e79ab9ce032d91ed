package jirei.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jirei.search.MatchRange;
import org.junit.jupiter.api.Test;

class MarkedTextTest {
    @Test
    void ellipsesStayOnTheLineOfTheTextNextToThem() {
        MarkedText cut =
                MarkedText.of("渡し船の夜間当番。", List.of(new MatchRange(0, 3))).cut(true, true);

        assertThat(cut.text()).isEqualTo("…\u00a0渡し船の夜間当番。\u00a0…");
        assertThat(cut.matches()).isEqualTo(1);
    }

    @Test
    void aTextThatIsNotCutHasNoEllipsis() {
        assertThat(MarkedText.plain("渡し船").cut(false, false)).isEqualTo(MarkedText.plain("渡し船"));
    }
}
