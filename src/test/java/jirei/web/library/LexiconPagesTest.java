package jirei.web.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jirei.corpus.text.Sha256;
import jirei.web.Site;
import jirei.web.WordSite;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Editors change the lexicon by forms alone, and see what a change does before it is made. */
@Tag("slow")
class LexiconPagesTest {
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"([0-9a-f]{64})\"");
    private static final String ACTORS = "船頭: 船長\n灯台守: 番人\n";
    private static final String ACTORS_PAGE = "/library/lexicon/actors";
    private static final String SYNONYMS = "/library/lexicon/synonyms";

    @TempDir
    private Path folder;

    private WordSite words;
    private Site site;

    @BeforeEach
    void start() throws Exception {
        words = new WordSite(folder);
        site = words.site;
    }

    @AfterEach
    void stop() throws Exception {
        words.close();
    }

    private String version() throws Exception {
        Matcher version = VERSION.matcher(site.get(SYNONYMS).body());
        assertThat(version.find()).isTrue();
        return version.group(1);
    }

    private HttpResponse<String> entry(String version, String action, int line, String typed) throws Exception {
        return site.post(
                SYNONYMS,
                "_token=" + words.token() + "&version=" + version + "&line=" + line + "&words=" + Site.encoded(typed)
                        + "&targets=&note=&find=&original=" + Site.encoded(line == 2 ? "灯台 = 燈台" : "") + "&do="
                        + action);
    }

    private String file() throws Exception {
        return Files.readString(words.corpus.resolve("lexicon/synonyms.txt"));
    }

    @Test
    void anEntryIsAddedChangedAndDeleted() throws Exception {
        assertThat(entry(version(), "save", 0, "連絡船、渡し船").statusCode()).isEqualTo(303);
        assertThat(file()).isEqualTo("# 島のことば\n灯台 = 燈台\n連絡船 = 渡し船\n");

        entry(version(), "save", 2, "灯台、燈台、ともしび");
        assertThat(file()).contains("灯台 = 燈台 = ともしび\n");

        entry(version(), "delete", 3, "");
        assertThat(file()).isEqualTo("# 島のことば\n灯台 = 燈台 = ともしび\n");
        assertThat(words.changes)
                .containsExactly("lexicon synonyms.txt", "lexicon synonyms.txt", "lexicon synonyms.txt");
    }

    @Test
    void aFaultyEntryIsShownAndNotSaved() throws Exception {
        HttpResponse<String> refused = entry(version(), "save", 0, "ひとり");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("3行目: 「ひとり」は「語 = 語」").contains("value=\"ひとり\"");
        assertThat(file()).doesNotContain("ひとり");
    }

    @Test
    void theSecondOfTwoEditorsIsShownWhatTheFirstChanged() throws Exception {
        String opened = version();
        entry(opened, "save", 2, "灯台、ともしび");
        entry(version(), "save", 0, "港、湊");

        HttpResponse<String> second = entry(opened, "save", 0, "舟、船");

        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("編集を始めたあとに、この").contains("港 = 湊").contains("value=\"舟、船\"");
        assertThat(file()).doesNotContain("舟");
    }

    @Test
    void aChangeIsTriedBeforeItIsSaved() throws Exception {
        String proposed = "灯台 = 燈台\n連絡船 = 渡し船\n";

        HttpResponse<String> tried = site.post(
                SYNONYMS + "/text",
                "_token=" + words.token() + "&version=" + version() + "&do=try&q=" + Site.encoded("連絡船") + "&text="
                        + Site.encoded(proposed));

        assertThat(tried.body())
                .contains("いま <strong>0件</strong> → 変えたあと <strong>2件</strong>")
                .contains("href=\"/cases/lamp#s2\"");
        assertThat(file()).doesNotContain("連絡船");
    }

    @Test
    void theWordOfAnEntryIsTheFirstThatIsTried() throws Exception {
        HttpResponse<String> tried = site.post(
                SYNONYMS,
                "_token=" + words.token() + "&version=" + version() + "&line=0&do=try&words="
                        + Site.encoded("連絡船、渡し船"));

        assertThat(tried.body()).containsPattern("name=\"?q\"? value=\"?連絡船").contains("変えたあと <strong>2件</strong>");
    }

    @Test
    void theMissingWordsAreLinkedFromEveryFile() throws Exception {
        assertThat(site.get(SYNONYMS).body()).contains("href=\"/library/missing-words\"");
    }

    @Test
    void aChangeThatActsOnTheIndexIsTriedInASmallCorpus() throws Exception {
        JsonNode stored = site.json("/api/library/lexicon/actors");

        HttpResponse<String> tried = site.sendText(
                "POST",
                "/api/library/lexicon/actors/trial?q=" + Site.encoded("主体:灯台守"),
                stored.path("text").asString() + "灯台守: 当番\n",
                "X-Jirei-Token",
                words.token());

        assertThat(tried.statusCode()).isEqualTo(200);
        assertThat(tried.body()).contains("\"tried\":true");
    }

    @Test
    void aVersionIsRestored() throws Exception {
        entry(version(), "save", 2, "灯台、ともしび");
        String name = site.json("/api/library/lexicon/synonyms/versions")
                .path("versions")
                .path(0)
                .path("name")
                .asString();
        assertThat(site.get(SYNONYMS + "/history?version=" + name).body()).contains("<del>灯台 = 燈台</del>");

        site.post(SYNONYMS + "/restore", "_token=" + words.token() + "&version=" + version() + "&name=" + name);

        assertThat(file()).isEqualTo("# 島のことば\n灯台 = 燈台\n");
    }

    @Test
    void theApiRefusesAnOldVersion() throws Exception {
        String[] headers = {"X-Jirei-Token", words.token(), "If-Match", "\"" + version() + "\""};

        assertThat(put("港 = 湊\n", headers)).isEqualTo(200);
        assertThat(put("舟 = 船\n", headers)).isEqualTo(412);
        assertThat(put("舟\n", "X-Jirei-Token", words.token(), "If-Match", version()))
                .isEqualTo(422);
        assertThat(put("舟 = 船\n", "X-Jirei-Token", words.token())).isEqualTo(428);
        assertThat(file()).isEqualTo("港 = 湊\n");
    }

    private int put(String text, String... headers) throws Exception {
        return site.sendText("PUT", "/api/library/lexicon/synonyms", text, headers)
                .statusCode();
    }

    @Test
    void aMissingWordLeadsToTheFormWithAProposal() throws Exception {
        String page = site.get("/library/missing-words").body();

        assertThat(page).contains("連絡船").contains("2回");
        Matcher link = Pattern.compile("href=\"(/library/lexicon/synonyms\\?words=[^\"]*)#_form\"")
                .matcher(page);
        assertThat(link.find()).isTrue();
        assertThat(site.get(link.group(1)).body()).contains("value=\"連絡船、");
    }

    /** Adds a published case that names the actor 船頭 of a lexicon of two. */
    private void ferry() throws Exception {
        Files.writeString(words.corpus.resolve("lexicon/actors.txt"), ACTORS);
        Files.writeString(
                words.corpus.resolve("cases/ferry.md"),
                "---\nid: ferry\ntitle: 渡し船の当番\n---\n\n## 当番 {#s1}\n\n- 主体: 船頭\n\n毎朝、船が出る。\n");
    }

    @Test
    void aChangeThatTakesCasesOutOfTheSearchAsksFirst() throws Exception {
        ferry();
        Path actors = words.corpus.resolve("lexicon/actors.txt");
        String form = "_token=" + words.token() + "&version=" + Sha256.of(ACTORS);
        String deletion = form + "&line=1&name=&words=&note=&do=delete&original=" + Site.encoded("船頭: 船長");

        HttpResponse<String> asked = site.post(ACTORS_PAGE, deletion);

        assertThat(asked.body())
                .contains("検索されなくなる事例があります", "公開中の1事例", "/cases/ferry/edit", "渡し船の当番", "船頭")
                .contains("name=\"do\" value=\"delete\"", "name=\"line\" value=\"1\"");
        assertThat(actors).hasContent(ACTORS);
        String text = form + "&do=save&text=" + Site.encoded("灯台守: 番人\n# 島\n");
        assertThat(site.post(ACTORS_PAGE + "/text", text).body())
                .contains("検索されなくなる事例があります", "value=\"灯台守: 番人\n# 島\n\"");
        assertThat(actors).hasContent(ACTORS);

        assertThat(site.post(ACTORS_PAGE, deletion + "&confirmed=true").statusCode())
                .isEqualTo(303);
        assertThat(actors).hasContent("灯台守: 番人\n");
    }

    @Test
    void theApiRefusesAChangeThatTakesCasesOutOfTheSearchUnlessItIsConfirmed() throws Exception {
        ferry();
        String path = "/api/library/lexicon/actors";
        String[] headers = {"X-Jirei-Token", words.token(), "If-Match", Sha256.of(ACTORS)};

        HttpResponse<String> refused = site.sendText("PUT", path, "灯台守: 番人\n", headers);

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("urn:jirei:invalidates-cases", "ferry（", "confirmed=true");
        assertThat(site.sendText("POST", path + "/trial", "灯台守: 番人\n", headers).body())
                .contains("\"invalidated\":[{\"id\":\"ferry\",\"title\":\"渡し船の当番\"");
        assertThat(site.sendText("PUT", path + "?confirmed=true", "灯台守: 番人\n", headers)
                        .statusCode())
                .isEqualTo(200);
    }
}
