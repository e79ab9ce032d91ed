package jirei.analysis.spelling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeightedEditDistanceTest {
    @ParameterizedTest(name = "{0} for {1} costs {2}")
    @CsvSource(
            textBlock =
                    """
            輪番, 輪番, 0
            りんばん, リンバン, 0
            性, 症, 0.5
            腫, 種, 0.5
            帰, 掃, 0.5
            山, 種, 1.2
            フオーラム, フォーラム, 0.1
            フォラム, フォーラム, 0.3
            クリニク, クリニック, 0.3
            つづき, つずき, 0.1
            とうだい, とおだい, 0.1
            どうだい, とうだい, 0.4
            輪番番, 輪番, 0.5
            番輪制, 輪番制, 0.6
            輪制度, 輪番制度, 1
            輪番制, 輪番制度, 1.2
            '', 灯台, 2.4
            """)
    void likelyTyposCostLess(String typed, String intended, float cost) {
        assertThat(WeightedEditDistance.cost(typed, intended)).isEqualTo(cost, within(0.001f));
        assertThat(WeightedEditDistance.cost(intended, typed)).isEqualTo(cost, within(0.001f));
    }

    @ParameterizedTest(name = "{0} is reduced to {1}")
    @CsvSource({"コーディネーター, コテネタ", "こうくうけあ, コクケア", "ホッケー, ホケ", "ジョウ, シヨ", "ーッ, ''", "'', ''"})
    void theSkeletonDropsEasilyMistypedFeatures(String reading, String skeleton) {
        assertThat(WeightedEditDistance.skeleton(reading)).isEqualTo(skeleton);
    }
}
