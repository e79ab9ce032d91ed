package jirei.web.handler;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import jirei.web.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Tag("slow")
class SuggestApiTest {
    private static Site site;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        site = Site.over(folder);
    }

    @AfterAll
    static void stop() throws Exception {
        site.close();
    }

    @Test
    void suggestionsHaveTheNamesOfTheContractInItsOrder() throws Exception {
        JsonNode answer = site.json("/api/suggest?q=mito");

        assertThat(answer.propertyNames()).containsExactly("query", "suggestions", "tookMillis");
        assertThat(answer.path("query").asString()).isEqualTo("mito");
        assertThat(answer.path("suggestions").path(0).toString())
                .isEqualTo("{\"text\":\"看取り\",\"kind\":\"term\",\"label\":\"用語\",\"sections\":3,\"reading\":\"ミトリ\"}");
    }

    @Test
    void atMostEightAreSuggestedAndEachOnce() throws Exception {
        JsonNode suggestions = site.json("/api/suggest?q=k").path("suggestions");

        assertThat(suggestions.valueStream().map(word -> word.path("text").asString()))
                .hasSizeBetween(1, 8)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"''", "?q=", "?q=%E3%80%80", "?q=xyzzy"})
    void whereThereIsNothingToSuggestTheListIsEmpty(String query) throws Exception {
        assertThat(site.get("/api/suggest" + query).statusCode()).isEqualTo(200);
        assertThat(site.json("/api/suggest" + query).path("suggestions").size()).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "q=a&size=3, unknown-parameter, size",
        "Q=a, unknown-parameter, Q",
        "q=a&q=b, wrong-value, q",
    })
    void aWrongParameterIsNamed(String query, String type, String parameter) throws Exception {
        HttpResponse<String> answer = site.get("/api/suggest?" + query);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        JsonNode problem = JsonMapper.shared().readTree(answer.body());
        assertThat(problem.path("type").asString()).isEqualTo("urn:jirei:" + type);
        assertThat(problem.path("parameter").asString()).isEqualTo(parameter);
    }

    @Test
    void whatIsTooLongIsRefused() throws Exception {
        HttpResponse<String> answer = site.get("/api/suggest?q=" + "a".repeat(1001));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("1,000文字まで");
    }
}
