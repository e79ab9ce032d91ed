package jirei.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jirei.cases.CaseStudy;
import jirei.cases.Figure;
import jirei.cases.Prefecture;
import jirei.cases.RegionFigure;
import jirei.cases.RegionFigures;
import jirei.cases.Section;
import jirei.cases.SectionKind;
import jirei.cases.Source;
import jirei.corpus.CorpusReader;
import jirei.corpus.format.CaseJson;
import jirei.corpus.lexicon.ShippedThemes;
import jirei.lucene.EmbeddedIndex;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Case files may come from untrusted sources: their text is shown as text and never executed. */
@Tag("slow")
class HostileCasesTest {
    /** Closes an attribute and an element, and attempts every kind of script execution. */
    private static final String TEXT =
            "呪文'\"></a></script></title><script>alert(1)</script><img src=x onerror=alert(2)>{{7*7}}&lt;b&gt;";
    /** Elements and attributes that no template has. */
    private static final Pattern EXECUTABLE = Pattern.compile(
            "<script>|<img src=x|<[^>]*\\son[a-z]+\\s*=\\s*[^>]*>|(?:href|src|action|formaction)=\"?\\s*(?:javascript|data|vbscript):",
            Pattern.CASE_INSENSITIVE);

    private static Site site;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        Path corpus = Files.createDirectories(folder.resolve("corpus"));
        Files.write(
                corpus.resolve("cases.jsonl"),
                Stream.of(hostile("bad-1", 1), hostile("bad-2", 2))
                        .map(CaseJson::write)
                        .toList());
        EmbeddedIndex index = EmbeddedIndex.of(CorpusReader.of(corpus), folder.resolve("index"));
        index.rebuild(done -> {}, fault -> {
            throw new AssertionError(fault.toString());
        });
        site = Site.of(index.open());
    }

    @AfterAll
    static void stop() throws Exception {
        site.close();
    }

    private static CaseStudy hostile(String id, int number) {
        Map<RegionFigure, Figure> figures = Map.of(
                RegionFigure.POPULATION, new Figure(BigDecimal.valueOf(1000L * number), TEXT),
                RegionFigure.AREA, new Figure(BigDecimal.valueOf(7), TEXT),
                RegionFigure.AGEING_RATE, new Figure(BigDecimal.valueOf(30), TEXT));
        List<Section> sections = new ArrayList<>();
        for (SectionKind kind : SectionKind.values()) {
            sections.add(new Section(
                    "s" + sections.size(),
                    kind,
                    TEXT,
                    "",
                    List.of(),
                    List.of(ShippedThemes.CONTINUITY),
                    TEXT + "\n" + TEXT));
        }
        return new CaseStudy(
                id,
                number,
                TEXT,
                TEXT,
                2017,
                Prefecture.NAGANO,
                TEXT,
                new RegionFigures(TEXT, figures),
                new Source(TEXT, TEXT, "javascript:alert(1)//" + TEXT, TEXT),
                sections);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/?q=呪文",
                "/?q=alert&group=case",
                "/?q=<script>alert(1)</script>",
                "/?q=呪文&like.name=東京都府中市&like.population=1000",
                "/?kind=role&population.min=1",
                "/?q=ぞぬ",
                "/cases/bad-1",
                "/cases/bad-1?q=呪文",
                "/cases/bad-1/sections/s1/similar",
                "/cases/bad-1/sections/s1/why?q=呪文",
                "/like?like.population=1000",
                "/help",
                "/charts",
                "/charts?q=呪文",
                "/like?like.name=<script>alert(1)</script>",
                "/?municipality=<script>alert(1)</script>",
                "/compare",
                "/compare?case=bad-1&case=bad-2&q=呪文",
                "/shortlist?item=bad-1&note=<script>alert(1)</script>&item=bad-2/s1",
                "/shortlist?item=<script>alert(1)</script>",
                "/cases/<script>alert(1)</script>",
                "/<script>alert(1)</script>",
                "/?<script>alert(1)</script>=<script>alert(1)</script>"
            })
    void caseTextIsNeverExecuted(String path) throws Exception {
        for (String[] headers : new String[][] {{}, {"HX-Request", "true"}}) {
            HttpResponse<String> page = site.get(url(path), headers);

            assertThat(page.statusCode()).as(path).isLessThan(500);
            assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                    .as(path)
                    .contains("default-src 'none'")
                    .doesNotContain("unsafe");
            assertThat(EXECUTABLE
                            .matcher(page.body())
                            .results()
                            .map(match -> match.group())
                            .toList())
                    .as(path)
                    .isEmpty();
        }
    }

    /** Encodes the path as a browser does. */
    private static String url(String path) {
        int query = path.indexOf('?');
        var url = new StringBuilder();
        for (int at = 0; at < path.length(); at++) {
            char c = path.charAt(at);
            boolean mark = "/?&=".indexOf(c) >= 0 && !(c == '/' && query >= 0 && at > query) && !isInMarkup(path, at);
            url.append(mark ? String.valueOf(c) : Site.encoded(String.valueOf(c)));
        }
        return url.toString();
    }

    private static boolean isInMarkup(String path, int at) {
        return path.charAt(at) == '/' && at > 0 && path.charAt(at - 1) == '<';
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/search?q=%E5%91%AA%E6%96%87",
                "/api/cases",
                "/api/cases/bad-1",
                "/api/cases/bad-1/similar",
                "/api/cases/bad-1/sections/s1/similar",
                "/api/suggest?q=%E5%91%AA",
                "/api/like?like.population=1000",
                "/health",
                "/metrics",
                "/openapi.json",
                "/api/cases/bad-1/sections/s1/why?q=%E5%91%AA%E6%96%87",
                "/export?format=csv",
                "/export?format=xlsx",
                "/export?format=md",
                "/export?format=ris",
                "/export?format=bib",
                "/compare/export?format=csv&case=bad-1&case=bad-2",
                "/compare/export?format=xlsx&case=bad-1&case=bad-2",
                "/compare/export?format=md&case=bad-1&case=bad-2",
                "/shortlist/export?format=csv&item=bad-1&note=%3DcmdA1",
                "/shortlist/export?format=md&item=bad-1"
            })
    void downloadsAndJsonAreNeverServedAsHtml(String path) throws Exception {
        HttpResponse<String> response = site.get(path);
        String type = response.headers().firstValue("Content-Type").orElse("");

        assertThat(response.statusCode()).as(path).isEqualTo(200);
        assertThat(type).as(path).isNotEmpty().doesNotContain("html").doesNotContain("svg");
        assertThat(response.headers().firstValue("X-Content-Type-Options"))
                .as(path)
                .contains("nosniff");
        if (path.contains("xport")) {
            assertThat(response.headers().firstValue("Content-Disposition").orElse(""))
                    .as(path)
                    .startsWith("attachment;");
        }
    }

    @Test
    void everyResponseHasSecurityHeaders() throws Exception {
        for (String path :
                List.of("/", "/nowhere", "/api/cases", "/export?format=csv", "/static/site.css", "/metrics")) {
            var headers = site.get(path).headers();

            assertThat(headers.firstValue("Permissions-Policy").orElse(""))
                    .as(path)
                    .contains("camera=()", "geolocation=()");
            assertThat(headers.firstValue("X-Frame-Options")).as(path).contains("DENY");
            assertThat(headers.firstValue("Cross-Origin-Resource-Policy"))
                    .as(path)
                    .contains("same-origin");
            assertThat(headers.firstValue("Set-Cookie")).as(path).isEmpty();
            assertThat(headers.firstValue("Server")).as(path).isEmpty();
            assertThat(headers.firstValue("Access-Control-Allow-Origin"))
                    .as(path)
                    .isEmpty();
        }
        assertThat(RawHttp.answer(site, "GET /%ZZ HTTP/1.1", "Host: localhost"))
                .contains("Content-Security-Policy: default-src 'none'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/static/../../pom.xml",
                "/static/..%2f..%2fpom.xml",
                "/static/%2e%2e/%2e%2e/pom.xml",
                "/static/fonts/../../templates/layout/page.jte",
                "/static/fonts/..%2f..%2ftemplates",
                "/static/fonts%2f..%2f..%2fjirei",
                "/static/..%5c..%5cpom.xml",
                "/static//etc/passwd",
                "/static/%2fetc%2fpasswd",
                "/static/fonts/%00.woff2",
                "/static/....//....//pom.xml",
                "/static/C:%5cWindows%5cwin.ini",
                "/static/logback.xml",
                "/static/../logback.xml",
                "/static/%252e%252e%252fpom.xml",
                "/static/..%252f..%252fpom.xml",
                "/static/%c0%ae%c0%ae/%c0%ae%c0%ae/pom.xml",
                "/static/..%c0%af..%c0%afpom.xml",
                "/static/%e0%80%ae%e0%80%ae/pom.xml",
                "/static/..\\..\\pom.xml",
                "/static/..%255c..%255cpom.xml",
                "/static/.%00./pom.xml",
                "/static/site.css%00.png",
                "/static/site.css;/../../pom.xml",
                "/static/..;/..;/pom.xml",
                "/static/%u002e%u002e/pom.xml",
                "/cases/%u0041",
                "/api/cases/bad-1/sections/%u0041/similar",
                "/cases/%2e%2e/%2e%2e/pom.xml",
                "/cases/%00",
                "/cases/bad-1%00",
                "/cases/%252e%252e%252fpom.xml",
                "/cases/..\\..\\pom.xml",
                "/api/cases/%c0%ae%c0%ae%c0%afpom.xml",
                "/cases/..%2f..%2fpom.xml",
                "/api/cases/..%2f..%2fpom.xml",
                "/api/cases/bad-1/sections/..%2f..%2fx/similar",
                "/shortlist?item=../../pom.xml",
                "/compare?case=..%2f..%2fpom.xml&case=/etc/passwd"
            })
    void noPathLeavesTheStaticFolder(String path) throws Exception {
        String response = RawHttp.answer(site, "GET " + path + " HTTP/1.1", "Host: localhost");

        assertThat(response).as(path).matches("(?s)HTTP/1\\.1 40[04] .*");
        assertThat(response).as(path).doesNotContain("<project", "root:", "<configuration", "!{");
    }

    @Test
    void otherMethodsAreRejected() throws Exception {
        for (String method : List.of("POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "X")) {
            int status = Integer.parseInt(RawHttp.answer(site, method + " / HTTP/1.1", "Host: localhost")
                    .substring(9, 12));

            assertThat(status).as(method).isBetween(400, 501).isNotEqualTo(500);
        }
    }
}
