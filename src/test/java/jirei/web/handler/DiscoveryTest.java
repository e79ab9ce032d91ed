package jirei.web.handler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import jirei.web.Site;
import jirei.web.SiteFixture;
import jirei.web.settings.SiteSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Feeds, descriptions for browsers, robots and reference managers, and charts as files. */
class DiscoveryTest extends SiteFixture {
    private static final String MEETINGS = Site.encoded("寄合");

    private static Document xml(HttpResponse<String> response) throws Exception {
        assertThat(response.statusCode()).isEqualTo(200);
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(response.body().getBytes(StandardCharsets.UTF_8)));
    }

    private static String first(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }

    @Test
    void aFeedHasTheHitsOfASearchNewestFirst() throws Exception {
        HttpResponse<String> response = site.get("/feed?q=" + Site.encoded("看取り") + "&size=10");
        Document feed = xml(response);
        NodeList entries = feed.getElementsByTagName("entry");
        String origin = "http://127.0.0.1:" + site.server().port();

        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/atom+xml");
        assertThat(feed.getElementsByTagName("id").item(0).getTextContent())
                .isEqualTo(origin + "/feed?q=" + Site.encoded("看取り"));
        assertThat(entries.getLength()).isGreaterThan(2);
        assertThat(feed.getElementsByTagName("id").item(1).getTextContent()).isEqualTo(origin + "/cases/invented-2#s1");
        assertThat(feed.getElementsByTagName("updated").item(1).getTextContent())
                .isEqualTo("2018-04-01T00:00:00+09:00");
        assertThat(response.body()).contains("船で集まる研修｜沖縄県 なぎさ島 事例2");
    }

    @Test
    void anUnchangedFeedIsNotSentAgain() throws Exception {
        String url = "/feed?q=" + MEETINGS;
        String tag = site.get(url).headers().firstValue("ETag").orElseThrow();

        assertThat(site.get(url, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(site.get("/feed?foo=1").statusCode()).isEqualTo(400);
    }

    @Test
    void feedsEscapeMarkup() throws Exception {
        assertThat(xml(site.get("/feed?q=" + Site.encoded("呪文")))
                        .getElementsByTagName("script")
                        .getLength())
                .isZero();
    }

    @Test
    void resultPagesNameTheirFeedAndTheSearchOfThisSite() throws Exception {
        String page = site.get("/?q=" + MEETINGS + "&size=10&page=2").body();

        assertThat(page)
                .contains(
                        "type=\"application/atom+xml\" title=\"「寄合」の検索結果（フィード）\" href=\"/feed?q=" + MEETINGS + "\"",
                        "type=\"application/opensearchdescription+xml\" title=\"Jirei 事例検索\" href=\"/opensearch.xml\"",
                        "<meta property=\"og:title\" content=\"「寄合」の検索結果\">",
                        "<meta name=\"description\" content=\"「寄合」の検索結果：");
        assertThat(site.get("/help").body())
                .doesNotContain("application/atom+xml")
                .contains("og:title\" content=\"使い方");
    }

    @Test
    void browsersLearnHowToSearchHere() throws Exception {
        Document description = xml(site.get("/opensearch.xml"));

        assertThat(description
                        .getElementsByTagName("Url")
                        .item(0)
                        .getAttributes()
                        .getNamedItem("template")
                        .getNodeValue())
                .isEqualTo("http://127.0.0.1:" + site.server().port() + "/?q={searchTerms}");
        assertThat(site.get("/opensearch.xml?a=1").statusCode()).isEqualTo(400);
    }

    @Test
    void robotsReadCasesOfAPublicSiteOnly(@TempDir Path folder) throws Exception {
        var settings = Site.SETTINGS.with(new SiteSettings("https://jirei.example.jp", false));

        assertThat(site.get("/robots.txt").body()).isEqualTo("User-agent: *\nDisallow: /\n");
        try (Site published = Site.over(folder, settings)) {
            assertThat(published.get("/robots.txt").body()).contains("Allow: /cases/\n", "Disallow: /cases/*?\n");
            assertThat(published.get("/cases/invented-1?q=a").body())
                    .contains(
                            "<link rel=\"canonical\" href=\"https://jirei.example.jp/cases/invented-1\">",
                            "<meta property=\"og:type\" content=\"article\">",
                            "content=\"長野県みやま町の取組。夜の看取りを皆で。\"");
        }
    }

    @Test
    void aCaseIsDescribedForReferenceManagers() throws Exception {
        String coins = first(
                        "class=\"Z3988\" title=\"([^\"]+)\"",
                        site.get("/cases/invented-1").body())
                .replace("&amp;", "&");

        assertThat(coins.split("&"))
                .extracting(field -> URLDecoder.decode(field, StandardCharsets.UTF_8))
                .contains(
                        "ctx_ver=Z39.88-2004",
                        "rft.genre=bookitem",
                        "rft.atitle=山の町の夜を支える輪番",
                        "rft.btitle=架空の事例集 事例1",
                        "rft.pub=架空の会",
                        "rft.date=2017",
                        "rft_id=https://example.org/1");
    }

    @Test
    void aCaseIsDescribedAsLinkedData() throws Exception {
        JsonNode article = linkedData("invented-1");

        assertThat(article.path("@type").asString()).isEqualTo("Article");
        assertThat(article.path("headline").asString()).isEqualTo("山の町の夜を支える輪番");
        assertThat(article.path("isPartOf").path("publisher").path("name").asString())
                .isEqualTo("架空の会");
        assertThat(linkedData("hostile").path("headline").asString()).isEqualTo("題 " + Site.SCRIPT);
    }

    private static JsonNode linkedData(String id) throws Exception {
        return JsonMapper.shared()
                .readTree(first(
                        "<script type=\"application/ld\\+json\">([^<]+)</script>",
                        site.get("/cases/" + id).body()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"prefecture", "actor", "theme", "year", "matrix", "scatter"})
    void eachChartIsAFile(String chart) throws Exception {
        HttpResponse<String> response = site.get("/charts/file?q=" + Site.encoded("看取り") + "&chart=" + chart);
        Document svg = xml(response);

        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("image/svg+xml");
        assertThat(response.headers().firstValue("Content-Disposition").orElse(""))
                .contains("jirei-" + chart + "-20261123.svg");
        assertThat(svg.getDocumentElement().getTagName()).isEqualTo("svg");
        assertThat(svg.getElementsByTagName("text").item(0).getTextContent()).endsWith("｜「看取り」の検索結果を図で見る");
        assertThat(response.body()).doesNotContain("style=", "<style");
    }

    @Test
    void anUnknownChartIsNamed() throws Exception {
        assertThat(site.get("/charts/file?chart=zzz").statusCode()).isEqualTo(400);
        assertThat(site.get("/charts/file?chart=zzz").body()).contains("この検索に図「zzz」はありません。", "<li>scatter</li>");
    }

    @Test
    void linksAreSentByMail() throws Exception {
        String page = site.get("/?q=" + MEETINGS).body();

        assertThat(URLDecoder.decode(
                        first("href=\"mailto:([^\"]+)\"", page)
                                .replace("&amp;", "&")
                                .replace("+", "%2B"),
                        StandardCharsets.UTF_8))
                .isEqualTo("?subject=「寄合」の検索結果&body=「寄合」の検索結果\r\nhttp://127.0.0.1:"
                        + site.server().port() + "/?q=" + MEETINGS + "\r\n");
        assertThat(page).contains("このコンピューターでだけ開けるリンクです");
    }
}
