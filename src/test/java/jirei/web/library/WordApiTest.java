package jirei.web.library;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import jirei.web.Site;
import jirei.web.WordSite;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The API of words and judgments answers as its description says. */
@Tag("slow")
class WordApiTest {
    private static WordSite words;
    private static Site site;
    private static JsonNode document;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        words = new WordSite(folder);
        site = words.site;
        document = site.json("/openapi.json");
        site.sendText(
                "PUT",
                "/api/library/judgments",
                "{\"query\":\"港\",\"docno\":\"lamp#s3\",\"grade\":2}",
                "X-Jirei-Token",
                words.token());
    }

    @AfterAll
    static void stop() throws Exception {
        words.close();
    }

    @ParameterizedTest(name = "{1} {2}")
    @CsvSource(
            textBlock =
                    """
            /api/library/lexicon,                 get, /api/library/lexicon
            /api/library/lexicon/{file},          get, /api/library/lexicon/synonyms
            /api/library/lexicon/{file},          get, /api/library/lexicon/user-dictionary
            /api/library/lexicon/{file},          get, /api/library/lexicon/actors?find=a
            /api/library/lexicon/{file},          get, /api/library/lexicon/themes
            /api/library/lexicon/{file},          get, /api/library/lexicon/nothing
            /api/library/lexicon/{file}/versions, get, /api/library/lexicon/synonyms/versions
            /api/library/lexicon/{file}/versions/{version}, get, /api/library/lexicon/synonyms/versions/none
            /api/library/lexicon/{file}/trial,    post, /api/library/lexicon/synonyms/trial?q=a
            /api/library/lexicon/{file},          put, /api/library/lexicon/synonyms
            /api/library/missing-words,           get, /api/library/missing-words
            /api/library/missing-words,           get, /api/library/missing-words?page=0
            /api/library/judgments,               get, /api/library/judgments
            /api/library/judgments,               put, /api/library/judgments
            """)
    void answersMatchTheSchema(String path, String method, String url) throws Exception {
        HttpResponse<String> response = method.equals("get")
                ? site.get(url)
                : site.sendText(
                        method.toUpperCase(java.util.Locale.ROOT), url, "港 = 湊\n", "X-Jirei-Token", words.token());

        JsonNode described = resolved(document.path("paths")
                .path(path)
                .path(method)
                .path("responses")
                .path(Integer.toString(response.statusCode())));
        String type = response.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
        JsonNode schema = described.path("content").path(type).path("schema");
        assertThat(schema.isMissingNode())
                .as("%s %s", response.statusCode(), response.body())
                .isFalse();
        ObjectNode whole = JsonMapper.shared().createObjectNode();
        whole.setAll((ObjectNode) schema);
        whole.set("components", document.path("components"));
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(whole.toString(), InputFormat.JSON)
                        .validate(response.body(), InputFormat.JSON))
                .as(response.body())
                .isEmpty();
    }

    @Test
    void nothingChangesWithoutTheToken() throws Exception {
        HttpResponse<String> refused =
                site.sendText("PUT", "/api/library/judgments", "{\"query\":\"港\",\"docno\":\"lamp#s4\",\"grade\":2}");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(site.json("/api/library/judgments").toString()).doesNotContain("lamp#s4");
    }

    private static JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asString().substring(1)) : node;
    }
}
