package jirei.web.handler;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jirei.cases.RegionStatistics;
import jirei.corpus.CorpusReader;
import jirei.lucene.EmbeddedIndex;
import jirei.web.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Sections with some of the words follow those with all. The corpus: 水車 (a water mill) in mill/s1, mill/s2 and pond/s1;
 * 見学会 (a guided visit) in mill/s1, mill/s3, tower/s1 and pond/s1; 蕎麦 (buckwheat) in mill/s2 and tower/s2.
 */
class SomeWordsTest {
    private static final Path CASES = Path.of("src/test/resources/web/some-words.jsonl");

    private static Site site;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        Path corpus = Files.createDirectories(folder.resolve("corpus"));
        Files.copy(CASES, corpus.resolve("cases.jsonl"));
        EmbeddedIndex index =
                EmbeddedIndex.of(CorpusReader.of(corpus).with(RegionStatistics.NONE), folder.resolve("index"));
        index.rebuild(done -> {}, fault -> {
            throw new AssertionError(fault.toString());
        });
        site = Site.of(index.open());
    }

    @AfterAll
    static void stop() throws Exception {
        site.close();
    }

    private static JsonNode api(String query, String... parameters) throws Exception {
        return site.json("/api/search?q=" + Site.encoded(query) + String.join("", parameters));
    }

    /** Returns the sections with {@code match}, in rank order. */
    private static List<String> hits(JsonNode response, String match) {
        List<String> found = new ArrayList<>();
        for (JsonNode hit : response.path("hits")) {
            if (hit.path("match").asString().equals(match)) {
                found.add(hit.path("caseId").asString() + "/"
                        + hit.path("sectionId").asString());
            }
        }
        return found;
    }

    private static List<String> ranks(JsonNode response) {
        return response.path("hits").findValuesAsString("rank");
    }

    @Test
    void sectionsWithSomeOfTheWordsFollowThoseWithAll() throws Exception {
        JsonNode response = api("水車 見学会");

        assertThat(hits(response, "all")).containsExactlyInAnyOrder("mill/s1", "pond/s1");
        assertThat(hits(response, "some")).containsExactlyInAnyOrder("mill/s2", "mill/s3", "tower/s1");
        assertThat(ranks(response)).containsExactly("1", "2", "3", "4", "5");
        assertThat(response.path("hits").path(0).path("match").asString()).isEqualTo("all");
        assertThat(response.path("hits").path(1).path("match").asString()).isEqualTo("all");
    }

    @Test
    void totalAndFacetsAreThoseOfTheWholeQuery() throws Exception {
        JsonNode response = api("水車 見学会");

        assertThat(response.path("total").path("sections").asLong()).isEqualTo(2);
        assertThat(response.path("total").path("cases").asLong()).isEqualTo(2);
        assertThat(response.path("some").toString()).isEqualTo("{\"sections\":3,\"cases\":2}");
        assertThat(response.path("facets").path("prefecture").findValuesAsString("value"))
                .containsExactlyInAnyOrder("岐阜県", "香川県");
    }

    @Test
    void aRareWordCountsMore() throws Exception {
        assertThat(hits(api("蕎麦 見学会 羽根"), "some")).startsWith("pond/s1");
    }

    @Test
    void phrasesFieldsFiltersAndExclusionsStayMandatory() throws Exception {
        assertThat(hits(api("「見学会」 水車"), "some")).containsExactlyInAnyOrder("mill/s3", "tower/s1");
        assertThat(hits(api("題名:川辺 見学会 蕎麦"), "some")).allMatch(hit -> hit.startsWith("mill/"));
        assertThat(hits(api("水車 見学会 県:岐阜県"), "some")).containsExactlyInAnyOrder("mill/s2", "mill/s3");
        assertThat(hits(api("水車 見学会", "&prefecture=" + Site.encoded("高知県")), "some"))
                .containsExactly("tower/s1");
        assertThat(hits(api("水車 見学会 -鐘つき堂"), "some")).containsExactlyInAnyOrder("mill/s2", "mill/s3");
    }

    @Test
    void oneWordHasNoSecondGroup() throws Exception {
        assertThat(api("水車").has("some")).isFalse();
        assertThat(hits(api("水車"), "some")).isEmpty();
        assertThat(api("水車 県:岐阜県").path("some").path("sections").asLong()).isZero();
    }

    @Test
    void aFullPageNeedsNoSecondGroupAndTheLastOneIsFilled() throws Exception {
        assertThat(api("水車 見学会", "&size=1").has("some")).isFalse();

        JsonNode full = api("水車 見学会", "&size=2");
        assertThat(full.path("some").path("sections").asLong()).isEqualTo(3);
        assertThat(hits(full, "some")).isEmpty();

        JsonNode second = api("水車 見学会", "&size=2", "&page=2");
        JsonNode third = api("水車 見学会", "&size=2", "&page=3");
        assertThat(ranks(second)).containsExactly("3", "4");
        assertThat(ranks(third)).containsExactly("5");
        List<String> both = new ArrayList<>(hits(second, "some"));
        both.addAll(hits(third, "some"));
        assertThat(both).isEqualTo(hits(api("水車 見学会"), "some"));
    }

    @Test
    void casesWithoutAFullMatchFollowIfHitsAreGrouped() throws Exception {
        JsonNode response = api("水車 見学会", "&group=case");

        assertThat(response.path("groups").findValuesAsString("caseId")).endsWith("tower");
        assertThat(hits(response, "some")).containsExactly("tower/s1");
        assertThat(response.path("some").toString()).isEqualTo("{\"sections\":1,\"cases\":1}");
        assertThat(response.path("groups").findValuesAsString("rank")).containsExactly("1", "2", "3");
    }

    @Test
    void thePageHasAHeadingBetween() throws Exception {
        String page = site.get("/?q=" + Site.encoded("水車 見学会")).body();

        assertThat(page).contains("2件の記述（2事例）", "<h2 class=\"some-heading\">一部のキーワードを含むもの 3件（2事例）</h2>");
        assertThat(site.get("/?q=" + Site.encoded("水車")).body()).doesNotContain("一部のキーワードを含むもの");
        assertThat(site.get("/?group=case&q=" + Site.encoded("水車 見学会")).body()).contains("一部のキーワードを含むもの 1件（1事例）");
        assertThat(site.get("/?size=2&q=" + Site.encoded("水車 見学会")).body()).contains("page=2", "page=3");
    }

    @Test
    void theRangeBesideACountIsThatOfTheHitsCounted() throws Exception {
        String query = "/?q=" + Site.encoded("水車 見学会");
        String first = site.get(query + "&size=3").body();
        String second = site.get(query + "&size=3&page=2").body();
        String cases =
                site.get("/?group=case&size=2&q=" + Site.encoded("水車 蕎麦")).body();

        assertThat(first)
                .contains("<p class=\"range\">1〜2件目</p>")
                .contains("一部のキーワードを含むもの 3件（2事例） <span class=\"some-range\">のうち1〜1件目</span></h2>");
        assertThat(second).contains("<p class=\"range\"></p>", "<span class=\"some-range\">のうち2〜3件目</span></h2>");
        assertThat(cases).contains("<p class=\"range\">1〜1事例目</p>", "<span class=\"some-range\">のうち1〜1事例目</span></h2>");
    }

    @Test
    void theReasonOfAHitNamesEachPlaceOnce() throws Exception {
        assertThat(site.get("/cases/mill/sections/s1/why?q=" + Site.encoded("水車 見学会"))
                        .body())
                .contains("<dd>見出しと本文に、入力したとおりの語があります。</dd>", "<dd>本文に、入力したとおりの語があります。</dd>")
                .doesNotContain("に含まれています");
    }

    @Test
    void aFilterThatLeavesNothingStillHelpsAndShowsWhatHasSomeWords() throws Exception {
        String page = site.get("/?q=" + Site.encoded("水車 見学会") + "&prefecture=" + Site.encoded("高知県"))
                .body();

        assertThat(page).contains("該当する記述は見つかりませんでした", "一部のキーワードを含むもの 1件（1事例）");
    }

    @Test
    void aPlaceIsAConditionOnTheCaseAndTheRestOfThePlaceFollows() throws Exception {
        for (String query : List.of("笠松町 蕎麦", "笠松町の蕎麦", "蕎麦 笠松町", "岐阜県の事例 蕎麦")) {
            JsonNode response = api(query);

            assertThat(hits(response, "all")).as(query).containsExactly("mill/s2");
            assertThat(hits(response, "some")).as(query).containsExactlyInAnyOrder("mill/s1", "mill/s3");
        }
    }

    @Test
    void thePlaceIsAChipThatCanBeSwitchedOff() throws Exception {
        String query = "/?q=" + Site.encoded("笠松町 蕎麦");
        String off = "&off=" + Site.encoded("place:笠松町");

        assertThat(site.get(query).body())
                .contains(
                        "<span class=\"chip-facet\">場所</span> <span class=\"chip-label\">笠松町</span>",
                        off.substring(1),
                        "「笠松町」は、事例の地域に含むことを条件にしました。");
        assertThat(hits(api("笠松町 蕎麦", off), "all")).containsExactlyInAnyOrder("mill/s2", "tower/s2");
        assertThat(site.get(query + off).body()).doesNotContain("<span class=\"chip-facet\">場所</span>");
    }

    @Test
    void aSearchWithoutHitsHasNoChartsToSave() throws Exception {
        assertThat(site.get("/charts?q=" + Site.encoded("望遠鏡")).body())
                .contains("図はありません")
                .doesNotContain("図を保存する", "まだ事例がありません");
    }

    @Test
    void aPlaceAloneOrWithoutACaseIsAWord() throws Exception {
        assertThat(hits(api("笠松町"), "all")).contains("tower/s2");
        assertThat(hits(api("札幌市 蕎麦"), "all")).isEmpty();
        assertThat(api("札幌市 蕎麦").path("query").path("widening").asString()).isEqualTo("most-words");
    }

    @Test
    void anExportHasOnlyTheWholeQuery() throws Exception {
        assertThat(site.get("/export?format=csv&q=" + Site.encoded("水車 見学会")).body())
                .contains("見学会を秋に", "羽根")
                .doesNotContain("鐘つき堂の見学会");
    }

    /** The count of a value is that of the second group with this value as filter. */
    @Test
    void facetsOfBothGroupsAreGivenOnRequest() throws Exception {
        JsonNode both = api("水車 見学会", "&facets=both");
        JsonNode kinds = both.path("some").path("facets").path("kind");

        assertThat(kinds.size()).isPositive();
        for (JsonNode kind : kinds) {
            JsonNode filtered = api("水車 見学会", "&kind=" + kind.path("value").asString());
            assertThat(kind.path("sections").asLong())
                    .isEqualTo(filtered.path("some").path("sections").asLong());
        }
        assertThat(both.path("facets")).isEqualTo(api("水車 見学会").path("facets"));
        assertThat(api("水車 見学会").path("some").has("facets")).isFalse();
        assertThat(site.get("/api/search?q=x&facets=some").statusCode()).isEqualTo(400);
    }
}
