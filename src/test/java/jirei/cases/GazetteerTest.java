package jirei.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GazetteerTest {
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            青森県         | 青森県
            青森           | 青森県 青森県青森市
            青森市         | 青森県青森市
            青森県 青森市  | 青森県青森市
            北海道         | 北海道
            府中           | 東京都府中市 広島県府中市 広島県府中町
            京都           | 京都府 京都府京都市
            龍ヶ崎市       | 茨城県龍ケ崎市
            龍が崎         | 茨城県龍ケ崎市
            外ケ浜町       | 青森県外ヶ浜町
            袖ヶ浦         | 千葉県袖ケ浦市
            山之内町       | 長野県山ノ内町
            七ッ宿町       | ''
            七ヶ宿町       | 宮城県七ヶ宿町
            つくば市       | 茨城県つくば市
            ツクバ         | 茨城県つくば市
            だいごまち     | 茨城県大子町
            津市           | 三重県津市
            津             | ''
            森             | ''
            北海           | ''
            ''             | ''
            """)
    void aNameIsRecognizedInEverySpelling(String typed, String expected) {
        assertThat(String.join(
                        " ",
                        Gazetteer.named(typed).stream().map(Place::fullName).toList()))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            青森県青森市   | 青森県青森市
            青森           | 青森県
            府中           | ''
            府中市         | 東京都府中市 広島県府中市
            中央           | ''
            """)
    void onlyPrefecturesAreUnmistakableWithoutSuffix(String typed, String expected) {
        assertThat(String.join(
                        " ",
                        Gazetteer.namedInFull(typed).stream()
                                .map(Place::fullName)
                                .toList()))
                .isEqualTo(expected);
    }

    @Test
    void everyMunicipalityIsRecognizedByItsFullName() {
        assertThat(Municipality.all())
                .allSatisfy(municipality -> assertThat(Gazetteer.namedInFull(Municipalities.fullName(municipality)))
                        .contains(Place.of(municipality)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"認知症", "在宅医療", "会", "市", "65歳"})
    void otherWordsAreNoPlaces(String word) {
        assertThat(Gazetteer.named(word)).isEmpty();
    }
}
