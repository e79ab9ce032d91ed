package jirei.web.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import jirei.web.FailingEngine;
import jirei.web.Site;
import jirei.web.SiteFixture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Responses to invalid requests, of pages and of the API. */
@Tag("slow")
class ProblemTest extends SiteFixture {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            foo=1&q=a                  | unknown-parameter | foo   | 1    | 「foo」というパラメーターはありません。
            Q=a                        | unknown-parameter | Q     | a    | 「Q」というパラメーターはありません。
            prefecture=%E5%A4%A7%E5%9D%82 | wrong-value | prefecture | 大坂 | 都道府県に「大坂」は指定できません。
            actor=x                    | wrong-value       | actor | x    | 主体に「x」は指定できません。
            kind=                      | wrong-value       | kind  | ''   | 種別に「」は指定できません。
            sort=best                  | wrong-value       | sort  | best | 並び順に「best」は指定できません。
            not.actor=x                | wrong-value       | not.actor | x | 主体に「x」は指定できません。
            group=place                | wrong-value       | group | place | 表示単位に「place」は指定できません。
            ageing.max=-1              | wrong-value       | ageing.max | -1 | 高齢化率の上限に「-1」は指定できません。0以上の数値を入力してください（例：38.5、12,345、1万）。
            area.min=9&area.max=3      | wrong-value       | area.min | 9 | 面積の下限「9」が上限「3」より大きいため、絞り込めません。
            like.ageing=101            | wrong-value       | like.ageing | 101 | 高齢化率に「101」は指定できません。0〜100の数値を入力してください。
            ageing.min=200             | wrong-value       | ageing.min | 200 | 高齢化率の下限に「200」は指定できません。0〜100の数値を入力してください。
            like.population=0          | wrong-value       | like.population | 0 | 人口に「0」は指定できません。1〜1,000,000,000の整数を入力してください。
            like.area=0                | wrong-value       | like.area | 0 | 面積に「0」は指定できません。0より大きく100,000,000以下の数値を入力してください。
            like.population=1.5        | wrong-value       | like.population | 1.5 | 人口に「1.5」は指定できません。1〜1,000,000,000の整数を入力してください。
            like.name=999              | wrong-value       | like.name | 999 | 「999」の数値がありません。人口か高齢化率などの数値も指定してください。
            like.top=0                 | wrong-value       | like.top | 0 | 似た事例の数に「0」は指定できません。
            page=0                     | wrong-value       | page  | 0    | ページ番号に「0」は指定できません。
            page=1.5                   | wrong-value       | page  | 1.5  | ページ番号に「1.5」は指定できません。
            page=501                   | wrong-value       | page  | 501  | ページ番号に「501」は指定できません。
            page=99999999999           | wrong-value       | page  | 99999999999 | ページ番号に「99999999999」は指定できません。
            size=101                   | wrong-value       | size  | 101  | 1ページの件数に「101」は指定できません。
            q=a&q=b                    | wrong-value       | q     | a&b  | パラメーター「q」は1つだけ指定してください。
            """)
    void invalidParametersAreNamed(String query, String type, String parameter, String value, String detail)
            throws Exception {
        HttpResponse<String> response = site.get("/api/search?" + query);
        JsonNode problem = JsonMapper.shared().readTree(response.body());

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(sent -> assertThat(sent).startsWith("application/problem+json"));
        assertThat(problem.propertyNames())
                .containsExactly("type", "title", "status", "detail", "parameter", "value", "allowed");
        assertThat(problem.path("type").asString()).isEqualTo("urn:jirei:" + type);
        assertThat(problem.path("parameter").asString()).isEqualTo(parameter);
        assertThat(problem.path("value").asString()).isEqualTo(value);
        assertThat(problem.path("detail").asString()).isEqualTo(detail);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            sort=best | ["relevance","year-desc","year","number","population","population-desc","ageing","ageing-desc","like"]
            group=place | ["section","case","match"]
            size=0    | ["1〜100の整数"]
            size=50&page=201 | ["1〜200の整数"]
            synonyms=no | ["on","off"]
            correction=a | ["on","off"]
            off=typed:a | ["spelling:語","synonym:語","reading:語"]
            off=synonym: | ["spelling:語","synonym:語","reading:語"]
            population.min=%E5%A4%9A%E3%81%84 | ["0以上の数（例：12,345、１万、38.5）"]
            like.name=%E5%BA%9C%E4%B8%AD%E5%B8%82 | ["東京都府中市","広島県府中市"]
            """)
    void allowedValuesAreListed(String query, String allowed) throws Exception {
        JsonNode problem = site.json("/api/search?" + query);

        assertThat(problem.path("allowed").toString()).isEqualTo(allowed);
    }

    @Test
    void pagesReportTheSameProblem() throws Exception {
        HttpResponse<String> response = site.get("/?prefecture=" + Site.encoded("大坂府"));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("<h1>パラメーターの値が正しくありません</h1>", "都道府県に「大坂府」は指定できません。", "<li>大阪府</li>");
    }

    @Test
    void theMaximumQueryLengthIsAccepted() throws Exception {
        HttpResponse<String> longest = site.get("/api/search?q=" + Site.encoded("看".repeat(1000)));
        HttpResponse<String> tooLong = site.get("/api/search?q=" + Site.encoded("看".repeat(1001)));

        assertThat(longest.statusCode()).isEqualTo(200);
        assertThat(tooLong.statusCode()).isEqualTo(400);
        assertThat(tooLong.body()).contains("キーワードは1,000文字までです（1,001文字ありました）。");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/cases/nobody/similar, 「nobody」という事例はありません。",
        "/api/cases/nobody/sections/s1/similar, 「nobody」という事例はありません。",
        "/api/cases/invented-1/sections/s99/similar, 事例「invented-1」に「s99」という記述はありません。"
    })
    void unknownCasesAndSectionsHaveNoSimilarOnes(String path, String detail) throws Exception {
        HttpResponse<String> response = site.get(path);

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).contains(detail);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "q=%00",
                "q=%FF%FE",
                "q=%ED%A0%80",
                "q=%22",
                "q=%28%28%28",
                "q=-",
                "q=AND",
                "q=%3A",
                "q=*",
                "q=+",
                "&&&",
                "q"
            })
    void oddQueriesAreNotErrors(String query) throws Exception {
        assertThat(site.get("/?" + query).statusCode()).isEqualTo(200);
        assertThat(site.get("/api/search?" + query).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "/?q=%ZZ, 400",
        "/api/search?q=%ZZ, 400",
        "/api/search?q=%, 400",
        "/cases/%ZZ, 400",
        "/cases/%00, 400",
        "/cases/..%2f..%2fetc, 404",
        "/static/../pom.xml, 404",
        "/static/..%2fpom.xml, 404",
        "/static/, 404",
        "/static/fonts, 404",
        "/static/nothing.css, 404"
    })
    void malformedPathsAreRejectedWithoutDetails(String path, int status) throws Exception {
        String response = raw("GET " + path + " HTTP/1.1");

        assertThat(response).startsWith("HTTP/1.1 " + status + " ");
        assertThat(response).doesNotContain("Exception", "jetty", "Jetty");
    }

    /** An HTTP client refuses to send malformed requests. */
    private static String raw(String requestLine) throws Exception {
        try (var socket = new Socket(
                        InetAddress.getLoopbackAddress(), site.server().port());
                InputStream in = socket.getInputStream()) {
            String request = requestLine + "\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void overlongUrlsAreRejectedWithAMessage() throws Exception {
        String response = raw("GET /?q=" + "a".repeat(40_000) + " HTTP/1.1");

        assertThat(response).startsWith("HTTP/1.1 414 ").contains("アドレスが長すぎるか、書き方が正しくないため読み取れません。");
    }

    @Test
    void unknownCasesAreNamedWithALinkToTheList() throws Exception {
        HttpResponse<String> page = site.get("/cases/nowhere-9");
        HttpResponse<String> response = site.get("/api/cases/nowhere-9");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("「nowhere-9」という事例はありません。", "href=\"/#_cases\"");
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body())
                .isEqualTo("{\"type\":\"urn:jirei:no-such-case\",\"title\":\"事例が見つかりません\",\"status\":404,"
                        + "\"detail\":\"「nowhere-9」という事例はありません。\"}");
    }

    @Test
    void unknownPagesAreNamed() throws Exception {
        HttpResponse<String> page = site.get("/nowhere");
        HttpResponse<String> response = site.get("/api/nowhere");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("「/nowhere」というページはありません。");
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(sent -> assertThat(sent).startsWith("application/problem+json"));
    }

    @Test
    void onlyGetIsAllowed() throws Exception {
        HttpResponse<String> page = site.send("POST", "/");
        HttpResponse<String> response = site.send("DELETE", "/api/cases/invented-1");

        assertThat(page.statusCode()).isEqualTo(405);
        assertThat(page.body()).contains("POST では受け付けていません。GET で開いてください。");
        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).contains("GET, HEAD");
        assertThat(response.body()).contains("urn:jirei:method-not-allowed");
    }

    @Test
    void internalErrorsAreReportedWithoutDetails() throws Exception {
        try (Site broken = Site.of(new FailingEngine())) {
            HttpResponse<String> page = broken.get("/?q=a");
            HttpResponse<String> response = broken.get("/api/search?q=a");
            HttpResponse<String> outOfMemory = broken.get("/?q=memory");

            assertThat(page.statusCode()).isEqualTo(500);
            assertThat(page.body()).contains("処理の途中で問題が起きました。").doesNotContain("secret", "Exception");
            assertThat(outOfMemory.statusCode()).isEqualTo(500);
            assertThat(outOfMemory.body()).contains("処理の途中で問題が起きました。").doesNotContain("secret");
            assertThat(response.statusCode()).isEqualTo(500);
            assertThat(response.body()).contains("urn:jirei:failure").doesNotContain("secret", "Exception");
        }
    }
}
