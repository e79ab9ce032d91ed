package jirei.cases;

import static org.assertj.core.api.Assertions.assertThat;

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
}
