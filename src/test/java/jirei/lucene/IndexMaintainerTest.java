package jirei.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import jirei.Eventually;
import jirei.corpus.CorpusReader;
import jirei.lucene.index.Villages;
import jirei.query.SearchRequest;
import jirei.search.IndexState;
import jirei.search.SearchEngine;
import jirei.search.SearchResults;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changes of the corpus become searchable soon, without disturbing concurrent searches. */
@Tag("slow")
class IndexMaintainerTest {

    @TempDir
    Path folder;

    private Path cases;
    private IndexMaintainer maintainer;
    private final List<String> messages = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void startMaintainer() throws Exception {
        cases = Files.createDirectories(folder.resolve("corpus/cases"));
        Files.writeString(cases.resolve("a.jsonl"), Villages.json("a", "灯台"));
        maintainer = open();
        maintainer.start();
    }

    @AfterEach
    void close() throws Exception {
        maintainer.close();
    }

    @Test
    void indexesAddedEditedMovedAndDeletedFiles() throws Exception {
        Files.writeString(cases.resolve("b.jsonl"), Villages.json("b", "渡し船"));
        Eventually.await(() -> countMatches(maintainer, "渡し船") == 1);
        Files.writeString(cases.resolve("b.jsonl"), Villages.json("b", "水車小"));
        Eventually.await(() -> countMatches(maintainer, "水車小") == 1 && countMatches(maintainer, "渡し船") == 0);
        Path inner = Files.createDirectories(cases.resolve("new/inner"));
        Files.writeString(inner.resolve("c.jsonl"), Villages.json("c", "吊り橋"));
        Eventually.await(() -> countMatches(maintainer, "吊り橋") == 1);
        Files.move(inner.resolve("c.jsonl"), inner.resolve("d.jsonl"));
        Files.delete(cases.resolve("b.jsonl"));
        Eventually.await(() -> countMatches(maintainer, "水車小") == 0);

        assertThat(countMatches(maintainer, "吊り橋")).isEqualTo(1);
        assertThat(maintainer.engine().status().faults()).isZero();
    }

    @Test
    void everyBadFileIsAFaultWithItsNameAndOtherChangesStillArrive() throws Exception {
        String start = "---\nid: x\ntitle: 題\n---\n\n## 節 {#s1}\n\n";
        Map<String, String> bad = Map.of(
                "blank.md", start + "本文。\n\n### {#n1}\n\n- 種別: 注\n- 主体: なし\n\n\u00A0\n",
                "quotes.md", start + ">".repeat(20_000),
                "comments.md", start + "<!--".repeat(50_000),
                "items.md", start + "- ".repeat(100_000) + "あ",
                "line.md", start + "あ".repeat(1_500_000),
                "place.md", "---\nid: x\ntitle: 題\nplace: " + "村".repeat(40_000) + "\n---\n\n## 節\n",
                "filler.jsonl", Villages.json("y", "\u3164"),
                "deep.jsonl", "[".repeat(1_000_000));
        for (Map.Entry<String, String> file : bad.entrySet()) {
            Files.writeString(cases.resolve(file.getKey()), file.getValue());
        }
        Eventually.await(() -> maintainer.engine().status().faults() >= bad.size());
        Files.writeString(cases.resolve("b.jsonl"), Villages.json("b", "渡し船"));
        Eventually.await(() -> countMatches(maintainer, "渡し船") == 1);

        assertThat(maintainer.engine().status().faultList()).hasSize(bad.size());
        for (String name : bad.keySet()) {
            assertThat(maintainer.engine().status().faultList())
                    .anyMatch(fault -> fault.matches("(?s)cases/" + name + ":\\d+: .+"));
        }
    }

    @Test
    void aMissingCorpusIsToldByTheState() throws Exception {
        Path corpus = Objects.requireNonNull(cases.getParent());
        Path away = corpus.resolveSibling("away");
        Files.move(corpus, away);
        Eventually.await(() -> maintainer.engine().state() == IndexState.FAILING);

        assertThat(countMatches(maintainer, "灯台")).isEqualTo(1);

        Files.move(away, corpus);
        Eventually.await(() -> maintainer.engine().state() == IndexState.CURRENT);
    }

    @Test
    void aFaultyFileKeepsItsLastVersionAndTheFaultIsReported() throws Exception {
        Files.writeString(cases.resolve("a.jsonl"), "{\"id\":\"a\"}");
        Eventually.await(() -> maintainer.engine().status().faults() > 0);

        assertThat(countMatches(maintainer, "灯台")).isEqualTo(1);
        assertThat(maintainer.engine().status().faultList())
                .allSatisfy(fault -> assertThat(fault).startsWith("cases/a.jsonl:1: "));

        Files.writeString(cases.resolve("a.jsonl"), Villages.json("a", "水車小"));
        Eventually.await(() -> countMatches(maintainer, "水車小") == 1);
        assertThat(maintainer.engine().status().faultList()).isEmpty();
    }

    @Test
    void aNewLexiconIsUsedAndAFaultyOneIsReportedWhileTheOldOneStaysInUse() throws Exception {
        Path lexicon = Files.createDirectories(folder.resolve("corpus/lexicon"));
        Files.writeString(lexicon.resolve("synonyms.txt"), "灯台 = 光の塔\n");
        Eventually.await(() -> countMatches(maintainer, "光の塔") == 1);

        Files.writeString(lexicon.resolve("actors.txt"), "# 名のない一覧\n|||\n= =\n");
        Eventually.await(() -> maintainer.engine().status().faults() > 0);
        assertThat(maintainer.engine().status().faultList().getFirst()).startsWith("lexicon/actors.txt:");
        assertThat(countMatches(maintainer, "光の塔")).isEqualTo(1);

        Files.writeString(cases.resolve("b.jsonl"), Villages.json("b", "渡し船"));
        Eventually.await(() -> countMatches(maintainer, "渡し船") == 1);
        Files.delete(lexicon.resolve("actors.txt"));
        Eventually.await(() -> maintainer.engine().status().faults() == 0);
    }

    @Test
    void aFaultyLexiconAtStartupKeepsTheLexiconOfTheIndex() throws Exception {
        Path lexicon = Files.createDirectories(folder.resolve("corpus/lexicon"));
        Files.writeString(lexicon.resolve("synonyms.txt"), "灯台 = 光の塔\n");
        Eventually.await(() -> countMatches(maintainer, "光の塔") == 1);
        maintainer.close();
        Files.writeString(lexicon.resolve("actors.txt"), "# 名のない一覧\n|||\n= =\n");

        maintainer = open();
        maintainer.start();

        assertThat(countMatches(maintainer, "光の塔")).isEqualTo(1);
        assertThat(maintainer.engine().status().faultList().getFirst()).startsWith("lexicon/actors.txt:");
        assertThat(messages).contains("語彙に問題があるため、索引を作ったときの語彙で答えます。");
        Files.writeString(cases.resolve("b.jsonl"), Villages.json("b", "渡し船"));
        Eventually.await(() -> countMatches(maintainer, "渡し船") == 1);
        Files.delete(lexicon.resolve("actors.txt"));
        Eventually.await(() -> maintainer.engine().status().faults() == 0);
    }

    @Test
    void aSecondProcessFollowsReadOnlyAndTakesOver() throws Exception {
        try (IndexMaintainer second = open()) {
            second.start();
            assertThat(second.isReadOnly()).isTrue();
            assertThat(messages).anySatisfy(sentence -> assertThat(sentence).contains("この jirei は読むだけにします"));
            Files.writeString(cases.resolve("b.jsonl"), Villages.json("b", "渡し船"));
            Eventually.await(() -> countMatches(second, "渡し船") == 1);

            maintainer.close();
            Eventually.await(() -> !second.isReadOnly());
            Files.writeString(cases.resolve("b.jsonl"), Villages.json("b", "水車小"));
            Eventually.await(() -> countMatches(second, "水車小") == 1);
        }
        maintainer = open();
    }

    @Test
    void noSearchFailsOrSeesPartialUpdatesWhileTheCorpusChanges() throws Exception {
        var isOver = new AtomicBoolean();
        var asked = new AtomicLong();
        int rounds = 12;
        try (ExecutorService clients = Executors.newFixedThreadPool(
                4, Thread.ofPlatform().name("client-", 0).factory())) {
            List<Future<?>> asking = new ArrayList<>();
            for (int client = 0; client < 4; client++) {
                asking.add(clients.submit(() -> {
                    while (!isOver.get()) {
                        maintainer.engine().with(IndexMaintainerTest::assertConsistent);
                        asked.incrementAndGet();
                    }
                    return true;
                }));
            }
            for (int round = 1; round <= rounds; round++) {
                String word = "第" + round + "話";
                Files.write(
                        cases.resolve("many.jsonl"),
                        List.of(Villages.json("m-1", "灯台" + word), Villages.json("m-2", "灯台" + word)));
                Eventually.await(() -> countMatches(maintainer, "\"" + word + "\"") == 2);
            }
            Eventually.await(() -> asked.get() > 100);
            isOver.set(true);
            for (Future<?> one : asking) {
                one.get();
            }
        }
    }

    /** All results over one snapshot agree, and either both cases of the file are found or neither. */
    private static SearchResults assertConsistent(SearchEngine engine) throws IOException {
        SearchResults results = engine.search(SearchRequest.of("灯台"));
        assertThat(results.total().cases())
                .isIn(1L, 3L)
                .isEqualTo(engine.status().cases());
        assertThat(results.hits()).hasSize((int) results.total().sections());
        assertThat(engine.cases()).hasSize((int) results.total().cases());
        return results;
    }

    private long countMatches(IndexMaintainer index, String query) throws IOException {
        return index.engine()
                .with(engine -> engine.search(SearchRequest.of(query)))
                .total()
                .cases();
    }

    private IndexMaintainer open() throws Exception {
        return IndexMaintainer.open(
                CorpusReader.of(folder.resolve("corpus")),
                folder.resolve("index"),
                new IndexMaintainer.Listener(messages::add, done -> {}, fault -> {}));
    }
}
