package jirei.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MunicipalitiesTest {
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            茨城県大子町   | 茨城県大子町
            茨城県 大子町  | 茨城県大子町
            茨城県　大子町 | 茨城県大子町
            大子町         | 茨城県大子町
            だいごまち     | 茨城県大子町
            ダイゴマチ     | 茨城県大子町
            ﾀﾞｲｺﾞﾏﾁ        | 茨城県大子町
            府中市         | 東京都府中市 広島県府中市
            広島県府中市   | 広島県府中市
            茨城県府中市   | ''
            大子           | ''
            茨城県         | ''
            ''             | ''
            """)
    void aMunicipalityIsFoundByItsFullNameOrReading(String typed, String expected) {
        assertThat(String.join(
                        " ",
                        Municipalities.matching(typed).stream()
                                .map(Municipalities::fullName)
                                .toList()))
                .isEqualTo(expected);
    }

    /** Closest first: the name without its suffix, then names that start like it, then those that contain it. */
    @ParameterizedTest(name = "{0} may be {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            大子         | 茨城県大子町
            だいご       | 茨城県大子町
            daigo        | 茨城県大子町
            Ｄａｉｇｏ   | 茨城県大子町
            新宿         | 東京都新宿区
            shinjuku     | 東京都新宿区
            和泉         | 大阪府和泉市
            izumi        | 大阪府和泉市
            大阪和泉     | 大阪府和泉市
            koto         | 東京都江東区
            架空の村     | ''
            ''           | ''
            """)
    void namesWithoutTheirSuffixSuggestMunicipalities(String typed, String expected) {
        List<String> found = Municipalities.suggestions(typed, 3).stream()
                .map(Municipalities::fullName)
                .toList();

        assertThat(found.contains(expected) || (expected.isEmpty() && found.isEmpty()))
                .as("%s suggests %s", typed, found)
                .isTrue();
    }
}
