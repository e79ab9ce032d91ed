package jirei.cases;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MunicipalityTest {
    @Test
    void everyMunicipalityIsListedInTheOrderOfCodes() {
        List<Municipality> all = Municipality.all();

        assertThat(all).hasSize(1747);
        assertThat(all).extracting(Municipality::code).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void theNumberOfMunicipalitiesOfEveryPrefectureIsPlausible() {
        Map<Prefecture, Long> counts = count(Municipality::prefecture);

        assertThat(counts).containsOnlyKeys(Prefecture.values());
        assertThat(counts.values()).allMatch(count -> count >= 15 && count <= 185);
        assertThat(counts)
                .containsEntry(Prefecture.HOKKAIDO, 185L)
                .containsEntry(Prefecture.NAGANO, 77L)
                .containsEntry(Prefecture.TOKYO, 62L)
                .containsEntry(Prefecture.TOYAMA, 15L);
    }

    @Test
    void citiesWardsTownsAndVillagesAreComplete() {
        Map<String, Long> counts =
                count(place -> place.name().substring(place.name().length() - 1));

        assertThat(counts).isEqualTo(Map.of("市", 792L, "区", 23L, "町", 743L, "村", 189L));
    }

    @Test
    void theCodeStartsWithTheCodeOfThePrefecture() {
        List<Prefecture> prefectures = List.of(Prefecture.values());

        assertThat(Municipality.all())
                .allMatch(place -> prefectures.indexOf(place.prefecture())
                        == Integer.parseInt(place.code().substring(0, 2)) - 1);
    }

    @Test
    void namesAreUniqueInAPrefectureExceptForTheVillageWithoutAnAdministration() {
        Map<String, Long> counts = count(place -> place.prefecture().fullName() + place.name());

        assertThat(counts.entrySet().stream().filter(entry -> entry.getValue() > 1))
                .extracting(Map.Entry::getKey)
                .containsExactly("北海道泊村");
    }

    @Test
    void theSuffixOfTheReadingMatchesTheSuffixOfTheName() {
        var matchingSuffix = Pattern.compile(".*(市 .*シ|区 .*ク|町 .*(マチ|チョウ)|村 .*(ムラ|ソン))");

        assertThat(Municipality.all()).allMatch(place -> matchingSuffix
                .matcher(place.name() + " " + place.reading())
                .matches());
    }

    @ParameterizedTest(name = "{0} is read {1}")
    @CsvSource({
        "大子町, ダイゴマチ, 茨城県",
        "つくばみらい市, ツクバミライシ, 茨城県",
        "行田市, ギョウダシ, 埼玉県",
        "匝瑳市, ソウサシ, 千葉県",
        "九十九里町, クジュウクリマチ, 千葉県",
        "葛飾区, カツシカク, 東京都",
        "各務原市, カカミガハラシ, 岐阜県",
        "いなべ市, イナベシ, 三重県",
        "四條畷市, シジョウナワテシ, 大阪府",
        "枚方市, ヒラカタシ, 大阪府",
        "宍粟市, シソウシ, 兵庫県",
        "生駒市, イコマシ, 奈良県",
        "日吉津村, ヒエヅソン, 鳥取県",
        "総社市, ソウジャシ, 岡山県",
        "東峰村, トウホウムラ, 福岡県",
        "北谷町, チャタンチョウ, 沖縄県",
        "与那国町, ヨナグニチョウ, 沖縄県"
    })
    void aMunicipalityIsFoundByItsName(String name, String reading, String prefecture) {
        assertThat(Municipality.named(name)).singleElement().satisfies(place -> {
            assertThat(place.reading()).isEqualTo(reading);
            assertThat(place.prefecture().fullName()).isEqualTo(prefecture);
        });
    }

    @Test
    void allMunicipalitiesThatShareANameAreReturned() {
        assertThat(Municipality.named("府中市"))
                .extracting(Municipality::prefecture)
                .containsExactly(Prefecture.TOKYO, Prefecture.HIROSHIMA);
        assertThat(Municipality.named("伊達市"))
                .extracting(Municipality::prefecture)
                .containsExactly(Prefecture.HOKKAIDO, Prefecture.FUKUSHIMA);
    }

    @Test
    void aNameWithoutItsSuffixIsNotFound() {
        assertThat(Municipality.named("大子")).isEmpty();
    }

    @Test
    void aReadingInHiraganaIsRejected() {
        assertThatThrownBy(() -> new Municipality("08364", Prefecture.IBARAKI, "大子町", "だいごまち"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("reading must be in full-width katakana, got \"だいごまち\"");
    }

    private static <K> Map<K, Long> count(Function<Municipality, K> key) {
        return Municipality.all().stream().collect(groupingBy(key, counting()));
    }
}
