package jirei.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jirei.corpus.lexicon.ShippedThemes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryDescriptionTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            看取り               | 「看取り」を含む記述
            看取り　医師会        | 「看取り」と「医師会」の両方を含む記述
            看取り 医師会 研修    | 「看取り」と「医師会」と「研修」のすべてを含む記述
            看取り OR 終末期      | 「看取り」または「終末期」を含む記述
            看取り -病院          | 「看取り」を含み、「病院」を含まない記述
            "夜間対応"            | 「夜間対応」（この文字のとおり）を含む記述
            見出し:研修           | 「研修」（見出し）を含む記述
            本文:"研修会"         | 「研修会」（本文、この文字のとおり）を含む記述
            主体:医師会 夜間      | 「夜間」を含み、主体が「医師会」の記述
            県:大阪               | 都道府県が「大阪府」の記述
            県:大阪、兵庫          | 都道府県が「大阪府」または「兵庫県」の記述
            看護* -介護*          | 「看護」で始まる語を含み、「介護」で始まる語を含まない記述
            看取り または 終末期   | 「看取り」または「終末期」を含む記述
            テーマ:研修           | テーマが「カ 関係者の研修」の記述
            -                    | ``
            -主体:医師会 夜間     | 「夜間」を含み、主体が「医師会」以外の記述
            夜間 (医師 OR 看護師) | 「夜間」を含み、［「医師」または「看護師」を含む記述］の記述
            ``                    | ``
            """)
    void queriesAreDescribedInPlainJapanese(String typed, String reading) {
        assertThat(QueryDescription.of(QueryParser.parse(typed, new FacetScheme(ShippedThemes.all(), List.of()))))
                .isEqualTo(reading);
    }
}
