package jirei.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.Adler32;
import jirei.cases.CaseStudy;
import jirei.cases.RegionFigures;
import jirei.cases.Section;
import jirei.cases.SectionKind;
import jirei.cases.Source;
import jirei.web.FailingEngine;
import jirei.web.RawHttp;
import jirei.web.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A response has a tag that changes with every character, and a client that has the response gets none. */
class EntityTagsTest {
    private static final String PATH = "/api/cases/a";

    private static final OneCase ENGINE = new OneCase();
    private static Site site;

    @BeforeAll
    static void start() throws Exception {
        site = Site.of(ENGINE);
    }

    @AfterAll
    static void stop() throws Exception {
        site.close();
    }

    private static String tag(HttpResponse<String> response) {
        return response.headers().firstValue("ETag").orElse("");
    }

    private static long adler32(String text) {
        var checksum = new Adler32();
        checksum.update(text.getBytes(StandardCharsets.UTF_8));
        return checksum.getValue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"灯台に21人、港に12人が集まった。", "灯台に12人、港に12人が集まった。", "灯台に12人、港に21人が集まった"})
    void correctedFiguresAreSentToAClientThatHasTheOldOnes(String corrected) throws Exception {
        ENGINE.text = "灯台に12人、港に21人が集まった。";
        HttpResponse<String> old = site.get(PATH);

        ENGINE.text = corrected;
        HttpResponse<String> response = site.get(PATH, "If-None-Match", tag(old));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains(corrected);
        assertThat(tag(response)).isNotEqualTo(tag(old));
    }

    @Test
    void twoSwappedFiguresHaveTheSameAdler32() {
        assertThat(adler32("灯台に12人、港に21人が集まった。")).isEqualTo(adler32("灯台に21人、港に12人が集まった。"));
    }

    @Test
    void tagsAreQuoted() throws Exception {
        for (String path : List.of(PATH, "/help", "/health", "/openapi.json", "/static/site.css", "/shortlist")) {
            assertThat(tag(site.get(path))).as(path).matches("W/\"[0-9a-f]{64}\"");
            assertThat(tag(site.send("HEAD", path))).as(path).isEqualTo(tag(site.get(path)));
        }
    }

    @Test
    void aClientThatHasTheResponseGetsNotModified() throws Exception {
        String tag = tag(site.get(PATH));
        List<String> conditions = new ArrayList<>(List.of(
                tag, tag.substring(2), "*", "\"other\", " + tag, tag + ",\"other\"", "\"with, comma\" , " + tag));

        for (String condition : conditions) {
            for (String method : List.of("GET", "HEAD")) {
                HttpResponse<String> response = site.send(method, PATH, "If-None-Match", condition);

                assertThat(response.statusCode()).as("%s %s", method, condition).isEqualTo(304);
                assertThat(response.body()).isEmpty();
            }
        }
        HttpResponse<String> severalLines = site.get(PATH, "If-None-Match", "\"other\"", "If-None-Match", tag);
        assertThat(severalLines.statusCode()).isEqualTo(304);
    }

    @Test
    void otherTagsGetTheResponse() throws Exception {
        String tag = tag(site.get(PATH));
        List<String> conditions =
                List.of("\"other\"", "W/\"other\"", tag.replace("\"", ""), tag.toUpperCase(Locale.ROOT), "\"*\"", "");

        for (String condition : conditions) {
            assertThat(site.get(PATH, "If-None-Match", condition).statusCode())
                    .as(condition)
                    .isEqualTo(200);
        }
    }

    @Test
    void notModifiedResponsesHaveTheHeadersOfTheResponse() throws Exception {
        for (String path : List.of(PATH, "/help", "/static/site.css?v=old", "/static/fonts/OFL.txt")) {
            HttpResponse<String> full = site.get(path);
            HttpResponse<String> unchanged = site.get(path, "If-None-Match", tag(full));

            assertThat(unchanged.statusCode()).as(path).isEqualTo(304);
            for (String header : List.of("ETag", "Cache-Control", "Vary", "Content-Security-Policy")) {
                assertThat(unchanged.headers().allValues(header))
                        .as("%s of %s", header, path)
                        .isNotEmpty()
                        .isEqualTo(full.headers().allValues(header));
            }
            assertThat(unchanged.headers().firstValue("Content-Length"))
                    .as(path)
                    .isEmpty();
        }
    }

    @Test
    void aConnectionIsUsedAgainAfterNotModified() throws Exception {
        String head = "GET " + PATH + " HTTP/1.1\r\nHost: localhost\r\nIf-None-Match: *\r\n\r\n";

        String responses = RawHttp.answer(site, head + "GET /health HTTP/1.1", "Host: localhost");

        assertThat(responses).startsWith("HTTP/1.1 304 ").contains("HTTP/1.1 200 ");
    }

    @Test
    void errorsHaveNoTag() throws Exception {
        for (String path : List.of("/cases/nobody", "/api/cases/nobody", "/nowhere", "/?page=0", "/api/search?q=a")) {
            HttpResponse<String> response = site.get(path, "If-None-Match", "*");

            assertThat(response.statusCode()).as(path).isGreaterThanOrEqualTo(400);
            assertThat(response.headers().firstValue("ETag")).as(path).isEmpty();
        }
    }

    @Test
    void compressedResponsesHaveTheTagOfTheUncompressedOnes() throws Exception {
        String plain = tag(site.get("/help"));
        var compressed = site.get("/help", "Accept-Encoding", "gzip");

        assertThat(compressed.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(tag(compressed)).isEqualTo(plain).startsWith("W/");
        assertThat(compressed.headers().firstValue("Vary").orElse("")).contains("Accept-Encoding");
    }

    @Test
    void onlyVersionedFilesAreCachedForever() throws Exception {
        for (String path : List.of("/static/site.css", "/static/fonts/OFL.txt", "/static/fonts/README.md")) {
            assertThat(site.get(path).headers().firstValue("Cache-Control"))
                    .as(path)
                    .contains("no-cache");
        }
    }

    /** Has one case, whose text changes. */
    private static final class OneCase extends FailingEngine {
        private volatile String text = "";

        @Override
        public Optional<CaseStudy> caseStudy(String id) {
            return id.equals("a")
                    ? Optional.of(new CaseStudy(
                            id,
                            1,
                            "題",
                            "",
                            2017,
                            null,
                            "",
                            RegionFigures.NONE,
                            Source.UNKNOWN,
                            List.of(new Section("s1", SectionKind.LEAD, "", "", List.of(), List.of(), text + "本文。"))))
                    : Optional.empty();
        }
    }
}
