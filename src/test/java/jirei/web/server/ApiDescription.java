package jirei.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpResponse;
import jirei.web.Site;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The description of the API that a site serves. Immutable. */
public final class ApiDescription {
    final JsonNode document;

    public ApiDescription(Site site) throws Exception {
        document = site.json("/openapi.json");
    }

    /** Requires that a response is among those of an operation, with its type and schema. */
    public void assertDescribed(String method, String path, HttpResponse<String> response) {
        JsonNode described = resolved(document.path("paths")
                .path(path)
                .path(method)
                .path("responses")
                .path(Integer.toString(response.statusCode())));
        assertThat(described.path("description").asString())
                .as("%s %s %s", method, path, response.statusCode())
                .isNotEmpty();
        String type = response.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
        if (response.body().isEmpty() && described.path("content").isMissingNode()) {
            return;
        }
        assertThat(described.path("content").propertyNames())
                .as("%s %s %s", method, path, response.statusCode())
                .containsExactly(type);
        if (type.endsWith("json")) {
            JsonNode schema = described.path("content").path(type).path("schema");
            assertThat(schemaOf(schema).validate(response.body(), InputFormat.JSON))
                    .as("%s %s %s", method, path, response.body())
                    .isEmpty();
        }
    }

    /** Returns {@code schema} together with the components that it refers to. */
    private Schema schemaOf(JsonNode schema) {
        ObjectNode whole = JsonMapper.shared().createObjectNode();
        whole.setAll((ObjectNode) schema);
        whole.set("components", document.path("components"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(whole.toString(), InputFormat.JSON);
    }

    /** Returns what {@code node} refers to, or itself. */
    JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asString().substring(1)) : node;
    }
}
