package jirei.web.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import jirei.web.IslandSite;
import jirei.web.Site;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Readers see the pages of the original of a case, with the matches marked where they are printed. */
@Tag("slow")
class OriginalsTest {
    private static final String PAGE = "/cases/island/pages/1";
    private static final String QUERY = "?q=" + Site.encoded("荷物");
    private static final Pattern HIT =
            Pattern.compile("class=\"?sheet-hit\"? x=\"?([0-9.]+)\"? y=\"?([0-9.]+)\"? width=\"?([0-9.]+)");

    private static IslandSite island;
    private static Site site;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        island = new IslandSite(folder, Duration.ofSeconds(15));
        site = island.site();
    }

    @AfterAll
    static void stop() throws Exception {
        island.close();
    }

    private static BufferedImage image(String path) throws Exception {
        try (InputStream in = URI.create("http://127.0.0.1:" + site.server().port() + path)
                .toURL()
                .openStream()) {
            return ImageIO.read(in);
        }
    }

    @Test
    void aSectionLeadsToItsPageAndThePageToItsSection() throws Exception {
        assertThat(site.get("/cases/island" + QUERY).body())
                .contains("/cases/island/pages/1" + QUERY + "&amp;section=s1", "原本 p.1")
                .contains("原本 p.2");
        assertThat(site.get(PAGE + QUERY + "&section=s1").body())
                .contains("/cases/island" + QUERY + "&amp;section=s1#s1", "原本 p.1", "sheet-section");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "unknown", "wrong"})
    void aCaseWithoutPagesLeadsToNone(String caseId) throws Exception {
        assertThat(site.get("/cases/" + caseId).body()).doesNotContain("原本");
    }

    @Test
    void theMarksAreWhereTheWordsArePrinted() throws Exception {
        HttpResponse<String> page = site.get(PAGE + QUERY);

        List<List<Double>> marks =
                HIT.matcher(page.body()).results().map(OriginalsTest::numbers).toList();
        assertThat(page.body()).contains("「荷物」はこのページに2か所");
        assertThat(marks).hasSize(2);
        assertMark(marks.get(0), 60, 100 - 14, 32);
        assertMark(marks.get(1), 60 + 8 * 10, 140 - 9, 20);
    }

    @ParameterizedTest
    @CsvSource({"役場,1,1", "見張り,1,2", "太鼓,0,0", "港,0,0"})
    void whatNoSectionHasIsMarkedAndCountedToo(String word, int count, int marks) throws Exception {
        String page = site.get(PAGE + "?q=" + Site.encoded(word)).body();

        assertThat(page).contains("「" + word + "」はこのページに" + count + "か所");
        assertThat(HIT.matcher(page).results()).hasSize(marks);
    }

    private static List<Double> numbers(MatchResult found) {
        return List.of(Double.valueOf(found.group(1)), Double.valueOf(found.group(2)), Double.valueOf(found.group(3)));
    }

    /** Compares with points; the page is 595 points wide and 1000 units. */
    private static void assertMark(List<Double> mark, double x, double y, double width) {
        double unit = 1000 / 595.28;
        Offset<Double> close = Offset.offset(2.0);
        assertThat(mark.get(0)).isCloseTo(x * unit, close);
        assertThat(mark.get(1)).isCloseTo(y * unit, close);
        assertThat(mark.get(2)).isCloseTo(width * unit, close);
    }

    @Test
    void theImageIsTheSameUntilItIsZoomed() throws Exception {
        BufferedImage image = image(PAGE + ".png");
        BufferedImage zoomed = image(PAGE + ".png?zoom=2");
        HttpResponse<String> again = site.get(PAGE + ".png");
        String tag = again.headers().firstValue("ETag").orElseThrow();

        assertThat(image.getHeight() / (double) image.getWidth()).isCloseTo(842 / 595.0, Offset.offset(0.01));
        assertThat(zoomed.getWidth()).isBetween(2 * image.getWidth() - 2, 2 * image.getWidth() + 2);
        assertThat(again.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(again.headers().firstValue("Cache-Control")).contains("private, no-cache");
        assertThat(site.get(PAGE + ".png", "If-None-Match", tag).statusCode()).isEqualTo(304);
    }

    @Test
    void thePagesBesideAndTheZoomKeepTheSearch() throws Exception {
        assertThat(site.get(PAGE + QUERY).body())
                .contains("/cases/island/pages/2" + QUERY, PAGE + QUERY + "&amp;zoom=2")
                .doesNotContain("前のページ");
        assertThat(site.get("/cases/island/pages/2" + QUERY + "&zoom=2").body())
                .contains(PAGE + QUERY + "&amp;zoom=2", "画面に合わせる", "朝に港を見回る。")
                .doesNotContain("次のページ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "0", "-1", "x", "99999999999", "3.png", "x.png", ".png", "1.jpg"})
    void aPageThatTheOriginalDoesNotHaveIsNotFound(String number) throws Exception {
        HttpResponse<String> page = site.get("/cases/island/pages/" + number);

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("というページはありません");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/cases/unknown/pages/1",
                "/cases/unknown/original",
                "/cases/wrong/pages/1.png",
                "/cases/wrong/original",
                "/cases/nowhere/pages/1",
                "/cases/..%2F..%2Fcorpus/original"
            })
    void nothingButTheOriginalsOfCasesIsShown(String path) throws Exception {
        assertThat(site.get(path).statusCode()).isIn(400, 404);
    }

    @Test
    void aPageWithoutEndIsOneSentenceAndOthersAreShown() throws Exception {
        HttpResponse<String> page = site.get("/cases/hanging/pages/1");

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("「hang.pdf」は読み取りに15秒を超える時間がかかる");
        assertThat(site.get(PAGE).statusCode()).isEqualTo(200);
        // it is not tried again
        assertThat(site.get("/cases/hanging/pages/1").statusCode()).isEqualTo(422);
    }

    @Test
    void anImageThatCannotBeMadeIsAPictureOfTheReason() throws Exception {
        HttpResponse<String> image = site.get("/cases/hanging/pages/1.png", "Accept", "image/avif,image/*,*/*;q=0.8");

        assertThat(image.statusCode()).isEqualTo(422);
        assertThat(image.headers().firstValue("Content-Type")).contains("image/svg+xml");
        assertThat(image.body().replaceAll("<[^>]*>", "")).contains("原本を表示できません", "「hang.pdf」は読み取りに15秒を超える");
        assertThat(site.get("/cases/hanging/pages/1.png", "Accept", "text/html,image/*")
                        .headers()
                        .firstValue("Content-Type"))
                .contains("text/html;charset=utf-8");
    }

    @Test
    void theTextOfAnotherDocumentIsShownWithoutAnImage() throws Exception {
        assertThat(site.get("/cases/plain/pages/1").body()).contains("島の話の続き").doesNotContain("<img");
        assertThat(site.get("/cases/plain/pages/1.png").statusCode()).isEqualTo(404);
    }

    @Test
    void theOriginalIsSavedAndNeverOpened() throws Exception {
        HttpResponse<String> file = site.get("/cases/island/original");

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.body()).startsWith("%PDF-");
        assertThat(file.headers().firstValue("Content-Type")).contains("application/octet-stream");
        assertThat(file.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(file.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("sandbox;");
        assertThat(file.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"" + island.id() + ".pdf\"; filename*=UTF-8''"
                        + Site.encoded("島の話 “一”.pdf").replace("+", "%20"));
    }

    @Test
    void idsThatAreNoneHaveNoOriginal() throws Exception {
        assertThat(island.originals().named(island.id())).isPresent();
        for (String wrong : List.of("..", "../" + island.id(), island.id() + "/..", "", island.id() + "0")) {
            assertThat(island.originals().named(wrong)).as(wrong).isEmpty();
        }
    }
}
