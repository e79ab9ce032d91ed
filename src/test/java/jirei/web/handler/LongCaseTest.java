package jirei.web.handler;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jirei.cases.CaseStudy;
import jirei.cases.RegionFigures;
import jirei.cases.Section;
import jirei.cases.SectionKind;
import jirei.cases.Source;
import jirei.corpus.CorpusReader;
import jirei.corpus.format.CaseJson;
import jirei.corpus.lexicon.ShippedThemes;
import jirei.lucene.EmbeddedIndex;
import jirei.search.IndexStatus;
import jirei.web.FailingEngine;
import jirei.web.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A long case is read in parts of bounded size, and every section can be reached by its URL. */
@Tag("slow")
class LongCaseTest {
    private static final int MAX_BYTES = 1_000_000;
    /** Of a section that fills several parts. */
    private static final int PARAGRAPHS = 3_000;

    private static final Pattern NEXT = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"");
    private static final Pattern ID = Pattern.compile("id=\"([^\"]+)\"");

    private static Site site;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        Path corpus = Files.createDirectories(folder.resolve("corpus"));
        List<String> lines = Stream.of(
                        of("many", sections(600)),
                        of("twice", sections(1_200)),
                        of("paragraphs", List.of(section(1, paragraphs(PARAGRAPHS)), section(2, "終わりの浜。"))),
                        of(
                                "paragraph",
                                List.of(
                                        section(1, "始まりの浜。"),
                                        section(2, paragraphs(PARAGRAPHS).replace("\n", "")))),
                        of("short", sections(3)))
                .map(CaseJson::write)
                .toList();
        Files.write(corpus.resolve("cases.jsonl"), lines);
        EmbeddedIndex index = EmbeddedIndex.of(CorpusReader.of(corpus), folder.resolve("index"));
        index.rebuild(done -> {}, fault -> {
            throw new AssertionError(fault.toString());
        });
        site = Site.of(Site.SETTINGS, index.open());
    }

    @AfterAll
    static void stop() throws Exception {
        site.close();
    }

    private static CaseStudy of(String id, List<Section> sections) {
        return new CaseStudy(id, 1, "題", "", 2017, null, "", RegionFigures.NONE, Source.UNKNOWN, sections);
    }

    private static List<Section> sections(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> section(number, "鐘を" + number + "回つく。" + (number % 100 == 7 ? "灯台を見る。" : "")))
                .toList();
    }

    private static Section section(int number, String text) {
        return new Section(
                "s" + number,
                SectionKind.SUBSECTION,
                "第" + number + "節",
                "",
                List.of(),
                List.of(ShippedThemes.CONTINUITY),
                text);
    }

    private static String paragraphs(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number ->
                        "第" + number + "の舟は𠮷田さんの小さな港を出て、島をひとまわりして夕方までに帰る。" + (number % 1_000 == 999 ? "灯台を見る。" : ""))
                .collect(Collectors.joining("\n"));
    }

    private static String page(String path) throws Exception {
        var response = site.get(path);
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        assertThat(response.body().getBytes(StandardCharsets.UTF_8).length)
                .as(path)
                .isLessThan(MAX_BYTES);
        List<String> ids = ID.matcher(response.body())
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(ids).as(path).doesNotHaveDuplicates();
        return response.body();
    }

    /** Returns all parts of a case by the links to the next one. */
    private static List<String> parts(String path) throws Exception {
        List<String> parts = new ArrayList<>(List.of(page(path)));
        Matcher next = NEXT.matcher(parts.getLast());
        while (next.find()) {
            parts.add(page(next.group(1).replace("&amp;", "&")));
            next = NEXT.matcher(parts.getLast());
        }
        return parts;
    }

    private static String text(String html) {
        return html.replaceAll("<[^>]*>", "").replaceAll("\\s", "");
    }

    @Test
    void everySectionIsInOnePart() throws Exception {
        List<String> parts = parts("/cases/many");

        assertThat(parts).hasSize(3);
        Set<String> seen = new HashSet<>();
        for (String part : parts) {
            for (int number = 1; number <= 600; number++) {
                if (part.contains("id=\"s" + number + "\"")) {
                    assertThat(part).contains("鐘を" + number + "回つく。");
                    assertThat(seen.add("s" + number)).isTrue();
                }
            }
        }
        assertThat(seen).hasSize(600);
        assertThat(parts.get(1)).contains("全3ページのうち2ページ目", "最初へ", "最後へ");
    }

    @Test
    void aLongerCaseHasNoLongerPages() throws Exception {
        int length = page("/cases/many").length();

        assertThat(page("/cases/twice").length()).isBetween(length * 9 / 10, length * 11 / 10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"paragraphs", "paragraph"})
    void aLongSectionIsCutWithoutLosingText(String id) throws Exception {
        String all = parts("/cases/" + id + "?q=" + Site.encoded("灯台")).stream()
                .map(LongCaseTest::text)
                .collect(Collectors.joining());

        for (int number = 1; number <= PARAGRAPHS; number++) {
            assertThat(all.contains("第" + number + "の舟は𠮷田さん") || all.contains("第" + number + "の"))
                    .as("paragraph %d", number)
                    .isTrue();
        }
        assertThat(parts("/cases/" + id).size()).isGreaterThan(1);
        assertThat(all).contains("（続き）").doesNotContain("\uFFFD", "?田");
    }

    @ParameterizedTest
    @CsvSource({"many, s1", "many, s200", "many, s201", "many, s401", "many, s600", "paragraphs, s2", "short, s3"})
    void theSectionOfTheUrlIsOnThePage(String id, String section) throws Exception {
        assertThat(page("/cases/" + id + "?section=" + section)).contains("id=\"" + section + "\"");
    }

    @Test
    void everyHitIsOnThePageOfItsLink() throws Exception {
        String results = site.get("/?size=100&q=" + Site.encoded("灯台")).body();
        List<String> links = Pattern.compile("href=\"(/cases/many[^\"#]*)#(s\\d+)\"")
                .matcher(results)
                .results()
                .map(found -> found.group(1) + "#" + found.group(2))
                .distinct()
                .toList();

        assertThat(links).hasSize(6);
        for (String link : links) {
            String id = link.substring(link.indexOf('#') + 1);
            String page = page(link.substring(0, link.indexOf('#')).replace("&amp;", "&"));

            assertThat(page).as(link).contains("id=\"" + id + "\"", "<mark id=\"_hit-1\">灯台</mark>");
        }
    }

    @Test
    void matchesOfOtherPartsAreCountedAndLinked() throws Exception {
        String first = page("/cases/many?q=" + Site.encoded("灯台"));
        String without = page("/cases/paragraph?part=2&q=" + Site.encoded("始まり"));

        assertThat(first).contains("6か所", "（6件の記述）。このページには2か所").contains("section=s207#s207\">次の該当する記述</a>");
        assertThat(without)
                .contains("。このページには0か所", "section=s1#s1\">最初の箇所へ</a>")
                .doesNotContain("data-step");
    }

    @Test
    void comparisonsShowTheFirstSectionsOfALongCase() throws Exception {
        String page = page("/compare?case=many&case=twice");

        assertThat(page)
                .contains("ほか597件", "ほか1197件", "ここに示すのははじめの100件です。", "第100節")
                .doesNotContain("第101節");
        assertThat(site.get("/compare/export?format=csv&case=many&case=twice").body())
                .contains("第600節", "第1200節");
    }

    @Test
    void faultsAreCountedAndTheFirstAreListedInShort() throws Exception {
        try (Site faulty = Site.of(new FailingEngine() {
            @Override
            public IndexStatus status() {
                List<String> faults = IntStream.range(0, IndexStatus.MAX_LISTED)
                        .mapToObj(i -> i + ".md:1: " + "長い".repeat(100_000))
                        .toList();
                return new IndexStatus(1, 1, 20_000, 1, "", faults);
            }
        })) {
            assertThat(faulty.json("/health").path("faults").asInt()).isEqualTo(20_000);
            assertThat(faulty.json("/health").path("faultList").size()).isEqualTo(20);
            assertThat(faulty.get("/health").body()).hasSizeLessThan(20_000);
        }
    }

    @Test
    void shortCasesHaveOnePart() throws Exception {
        assertThat(page("/cases/short")).doesNotContain("data-section-url", "page-step");
    }

    @Test
    void unknownSectionsAndLaterPartsShowWhatThereIs() throws Exception {
        assertThat(page("/cases/many?section=s5000")).contains("全3ページのうち1ページ目");
        assertThat(page("/cases/many?part=999999")).contains("全3ページのうち3ページ目");
        for (String part : List.of("0", "-1", "x", "", "1&part=2")) {
            assertThat(site.get("/cases/many?part=" + part).statusCode())
                    .as(part)
                    .isEqualTo(400);
        }
    }

    @Test
    void theApiReturnsTheWholeCase() throws Exception {
        assertThat(site.json("/api/cases/twice").path("sections").size()).isEqualTo(1_200);
    }
}
