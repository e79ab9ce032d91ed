package jirei.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryTextEditorTest {
    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\'',
            textBlock =
                    """
            研集; 研修
            研集 医師会; 研修 医師会
            研集　－医師会; 研修　－医師会
            -研集 医師会; -研修 医師会
            －研集; －研修
            "研集" OR (研集｜寄合); "研修" OR (研修｜寄合)
            見出し:研集 県:大阪府; 見出し:研修 県:大阪府
            本文：研集; 本文：研修
            研集会 研集; 研集会 研修
            全研集; 全研集
            """)
    void onlyTheWholeWordIsReplaced(String typed, String expected) {
        assertThat(QueryTextEditor.replace(typed, "研集", "研修", FacetScheme.NONE)).isEqualTo(expected);
    }
}
