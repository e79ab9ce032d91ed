package jirei.web.handler;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jirei.corpus.CorpusReader;
import jirei.lucene.EmbeddedIndex;
import jirei.web.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What the page and the API say of words that only the case has, and of words within other words. */
class CaseMatchTest {
    private static final Path CASES = Path.of("src/test/resources/web/case-matches.jsonl");

    private static Site site;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        Path corpus = Files.createDirectories(folder.resolve("corpus"));
        Files.copy(CASES, corpus.resolve("cases.jsonl"));
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

    private static String page(String query) throws Exception {
        return site.get("/?q=" + Site.encoded(query)).body();
    }

    private static JsonNode api(String query, String... parameters) throws Exception {
        return site.json("/api/search?q=" + Site.encoded(query) + String.join("", parameters));
    }

    private static long sections(JsonNode response) {
        return response.path("total").path("sections").asLong();
    }

    @Test
    void aCaseThatHasTheWordInItsTitleOnlyIsCountedOnce() throws Exception {
        assertThat(api("機織り").path("total").toString())
                .isEqualTo(
                        "{\"sections\":3,\"cases\":2,\"exact\":true,\"text\":2,\"contextCases\":1,\"contextListed\":1}");
        assertThat(page("機織り")).contains("3件の記述（2事例）", "本文・見出しに2件、事例の題・地域・上の見出しなどに含む事例1件<");
    }

    @Test
    void itIsListedByItsFirstSectionWithTheTitleMarked() throws Exception {
        JsonNode last = api("機織り").path("hits").path(2);

        assertThat(last.path("caseId").asString() + "/" + last.path("sectionId").asString())
                .isEqualTo("loom/s1");
        assertThat(last.path("titleMatches").toString()).isEqualTo("[[0,3]]");
        assertThat(last.path("caseMatches").toString()).isEqualTo("[\"title\"]");
        assertThat(page("機織り"))
                .contains(
                        "<mark>機織り</mark>小屋の夜会",
                        "事例の題に含まれています。<a href=\"/cases/loom?q=" + Site.encoded("機織り") + "\">この事例のすべての記述を読む</a>");
    }

    @Test
    void itIsMarkedInGroupsToo() throws Exception {
        assertThat(site.get("/?group=case&q=" + Site.encoded("機織り")).body())
                .contains("<mark>機織り</mark>小屋の夜会", "事例の題に含まれています。")
                .containsOnlyOnce("に含まれています");
    }

    @Test
    void facetsAndExportsAndGroupsHaveTheSameCounts() throws Exception {
        JsonNode response = api("機織り", "&group=case");

        assertThat(response.path("facets").path("prefecture").findValuesAsString("value"))
                .containsExactly("岐阜県", "高知県");
        assertThat(response.path("facets").path("prefecture").findValuesAsString("sections"))
                .containsExactly("1", "2");
        assertThat(sections(api("機織り", "&prefecture=" + Site.encoded("岐阜県")))).isEqualTo(1);
        assertThat(response.path("groups").findValuesAsString("sections")).containsExactlyInAnyOrder("1", "2");
        assertThat(site.get("/export?format=md&q=" + Site.encoded("機織り")).body())
                .contains("3件の記述");
    }

    @Test
    void theReaderMarksTheTitleAndSaysThatTheTextHasNoMatch() throws Exception {
        assertThat(site.get("/cases/loom?q=" + Site.encoded("機織り")).body())
                .contains("<h1><mark>機織り</mark>小屋の夜会", "この事例の見出しと本文には、該当する語がありません");
    }

    @Test
    void aFilterCountsWhatIsLeft() throws Exception {
        String query = "/?q=" + Site.encoded("機織り") + "&prefecture=" + Site.encoded("高知県");

        assertThat(site.get(query).body()).contains("2件の記述（1事例）").doesNotContain("本文・見出しに");
    }

    @Test
    void aPlaceIsSaidToBeOneAndCanBeFiltered() throws Exception {
        assertThat(page("笠原市"))
                .contains("1件の記述（1事例）", "本文・見出しに0件、", "地域に含まれています。")
                .contains("<a href=\"/?q=" + Site.encoded("地域:笠原市") + "\">地域に「笠原市」を含む事例の記述をすべて見る（地域:笠原市）</a>");
        assertThat(sections(api("地域:笠原市"))).isEqualTo(2);
    }

    @Test
    void aPlaceBesideAWordOfTheTextIsACondition() throws Exception {
        assertThat(page("笠原市 集会所"))
                .contains("1件の記述（1事例）", "の両方を含む記述を検索しました。「笠原市」は、事例の地域に含むことを条件にしました。")
                .doesNotContain("に含まれています");
        assertThat(api("笠原市 集会所").path("query").path("interpretation").findValuesAsString("inCase"))
                .containsExactly("true", "false");
    }

    @Test
    void anAlternativeIsNoCondition() throws Exception {
        assertThat(page("笠原市 OR 網")).contains("2件の記述（2事例）").doesNotContain("を条件にしました");
    }

    @Test
    void whatStandsWithinOtherWordsIsOfferedAndTakenBack() throws Exception {
        assertThat(sections(api("津市"))).isEqualTo(1);

        String offer = link(page("津市"), "語の途中に「津市」を含むもの 2件を加える");
        String with = site.get(offer).body();
        assertThat(with).contains("3件の記述", "語の途中に「津市」を含むもの 2件を加えています。");
        assertThat(link(with, "外す")).isEqualTo("/?q=" + Site.encoded("津市"));
    }

    @Test
    void theNumberOfferedIsThatOfTheWholeRequest() throws Exception {
        String filter = "&prefecture=" + Site.encoded("静岡県");
        assertThat(api("津市 浜").path("query").path("inside").findValuesAsString("adds"))
                .containsExactly("1");
        assertThat(sections(api("津市 浜", "&with=inside:" + Site.encoded("津市")))).isEqualTo(2);
        JsonNode filtered = api("津市", filter);
        assertThat(sections(filtered)).isZero();
        assertThat(filtered.path("query").path("inside").findValuesAsString("adds"))
                .containsExactly("1");

        String page =
                site.get("/?q=" + Site.encoded("津市") + filter + "&sort=number").body();
        assertThat(link(page, "語の途中に「津市」を含むもの 1件を加える")).contains("prefecture=" + Site.encoded("静岡県"), "sort=number");
    }

    @Test
    void aWordThatStandsOnlyWithinOthersIsSaidToDoSo() throws Exception {
        assertThat(page("QRS")).contains("1件の記述（1事例）", "「QRS」は語の途中にだけ見つかりました。").doesNotContain("with=inside");
        assertThat(api("QRS").path("query").path("inside").toString())
                .isEqualTo("[{\"id\":\"inside:QRS\",\"text\":\"QRS\",\"use\":\"only\",\"adds\":null}]");
    }

    @Test
    void aWordWithoutHitsIsNotSaidToBeFoundWithinOthers() throws Exception {
        String filter = "&prefecture=" + Site.encoded("三重県");

        assertThat(api("QRS", filter).path("query").path("inside").size()).isZero();
    }

    private static String link(String page, String label) {
        Matcher link = Pattern.compile("href=\"([^\"]+)\">" + Pattern.quote(label) + "</a>")
                .matcher(page);
        assertThat(link.find()).as(label).isTrue();
        return link.group(1).replace("&amp;", "&");
    }
}
