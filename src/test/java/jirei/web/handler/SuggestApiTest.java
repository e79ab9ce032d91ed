package jirei.web.handler;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import jirei.web.SiteFixture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Tag("slow")
class SuggestApiTest extends SiteFixture {
    @Test
    void suggestionsHaveTheNamesOfTheContractInOrder() throws Exception {
        JsonNode response = site.json("/api/suggest?q=mito");

        assertThat(response.propertyNames()).containsExactly("query", "suggestions", "tookMillis");
        assertThat(response.path("query").asString()).isEqualTo("mito");
        assertThat(response.path("suggestions").path(0).toString())
                .isEqualTo("{\"text\":\"看取り\",\"kind\":\"term\",\"label\":\"用語\",\"sections\":3,\"reading\":\"ミトリ\"}");
    }

    @Test
    void atMostEightDistinctWordsAreSuggested() throws Exception {
        JsonNode suggestions = site.json("/api/suggest?q=k").path("suggestions");

        assertThat(suggestions.valueStream().map(word -> word.path("text").asString()))
                .hasSizeBetween(1, 8)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"''", "?q=", "?q=%E3%80%80", "?q=xyzzy"})
    void withoutSuggestionsTheListIsEmpty(String query) throws Exception {
        assertThat(site.get("/api/suggest" + query).statusCode()).isEqualTo(200);
        assertThat(site.json("/api/suggest" + query).path("suggestions").size()).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "q=a&size=3, unknown-parameter, size",
        "Q=a, unknown-parameter, Q",
        "q=a&q=b, wrong-value, q",
    })
    void invalidParametersAreNamed(String query, String type, String parameter) throws Exception {
        HttpResponse<String> response = site.get("/api/suggest?" + query);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        JsonNode problem = JsonMapper.shared().readTree(response.body());
        assertThat(problem.path("type").asString()).isEqualTo("urn:jirei:" + type);
        assertThat(problem.path("parameter").asString()).isEqualTo(parameter);
    }

    @Test
    void overlongQueriesAreRejected() throws Exception {
        HttpResponse<String> response = site.get("/api/suggest?q=" + "a".repeat(1001));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("1,000文字まで");
    }
}
