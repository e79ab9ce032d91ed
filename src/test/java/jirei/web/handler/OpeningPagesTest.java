package jirei.web.handler;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jirei.corpus.CorpusReader;
import jirei.lucene.EmbeddedIndex;
import jirei.web.Site;
import jirei.web.SiteFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the start page and a case page open with, over HTTP. */
class OpeningPagesTest extends SiteFixture {
    @Test
    void theStartPageOffersOnlyExamplesThatFindSomething() throws Exception {
        assertThat(site.get("/").body())
                .contains("<a href=\"/?q=" + Site.encoded("看取り") + "\">看取り</a>")
                .doesNotContain("情報共有 ICT");
    }

    @Test
    void anEmptyCorpusSaysWhatToDoFirst(@TempDir Path folder) throws Exception {
        Path corpus = Files.createDirectories(folder.resolve("corpus"));
        EmbeddedIndex index = EmbeddedIndex.of(CorpusReader.of(corpus), folder.resolve("index"));
        index.rebuild(done -> {}, fault -> {});
        try (Site empty = Site.of(index.open())) {
            assertThat(empty.get("/").body())
                    .contains("まだ事例がありません", "管理者が事例集の文書を取り込むと")
                    .doesNotContain("検索の例", "class=\"map\"", "figure-number", "事例の一覧</h2>");
            for (String path : List.of("/?q=a", "/?q=", "/compare", "/charts", "/charts?q=a", "/like")) {
                assertThat(empty.get(path).body())
                        .as(path)
                        .contains("まだ事例がありません", "管理者が事例集の文書を取り込むと")
                        .doesNotContain("見つかりませんでした", "2〜4事例を選ぶと", "図を保存する", "キーワードを変えてみる");
            }
        }
    }

    @Test
    void rangesAreOfferedForKnownFiguresOnly() throws Exception {
        assertThat(site.get("/?q=a").body())
                .contains("name=\"population.min\"", "name=\"ageing.min\"")
                .doesNotContain("name=\"area.min\"", "name=\"clinicsPer100k.min\"", "_more-ranges");
        assertThat(site.get("/?q=a&area.min=5").body()).contains("name=\"area.min\" value=\"5\"");
    }

    @Test
    void aCaseOpensWithWhatIsRemarkableAndThenItsFigures() throws Exception {
        assertThat(site.get("/cases/invented-1").body())
                .containsSubsequence(
                        "長野県 みやま町",
                        "山の町の夜を支える輪番",
                        "id=\"_highlight-1\">ここがすごい",
                        "看取りの夜に電話がつながる。",
                        "みやま町のデータ</h2>",
                        "<h2>輪番のしくみ</h2>");
    }

    @Test
    void actorsAndThemesAppearOnceAMainSection() throws Exception {
        String page = site.get("/cases/invented-1").body();

        assertThat(page.split("<dt>主体</dt>", -1))
                .as("highlights and main section")
                .hasSize(3);
        assertThat(page).containsSubsequence("<h2>輪番のしくみ</h2>", "<dd>医師会</dd> <dd>訪問看護</dd>", "町の診療所が");
    }
}
