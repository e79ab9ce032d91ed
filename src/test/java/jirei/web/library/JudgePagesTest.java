package jirei.web.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import jirei.web.Site;
import jirei.web.WordSite;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Editors judge the hits of a query, and see how good their ranking is. */
@Tag("slow")
class JudgePagesTest {
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

    private HttpResponse<String> judge(String query, String docno, String grade) throws Exception {
        return site.sendText(
                "PUT",
                "/api/library/judgments",
                "{\"query\":\"" + query + "\",\"docno\":\"" + docno + "\",\"grade\":" + grade + "}",
                "X-Jirei-Token",
                words.token());
    }

    private String qrels() throws Exception {
        return Files.readString(words.corpus.resolve("judgments/qrels.txt"));
    }

    @Test
    void theHitsOfAQueryAreJudgedByAForm() throws Exception {
        String page = site.get("/library/judge?q=" + Site.encoded("港")).body();
        assertThat(page).contains("name=\"doc.0\"").contains("的確").contains("未判定");

        HttpResponse<String> saved = site.post(
                "/library/judge",
                "_token=" + words.token() + "&q=" + Site.encoded("港")
                        + "&doc.0=lamp%23s3&grade.0=2&doc.1=lamp%23s2&grade.1=0&doc.2=lamp%23s4&grade.2=");

        assertThat(saved.statusCode()).isEqualTo(303);
        assertThat(qrels()).isEqualTo("q1 0 lamp#s3 2\nq1 0 lamp#s2 0\n");
        assertThat(Files.readString(words.corpus.resolve("judgments/topics.tsv")))
                .isEqualTo("q1\t港\n");
        assertThat(words.changes).containsExactly("judge q1");
        assertThat(site.get("/library/judge").body()).contains("2件");
    }

    @Test
    void aQueryWithoutARelevantHitIsKeptOutOfTheEvaluation() throws Exception {
        judge("港", "lamp#s3", "0");
        assertThat(qrels()).isEqualTo("#~ q1 0 lamp#s3 0\n");

        judge("港", "lamp#s2", "1");
        assertThat(qrels()).isEqualTo("q1 0 lamp#s3 0\nq1 0 lamp#s2 1\n");
    }

    @Test
    void aJudgmentIsChangedAndTakenBack() throws Exception {
        judge("港", "lamp#s3", "2");
        judge("港", "lamp#s3", "1");
        assertThat(qrels()).isEqualTo("q1 0 lamp#s3 1\n");

        judge("港", "lamp#s3", "null");
        assertThat(qrels()).isEmpty();
        assertThat(site.json("/api/library/judgments").path("topics").isEmpty()).isTrue();
    }

    @Test
    void theFiguresBeforeAChangeOfTheLexiconAreKept() throws Exception {
        judge("港", "lamp#s3", "2");
        JsonNode synonyms = site.json("/api/library/lexicon/synonyms");
        site.sendText(
                "PUT",
                "/api/library/lexicon/synonyms",
                "港 = 湊\n",
                "X-Jirei-Token",
                words.token(),
                "If-Match",
                synonyms.path("version").asString());

        JsonNode topic = site.json("/api/library/judgments").path("topics").path(0);

        assertThat(topic.path("ndcg").asDouble()).isGreaterThan(0);
        assertThat(topic.path("ndcgBefore").asDouble())
                .isEqualTo(topic.path("ndcg").asDouble());
        assertThat(site.get("/library/judge").body()).contains("辞書を最後に変える前");
    }

    @Test
    void wrongJudgmentsAreRefused() throws Exception {
        assertThat(judge("港", "lamp#s3", "7").statusCode()).isEqualTo(400);
        assertThat(judge("港", "どこか", "1").statusCode()).isEqualTo(400);
        assertThat(judge(" ", "lamp#s3", "1").statusCode()).isEqualTo(400);
        assertThat(words.changes).isEmpty();
    }
}
