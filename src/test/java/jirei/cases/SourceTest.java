package jirei.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceTest {
    @ParameterizedTest
    @CsvSource({
        "平成29年度 架空の事例集 事例4 みなと町（平成29年度）, 平成29年度 架空の事例集 事例4 みなと町",
        "平成29年度 架空の事例集 (平成２９年度), 平成29年度 架空の事例集",
        "2017年 架空の事例集（2017年）, 2017年 架空の事例集",
        "架空の事例集 事例1 みなと町（平成29年度）, 架空の事例集 事例1 みなと町（平成29年度）",
        "平成29年度 架空の事例集（平成30年度版）, 平成29年度 架空の事例集（平成30年度版）",
        "平成28年度 架空の事例集（平成29年度）, 平成28年度 架空の事例集（平成29年度）",
        "架空の事例集, 架空の事例集"
    })
    void theNameHasAYearOnce(String title, String name) {
        assertThat(new Source(title, "", "", "").name()).isEqualTo(name);
    }
}
