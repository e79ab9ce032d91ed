package jirei.library.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Comments are not lost with their section. */
class CaseCommentsTest {
    private static final String TEXT =
            """
            ---
            id: lamp-1
            title: 灯台の当番
            ---

            ## 当番 {#s1}

            島の当番が灯台へ渡った。

            ## 油 {#s2}

            <!-- 油の注 -->

            油を注ぐ。

            ## 樽 {#s3}

            <!-- 樽の注 -->

            樽を運ぶ。
            """;

    @Test
    void thoseOfASectionThatWasJoinedStayWithTheOneBeforeIt() {
        assertThat(CaseComments.of(TEXT, Set.of("s1", "s3")::contains))
                .isEqualTo(Map.of("s1", List.of("油の注"), "s3", List.of("樽の注")));
    }

    @Test
    void thoseOfAFirstSectionThatIsGoneAreAboutTheWholeCase() {
        assertThat(CaseComments.of(TEXT, Set.of("s3")::contains))
                .isEqualTo(Map.of("", List.of("油の注"), "s3", List.of("樽の注")));
    }
}
