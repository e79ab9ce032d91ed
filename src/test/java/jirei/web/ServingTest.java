package jirei.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jirei.search.EngineReference;
import jirei.web.settings.WebSettings;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Headers, static files, ports and templates. */
@Tag("slow")
class ServingTest extends SiteFixture {
    /** Templates of LongCaseTest, RecognitionTest, OpeningPagesTest, OriginalIT, LoginTest, LibraryIT and WordPagesIT. */
    private static final Pattern RENDERED_ELSEWHERE = Pattern.compile(
            "(original|login|library)/.*|(reader/parts|reader/pages|search/recognition|search/below|start/empty|part/empty|part/account)\\.jte");

    private static final String COMPARED = "/compare?case=invented-1&case=invented-2";

    @Test
    void everyResponseHasAContentSecurityPolicy() throws Exception {
        for (String path : new String[] {"/", "/?q=a", "/api/cases", "/nowhere", "/static/site.css"}) {
            var headers = site.get(path).headers();

            assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                    .as(path)
                    .contains("default-src 'none'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(headers.firstValue("X-Content-Type-Options")).as(path).contains("nosniff");
            assertThat(headers.firstValue("Referrer-Policy")).as(path).contains("same-origin");
        }
    }

    @Test
    void pagesHaveNoInlineStylesOrScripts() throws Exception {
        for (String path : new String[] {
            "/", "/?q=%E7%9C%8B%E5%8F%96%E3%82%8A", "/cases/invented-1?q=a", "/like?like.population=100"
        }) {
            assertThat(site.get(path).body()).as(path).doesNotContain(" style=", "<style", " onclick=", "<script>");
        }
    }

    @Test
    void versionedStaticFilesAreCachedForever() throws Exception {
        Matcher url = Pattern.compile("href=\"(/static/site\\.css\\?v=[0-9a-f]{32})\"")
                .matcher(site.get("/").body());
        assertThat(url.find()).isTrue();

        HttpResponse<String> versioned = site.get(url.group(1));
        HttpResponse<String> plain = site.get("/static/site.css?v=old");

        assertThat(versioned.headers().firstValue("Content-Type")).contains("text/css; charset=utf-8");
        assertThat(versioned.headers().firstValue("Cache-Control")).contains("public, max-age=31536000, immutable");
        assertThat(plain.headers().firstValue("Cache-Control")).contains("no-cache");
        assertThat(site.get("/static/htmx.js").body()).contains("htmx");
    }

    @Test
    void fontsAreLocalAndCachedForever() throws Exception {
        Matcher font = Pattern.compile("url\\(\"(fonts/[^\"]+)\"\\)")
                .matcher(site.get("/static/site.css").body());

        assertThat(font.find()).isTrue();
        do {
            var headers = site.get("/static/" + font.group(1)).headers();
            assertThat(headers.firstValue("Content-Type")).as(font.group(1)).contains("font/woff2");
            assertThat(headers.firstValue("Cache-Control")).contains("public, max-age=31536000, immutable");
        } while (font.find());
    }

    @Test
    void textIsCompressed() throws Exception {
        for (String path : new String[] {"/", "/api/search?q=%E5%AF%84%E5%90%88", "/static/site.css"}) {
            var headers = site.get(path, "Accept-Encoding", "gzip").headers();

            assertThat(headers.firstValue("Content-Encoding")).as(path).contains("gzip");
        }
    }

    @Test
    void headReturnsTheHeadersOfGet() throws Exception {
        assertThat(site.send("HEAD", "/").statusCode()).isEqualTo(200);
        assertThat(site.send("HEAD", "/").body()).isEmpty();
        assertThat(site.send("HEAD", "/cases/nowhere-9").statusCode()).isEqualTo(404);
    }

    @Test
    void aTakenPortIsReportedWithAnotherPort() {
        int port = site.server().port();

        assertThatThrownBy(() ->
                        WebServer.start(WebSettings.of("127.0.0.1", port), new EngineReference(new FailingEngine())))
                .isInstanceOf(PortTakenException.class)
                .hasMessage("ポート " + port + " はほかのプログラム（すでに動いている Jirei など）が使っているので、それを終了するか、--port " + (port + 1)
                        + " のように別の番号を指定してください。");
    }

    @Test
    void addressesOfOtherMachinesAreReported() {
        assertThatThrownBy(() ->
                        WebServer.start(WebSettings.of("192.0.2.1", 7070), new EngineReference(new FailingEngine())))
                .isInstanceOf(IOException.class)
                .hasMessage("アドレス 192.0.2.1 のポート 7070 では待ち受けられないので、--host と --port の指定を確かめてください。");
    }

    @Test
    void closingTheServerReleasesItsPort() throws Exception {
        WebServer first = WebServer.start(WebSettings.of("127.0.0.1", 0), new EngineReference(new FailingEngine()));
        int port = first.port();
        first.close();

        try (WebServer second =
                WebServer.start(WebSettings.of("127.0.0.1", port), new EngineReference(new FailingEngine()))) {
            assertThat(second.url()).isEqualTo("http://localhost:" + port);
        }
    }

    /**
     * Maps each template to a path that renders it and to text that only this template contains. A template without an
     * entry fails the test; the parts of a long case are tested by LongCaseTest.
     */
    @Test
    void everyTemplateIsRenderedBySomePage() throws Exception {
        Map<String, String[]> shown = new TreeMap<>(Map.ofEntries(
                Map.entry("layout/page.jte", new String[] {"/", "id=\"_main\""}),
                Map.entry("part/map.jte", new String[] {"/", "class=\"at-okinawa "}),
                Map.entry("search/map.jte", new String[] {"/?q=a", "id=\"_map\""}),
                Map.entry("reader/roles.jte", new String[] {"/cases/invented-1", "class=\"roles\""}),
                Map.entry("reader/anchor.jte", new String[] {"/cases/invented-1", "class=\"anchor\""}),
                Map.entry(
                        "reader/steps.jte", new String[] {"/cases/invented-1?q=%E7%95%AA", "class=\"section-steps\""}),
                Map.entry("reader/minimap.jte", new String[] {"/cases/invented-1?q=%E7%95%AA", "class=\"minimap\""}),
                Map.entry("similar/page.jte", new String[] {"/cases/invented-1/sections/s1-1/similar", "class=\"alike\""
                }),
                Map.entry("help/page.jte", new String[] {"/help", "class=\"help\""}),
                Map.entry("part/search.jte", new String[] {"/", "id=\"_search\""}),
                Map.entry("part/card.jte", new String[] {"/", "class=\"case-card\""}),
                Map.entry("reader/similar.jte", new String[] {"/cases/invented-1", "class=\"similar\""}),
                Map.entry("part/marked.jte", new String[] {"/?q=%E5%AF%84%E5%90%88", "<mark>"}),
                Map.entry("part/tags.jte", new String[] {"/?q=%E5%8C%BB%E5%B8%AB%E4%BC%9A", "<dl class=\"tags\">"}),
                Map.entry("search/page.jte", new String[] {"/?q=a", "id=\"_answer\""}),
                Map.entry("search/answer.jte", new String[] {"/?q=a", "class=\"answer-head\""}),
                Map.entry("search/hits.jte", new String[] {"/?q=%E5%AF%84%E5%90%88", "<ol class=\"hits\""}),
                Map.entry("search/groups.jte", new String[] {"/?q=%E5%AF%84%E5%90%88&group=case", "<ol class=\"groups\""
                }),
                Map.entry("search/fragment.jte", new String[] {"/?q=a", "class=\"answer-head\""}),
                Map.entry("search/facet.jte", new String[] {"/?kind=role", "class=\"facet\""}),
                Map.entry("search/choice.jte", new String[] {"/?kind=role", "class=\"choice\""}),
                Map.entry("search/hit.jte", new String[] {"/?kind=role", "class=\"hit\""}),
                Map.entry("search/pages.jte", new String[] {"/?q=%E5%AF%84%E5%90%88", "class=\"pages\""}),
                Map.entry("search/words.jte", new String[] {"/?q=a+b", "id=\"_words\""}),
                Map.entry(
                        "search/counts.jte",
                        new String[] {"/?q=%E9%87%8D%E3%81%AD%E3%82%8B", "class=\"count-context\""}),
                Map.entry(
                        "search/incase.jte", new String[] {"/?q=%E9%87%8D%E3%81%AD%E3%82%8B", "class=\"hit-incase\""}),
                Map.entry("search/infix.jte", new String[] {"/?q=%E7%B5%A1%E7%B6%B2", "class=\"count-notes infix\""}),
                Map.entry("search/within.jte", new String[] {"/?q=%E5%AF%84%E5%90%88", "class=\"facet within\""}),
                Map.entry(
                        "search/matches.jte",
                        new String[] {"/?q=%E5%AF%84%E5%90%88&group=match", "<table class=\"matches\""}),
                Map.entry("part/mail.jte", new String[] {"/?q=%E5%AF%84%E5%90%88", "class=\"mail-link\""}),
                Map.entry("part/kept.jte", new String[] {"/about", "Cookie は、"}),
                Map.entry("about/page.jte", new String[] {"/about", "class=\"help about-page\""}),
                Map.entry("charts/files.jte", new String[] {"/charts", "class=\"chart-files\""}),
                Map.entry("reader/labels.jte", new String[] {"/cases/invented-1", "class=\"block-labels\""}),
                Map.entry("reader/sections.jte", new String[] {"/cases/invented-1", "class=\"block-labels\""}),
                Map.entry("search/nothing.jte", new String[] {"/?q=zzz", "class=\"nothing\""}),
                Map.entry("why/page.jte", new String[] {"/cases/invented-1/sections/s1/why?q=a", "class=\"why-page\""}),
                Map.entry("why/answer.jte", new String[] {"/cases/invented-1/sections/s1/why?q=a", "class=\"why\""}),
                Map.entry(
                        "search/spelling.jte",
                        new String[] {"/?q=%E8%A6%8B%E5%8F%96%E3%82%8A", "class=\"notice spelling\""}),
                Map.entry("search/range.jte", new String[] {"/?q=a", "class=\"range-of\""}),
                Map.entry("search/ranges.jte", new String[] {"/?q=a", "class=\"facet ranges\""}),
                Map.entry("search/group.jte", new String[] {"/?kind=role&group=case", "class=\"group\""}),
                Map.entry("like/page.jte", new String[] {"/like", "class=\"like\""}),
                Map.entry("like/match.jte", new String[] {"/like?like.population=100", "class=\"likened\""}),
                Map.entry("start/page.jte", new String[] {"/", "class=\"hero\""}),
                Map.entry("reader/page.jte", new String[] {"/cases/invented-1", "class=\"case\""}),
                Map.entry("reader/hits.jte", new String[] {"/cases/invented-1?q=a", "data-hits"}),
                Map.entry("reader/outline.jte", new String[] {"/cases/invented-1", "class=\"outline\""}),
                Map.entry("reader/figures.jte", new String[] {"/cases/invented-1", "class=\"region\""}),
                Map.entry("reader/block.jte", new String[] {"/cases/invented-1", "class=\"block\""}),
                Map.entry("reader/section.jte", new String[] {"/cases/invented-1", "class=\"section "}),
                Map.entry("part/export.jte", new String[] {"/?q=%E5%AF%84%E5%90%88", "class=\"export\""}),
                Map.entry("part/citation.jte", new String[] {"/cases/invented-1", "class=\"citation\""}),
                Map.entry("search/keep.jte", new String[] {"/?q=%E5%AF%84%E5%90%88", "class=\"keep-search\""}),
                Map.entry("charts/page.jte", new String[] {"/charts", "class=\"charts\""}),
                Map.entry("charts/bars.jte", new String[] {"/charts", "class=\"bars\""}),
                Map.entry("charts/matrix.jte", new String[] {"/charts", "class=\"matrix\""}),
                Map.entry("charts/scatter.jte", new String[] {"/charts", "class=\"scatter\""}),
                Map.entry("compare/page.jte", new String[] {"/compare", "class=\"compare\""}),
                Map.entry("compare/choices.jte", new String[] {"/compare", "class=\"compare-form\""}),
                Map.entry("compare/table.jte", new String[] {COMPARED, "<table class=\"compare-table"}),
                Map.entry("compare/cell.jte", new String[] {COMPARED, "class=\"compare-nothing\""}),
                Map.entry("compare/entry.jte", new String[] {COMPARED, "class=\"compare-beginning\""}),
                Map.entry("shortlist/page.jte", new String[] {"/shortlist", "class=\"shortlist\""}),
                Map.entry("shortlist/tools.jte", new String[] {"/shortlist", "id=\"_item-tools\""}),
                Map.entry("shortlist/items.jte", new String[] {"/shortlist?item=invented-1", "id=\"_items\""}),
                Map.entry("shortlist/item.jte", new String[] {"/shortlist?item=invented-1", "class=\"item\""}),
                Map.entry("reader/text.jte", new String[] {"/cases/invented-1", "class=\"block"}),
                Map.entry("reader/source.jte", new String[] {"/cases/invented-1", "class=\"source\""}),
                Map.entry("error/page.jte", new String[] {"/nowhere", "class=\"error\""})));
        Path folder = Path.of("web/templates");
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                            .filter(name -> !RENDERED_ELSEWHERE.matcher(name).matches())
                            .collect(Collectors.toSet()))
                    .isEqualTo(shown.keySet());
        }

        for (var entry : shown.entrySet()) {
            assertThat(site.get(entry.getValue()[0]).body()).as(entry.getKey()).contains(entry.getValue()[1]);
        }
    }

    @Test
    void developmentModeReloadsTemplatesAndStaticFiles(@TempDir Path web) throws Exception {
        copy(Path.of("web"), web);
        var settings = new WebSettings("127.0.0.1", 0, true, web);
        try (Site live = Site.of(settings, new FailingEngine())) {
            assertThat(live.get("/nowhere").body()).contains("class=\"error\"");
            replace(web.resolve("templates/error/page.jte"), "class=\"error\"", "class=\"error changed\"");
            replace(web.resolve("static/site.css"), ":root", "/* changed */ :root");

            assertThat(live.get("/nowhere").body()).contains("class=\"error changed\"");
            assertThat(live.get("/static/site.css").body()).contains("/* changed */");
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    private static void replace(Path file, String old, String replacement) throws IOException {
        Files.writeString(file, Files.readString(file).replace(old, replacement));
    }
}
