package jirei.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import jirei.search.HitExplanation.Field;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {
    /** Places of matches as a reader names them: heading, text, title, region, or any of several. */
    @ParameterizedTest
    @CsvSource({
        "TEXT HEADING BODY TEXT, 見出しと本文",
        "BODY TEXT, 本文",
        "BODY, 見出しか本文",
        "TITLE CONTEXT, 事例の題",
        "REGION TITLE, 事例の題と地域",
        "CONTEXT, 事例の題・地域・上の見出し・主体のいずれか",
        "TEXT CONTEXT BODY HEADING, 見出しと本文、事例の題・地域・上の見出し・主体のいずれか"
    })
    void eachPlaceIsNamedOnce(String fields, String places) {
        assertThat(Wording.places(
                        Arrays.stream(fields.split(" ")).map(Field::valueOf).toList()))
                .isEqualTo(places);
    }
}
