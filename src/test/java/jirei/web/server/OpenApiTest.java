package jirei.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jirei.cases.OwnFacet;
import jirei.cases.Prefecture;
import jirei.cases.SectionKind;
import jirei.query.SortOrder;
import jirei.web.FailingEngine;
import jirei.web.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Checks the description of the API against the parameters and responses of the server. */
@Tag("slow")
class OpenApiTest {
    private static final Pattern ROUTE = Pattern.compile(
            "Map\\.entry\\(\"(/api/[^\"]+|/health|/feed|/charts/file|/opensearch\\.xml|/robots\\.txt|/openapi\\.json)\"");

    private static final Pattern LIBRARY_ROUTE = Pattern.compile("\\b(API|ofApi)((?: \\+ (?:CASE|\"[^\"]*\"))*), ");

    /** The routes that WordApiTest compares. */
    private static final Pattern OF_WORDS = Pattern.compile("/api/library/(lexicon|missing-words|judgments)(/.*)?");

    private static Site site;
    private static ApiDescription description;
    private static JsonNode document;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        site = Site.over(folder);
        description = new ApiDescription(site);
        document = description.document;
    }

    @AfterAll
    static void stop() throws Exception {
        site.close();
    }

    @Test
    void theDocumentIsServedAsJson() throws Exception {
        HttpResponse<String> response = site.get("/openapi.json");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(document.path("openapi").asString()).startsWith("3.1");
        assertThat(site.get("/help").body()).contains("href=\"/openapi.json\"");
    }

    @Test
    void everyApiRouteIsDescribed() throws Exception {
        String routes = Files.readString(Path.of("src/main/java/jirei/web/WebServer.java"));
        String ofLibrary = Files.readString(Path.of("src/main/java/jirei/web/library/LibraryRoutes.java"));

        assertThat(document.path("paths").propertyNames().stream()
                        .filter(path -> !OF_WORDS.matcher(path).matches()))
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                ROUTE.matcher(routes).results().map(match -> match.group(1)),
                                LIBRARY_ROUTE.matcher(ofLibrary).results().map(OpenApiTest::libraryRoute))
                        .distinct()
                        .toList());
    }

    /** Returns the path of which the code adds the parts. */
    private static String libraryRoute(MatchResult match) {
        String start = match.group(1).equals("API") ? "/api/library" : "/api/library/documents/{docId}";
        return start + match.group(2).replace("CASE", "/cases/{id}").replaceAll("[ +\"]", "");
    }

    @Test
    void everyReferenceIsResolved() {
        Set<String> targets = Pattern.compile("\"\\$ref\":\"#([^\"]+)\"")
                .matcher(document.toString())
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(targets).isNotEmpty().allSatisfy(target -> assertThat(
                        document.at(target).isMissingNode())
                .isFalse());
        List<String> unused = document.path("components")
                .propertyStream()
                .filter(group -> !group.getKey().equals("securitySchemes")) // referred to by name
                .flatMap(group -> group.getValue().propertyNames().stream()
                        .map(name -> "/components/" + group.getKey() + "/" + name))
                .filter(name -> !targets.contains(name))
                .toList();
        assertThat(unused).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/search",
                "/api/suggest",
                "/api/cases",
                "/api/cases/{id}",
                "/api/cases/{id}/similar",
                "/api/cases/{id}/sections/{section}/similar",
                "/api/cases/{id}/sections/{section}/why",
                "/api/like",
                "/health",
                "/openapi.json"
            })
    void theDescribedParametersAreThoseOfTheServer(String path) throws Exception {
        List<String> described = parameters(path)
                .map(parameter -> parameter.path("name").asString())
                .toList();

        JsonNode refused = site.json(concrete(path) + "?unheard=of");

        assertThat(refused.path("status").asInt()).isEqualTo(400);
        assertThat(refused.path("allowed").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrderElementsOf(described);
        for (String name : described) {
            assertThat(site.get(concrete(path) + "?" + name + "=%00").body())
                    .as(name)
                    .doesNotContain("unknown-parameter");
        }
    }

    @Test
    void everyExampleAndEveryListedValueIsAccepted() throws Exception {
        for (JsonNode parameter : parameters("/api/search").toList()) {
            JsonNode schema = description.resolved(parameter.path("schema"));
            JsonNode value = schema.has("items") ? description.resolved(schema.path("items")) : schema;
            JsonNode example = parameter.path("example");
            Stream<JsonNode> values = Stream.concat(
                    value.path("enum").valueStream(), Stream.of(example.isArray() ? example.path(0) : example));
            for (JsonNode tried : values.toList()) {
                assertThat(request(parameter, tried.asString()).statusCode())
                        .as("%s %s", parameter.path("name"), tried)
                        .isEqualTo(200);
            }
            if (value.has("enum")) {
                assertThat(request(parameter, "zzz").statusCode()).isEqualTo(400);
            }
        }
    }

    @Test
    void theLimitsAreThoseOfTheServer() throws Exception {
        for (JsonNode parameter : parameters("/api/search").toList()) {
            JsonNode schema = parameter.path("schema");
            if (schema.has("maximum")) {
                int limit = schema.path("maximum").asInt();
                int min = schema.path("minimum").asInt();
                for (int outside : new int[] {min - 1, limit + 1}) {
                    assertThat(request(parameter, Integer.toString(outside)).statusCode())
                            .as("%s %s", parameter.path("name"), outside)
                            .isEqualTo(400);
                }
                for (int inside : new int[] {min, limit}) {
                    assertThat(request(parameter, Integer.toString(inside)).statusCode())
                            .as("%s %s", parameter.path("name"), inside)
                            .isEqualTo(200);
                }
            }
            if (schema.has("maxLength")) {
                String longest = "a".repeat(schema.path("maxLength").asInt());
                assertThat(request(parameter, longest).statusCode()).isEqualTo(200);
                assertThat(request(parameter, longest + "a").statusCode()).isEqualTo(400);
            }
        }
    }

    @Test
    void noFacetOfACorpusCanHaveTheNameOfAParameter() {
        assertThat(parameters("/api/search")
                        .map(parameter -> parameter.path("name").asString()))
                .isNotEmpty()
                .allMatch(name -> name.contains(".") || OwnFacet.RESERVED.contains(name));
    }

    @Test
    void theListedValuesAreThoseOfTheModel() {
        assertThat(values("Prefecture"))
                .containsExactlyElementsOf(
                        Stream.of(Prefecture.values()).map(Prefecture::fullName).toList());
        assertThat(values("Kind"))
                .containsExactlyElementsOf(
                        Stream.of(SectionKind.values()).map(SectionKind::id).toList());
        assertThat(document.at("/components/parameters/param-sort/schema/enum")
                        .valueStream()
                        .map(JsonNode::asString))
                .containsExactlyElementsOf(
                        Stream.of(SortOrder.values()).map(SortOrder::id).toList());
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            textBlock =
                    """
            /api/search, '/api/search'
            /api/search, '/api/search?q=看取り'
            /api/search, '/api/search?q=看取り 連絡網&actor=医師会&not.kind=role&size=1'
            /api/search, '/api/search?q=寄合&group=case&sort=year-desc'
            /api/search, '/api/search?q=看取り&like.population=5000&like.ageing=30&sort=like'
            /api/search, '/api/search?population.min=1&ageing.max=90'
            /api/search, '/api/search?q=札幌市&like.name=札幌市&like.population=5000&like.ageing=30'
            /api/search, '/api/search?q=看取り潜水艦&correction=off'
            /api/search, '/api/search?q=灯台&prefecture=長野県&actor=医師会&not.kind=role'
            /api/search, '/api/search?q=見取り'
            /api/search, '/api/search?q=灯台 潜水艦'
            /api/search, '/api/search?q=呪文'
            /api/search, '/api/search?q="潜水艦"&correction=off'
            /api/search, '/api/search?q=(((&spellings=off&synonyms=off'
            /api/search, '/api/search?q=どのように看取りの研修を開いたか'
            /api/suggest, '/api/suggest?q=み'
            /api/suggest, '/api/suggest?q='
            /api/cases, '/api/cases'
            /api/cases/{id}, '/api/cases/invented-1'
            /api/cases/{id}, '/api/cases/invented-2'
            /api/cases/{id}, '/api/cases/hostile'
            /api/cases/{id}/similar, '/api/cases/invented-1/similar'
            /api/cases/{id}/similar, '/api/cases/hostile/similar'
            /api/cases/{id}/sections/{section}/similar, '/api/cases/invented-2/sections/s1/similar'
            /api/cases/{id}/sections/{section}/why, '/api/cases/invented-1/sections/h1/why?q=看取り 医師会'
            /api/cases/{id}/sections/{section}/why, '/api/cases/hostile/sections/s1/why?q=看取り'
            /api/like, '/api/like?like.population=5000&like.ageing=30'
            /api/like, '/api/like?like.name=みやま町&like.clinics=3&like.population=100&like.top=1'
            /health, '/health'
            /openapi.json, '/openapi.json'
            /feed, '/feed?q=看取り'
            /feed, '/feed?foo=1'
            /charts/file, '/charts/file?q=看取り&chart=theme'
            /charts/file, '/charts/file?chart=zzz'
            /opensearch.xml, '/opensearch.xml'
            /opensearch.xml, '/opensearch.xml?a=1'
            /robots.txt, '/robots.txt'
            /robots.txt, '/robots.txt?a=1'
            /api/search, '/api/search?size=0'
            /api/search, '/api/search?foo=1'
            /api/suggest, '/api/suggest?page=1'
            /api/cases, '/api/cases?q=a'
            /api/cases/{id}, '/api/cases/nowhere'
            /api/cases/{id}/similar, '/api/cases/nowhere/similar'
            /api/cases/{id}/sections/{section}/similar, '/api/cases/invented-1/sections/zz/similar'
            /api/cases/{id}/sections/{section}/why, '/api/cases/invented-1/sections/zz/why?q=a'
            /api/like, '/api/like'
            /health, '/health?a=1'
            /openapi.json, '/openapi.json?a=1'
            """)
    void responsesMatchTheSchema(String path, String url) throws Exception {
        assertDescribed(path, site.get(encoded(url)));
    }

    @Test
    void rejectedMethodsMatchTheSchema() throws Exception {
        for (String path : document.path("paths").propertyNames()) {
            if (path.startsWith("/api/library/")) {
                continue; // this site has no library
            }
            HttpResponse<String> response = site.send("POST", concrete(path));
            assertThat(response.statusCode()).isEqualTo(405);
            assertThat(response.headers().firstValue("Allow")).isPresent();
            assertDescribed(path, response);
        }
    }

    @Test
    void internalErrorsMatchTheSchema() throws Exception {
        try (Site broken = Site.of(new FailingEngine())) {
            for (String path : List.of("/api/search", "/api/suggest", "/api/cases", "/api/cases/{id}")) {
                HttpResponse<String> response = broken.get(concrete(path));
                assertThat(response.statusCode()).isEqualTo(500);
                assertDescribed(path, response);
            }
        }
    }

    private static void assertDescribed(String path, HttpResponse<String> response) {
        description.assertDescribed("get", path, response);
    }

    private static HttpResponse<String> request(JsonNode parameter, String value) throws Exception {
        String name = parameter.path("name").asString();
        String region = name.equals("like.population") ? "" : "&like.population=5000";
        String pages = name.equals("page") ? "&size=1" : "";
        return site.get("/api/search?" + name + "=" + Site.encoded(value) + region + pages);
    }

    private static Stream<JsonNode> parameters(String path) {
        return document.path("paths")
                .path(path)
                .path("get")
                .path("parameters")
                .valueStream()
                .map(description::resolved)
                .filter(parameter -> parameter.path("in").asString().equals("query"));
    }

    private static List<String> values(String schema) {
        return document.at("/components/schemas/" + schema + "/enum")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    private static String concrete(String path) {
        return path.replace("{id}", "invented-1").replace("{section}", "s1");
    }

    private static String encoded(String url) {
        return Pattern.compile("[^?&=/.\\w-]+").matcher(url).replaceAll(match -> Site.encoded(match.group()));
    }
}
