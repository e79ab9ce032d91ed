package jirei.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jirei.cases.CaseStudy;
import jirei.cases.RegionFigures;
import jirei.cases.Section;
import jirei.cases.SectionKind;
import jirei.cases.Source;
import jirei.corpus.CaseTimes;
import jirei.corpus.CorpusReader;
import jirei.corpus.format.CaseJson;
import jirei.intake.PageProcesses;
import jirei.library.pages.OriginalPages;
import jirei.library.pages.Originals;
import jirei.library.pages.PageCache;
import jirei.lucene.EmbeddedIndex;
import jirei.search.EngineReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The corpus: in spring, a case of 2018 about 水車 (a water mill) with 120 sections; in summer, one of 2011 in which it is
 * mentioned in passing; in a file of summer and autumn, two more of 2011.
 */
class FeedTest {
    private static final Instant SPRING = Instant.parse("2026-04-02T01:30:00Z");
    private static final Instant SUMMER = SPRING.plus(Duration.ofDays(100));
    private static final Instant AUTUMN = SPRING.plus(Duration.ofDays(200));
    private static final String MENTION = "村の暮らしを記録する長い文章の終わりで、古い水車にも少し触れている。";

    private static Site site;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        Path corpus = Files.createDirectories(folder.resolve("corpus"));
        List<String> many =
                Stream.iterate(1, n -> n + 1).limit(120).map(n -> "水車の水車。").toList();
        write(corpus.resolve("a.jsonl"), SPRING, caseStudy("mill", 2018, many));
        write(corpus.resolve("b.jsonl"), SUMMER, caseStudy("village", 2011, List.of(MENTION)));
        write(
                corpus.resolve("c.jsonl"),
                AUTUMN,
                caseStudy("pond", 2011, List.of(MENTION, "鯉を放した。")),
                caseStudy("bridge", 2011, List.of(MENTION)));
        EmbeddedIndex index = EmbeddedIndex.of(CorpusReader.of(corpus), folder.resolve("index"));
        index.rebuild(done -> {}, fault -> {
            throw new AssertionError(fault.toString());
        });
        var originals = new OriginalPages(
                new Originals(folder.resolve("sources")),
                new PageCache(
                        folder.resolve("pages"),
                        OriginalPages.DEFAULT_MAX_BYTES,
                        new PageProcesses(new PageProcesses.Settings(worker -> List.of()))));
        site = Site.of(
                Site.SETTINGS,
                new EngineReference(index.open()),
                new ServedDocuments(originals, null, null, null, new CaseTimes(corpus)::newestFirst));
    }

    @AfterAll
    static void stop() throws Exception {
        site.close();
    }

    private static void write(Path file, Instant time, CaseStudy... cases) throws Exception {
        Files.write(file, Stream.of(cases).map(CaseJson::write).toList());
        Files.setLastModifiedTime(file, FileTime.from(time));
    }

    private static CaseStudy caseStudy(String id, int year, List<String> texts) {
        List<Section> sections = Stream.iterate(0, n -> n + 1)
                .limit(texts.size())
                .map(n -> new Section("s" + n, SectionKind.LEAD, "", "", List.of(), List.of(), texts.get(n)))
                .toList();
        return new CaseStudy(id, null, "題", "", year, null, "", RegionFigures.NONE, Source.UNKNOWN, sections);
    }

    private static List<String> all(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    @Test
    void hitsInTheCasesWrittenLastComeFirst() throws Exception {
        String feed = site.get("/feed?q=" + Site.encoded("水車")).body();

        assertThat(all("<entry><id>[^<]*/cases/([^<]+)</id>", feed))
                .hasSize(100)
                .startsWith("bridge#s0", "pond#s0", "village#s0", "mill#s0", "mill#s1");
    }

    @Test
    void anEntryIsDatedByTheFileOfItsCase() throws Exception {
        String feed = site.get("/feed?q=" + Site.encoded("水車")).body();

        assertThat(all("<updated>([^<]+)</updated>", feed))
                .startsWith(
                        "2026-10-19T10:30:00+09:00",
                        "2026-10-19T10:30:00+09:00",
                        "2026-10-19T10:30:00+09:00",
                        "2026-07-11T10:30:00+09:00",
                        "2026-04-02T10:30:00+09:00");
    }

    @Test
    void filtersOfTheSearchHold() throws Exception {
        String feed = site.get("/feed?q=" + Site.encoded("水車") + "&year=2018").body();

        assertThat(all("/cases/([a-z]+)#s0</id>", feed)).containsExactly("mill");
        assertThat(site.get("/feed?q=" + Site.encoded("灯台")).body()).doesNotContain("<entry>");
    }
}
