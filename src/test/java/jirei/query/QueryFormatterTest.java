package jirei.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryFormatterTest {
    @ParameterizedTest(name = "{0} is written {1}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\'',
            textBlock =
                    """
            ''; ''
            看取り; 看取り
            看取り　研修; 看取り 研修
            －研修 看取り; -研修 看取り
            -研修; -研修
            会; 会
            看取り ｜ 研修; 看取り OR 研修
            (看取り OR 研修) 会議; (看取り OR 研修) 会議
            看取り OR (研修 会議); 看取り OR (研修 会議)
            -(研修 会議) 看取り; -(研修 会議) 看取り
            heading:看取り; 見出し:看取り
            題名:"看取りの会"; 題名:"看取りの会"
            県:大阪; 都道府県:"大阪府"
            -テーマ:カ 看取り; -テーマ:"カ" 看取り
            C++ a*b; C++ a b
            """)
    void anExpressionIsWrittenAsItCanBeTyped(String typed, String expected) {
        assertThat(QueryFormatter.format(QueryParser.parse(typed).expression(), FacetScheme.NONE))
                .contains(expected);
    }

    @Test
    void whatCannotBeTypedIsNotWritten() {
        assertThat(QueryFormatter.format(new QueryExpression.Phrase("a\"b", QueryField.ANYWHERE), FacetScheme.NONE))
                .isEmpty();
        assertThat(QueryFormatter.format(new QueryExpression.Word("看取り 研修", QueryField.ANYWHERE), FacetScheme.NONE))
                .isEmpty();
        assertThat(QueryFormatter.format(
                        new QueryExpression.Or(List.of(
                                new QueryExpression.Word("OR", QueryField.ANYWHERE),
                                new QueryExpression.Word("看取り", QueryField.ANYWHERE))),
                        FacetScheme.NONE))
                .isEmpty();
    }
}
