package jirei.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import jirei.Eventually;
import jirei.corpus.CorpusReader;
import jirei.lucene.index.Villages;
import jirei.query.SearchRequest;
import jirei.search.SearchEngine;
import jirei.search.SearchResults;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What changes in the corpus is found soon, and nothing else is noticed of it. */
@Tag("slow")
class IndexMaintainerTest {

    @TempDir
    Path folder;

    private Path cases;
    private IndexMaintainer live;
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void anIndexThatIsWatched() throws Exception {
        cases = Files.createDirectories(folder.resolve("corpus/cases"));
        Files.writeString(cases.resolve("a.jsonl"), Villages.json("a", "灯台"));
        live = open();
        live.start();
    }

    @AfterEach
    void close() throws Exception {
        live.close();
    }

    @Test
    void addedEditedMovedAndRemovedFilesAreNoticed() throws Exception {
        Files.writeString(cases.resolve("b.jsonl"), Villages.json("b", "渡し船"));
        Eventually.await(() -> found(live, "渡し船") == 1);
        Files.writeString(cases.resolve("b.jsonl"), Villages.json("b", "水車小"));
        Eventually.await(() -> found(live, "水車小") == 1 && found(live, "渡し船") == 0);
        Path inner = Files.createDirectories(cases.resolve("new/inner"));
        Files.writeString(inner.resolve("c.jsonl"), Villages.json("c", "吊り橋"));
        Eventually.await(() -> found(live, "吊り橋") == 1);
        Files.move(inner.resolve("c.jsonl"), inner.resolve("d.jsonl"));
        Files.delete(cases.resolve("b.jsonl"));
        Eventually.await(() -> found(live, "水車小") == 0);

        assertThat(found(live, "吊り橋")).isEqualTo(1);
        assertThat(live.engine().status().faults()).isZero();
    }

    @Test
    void aFileWithAFaultKeepsItsLastVersionAndTheFaultIsShown() throws Exception {
        Files.writeString(cases.resolve("a.jsonl"), "{\"id\":\"a\"}");
        Eventually.await(() -> live.engine().status().faults() > 0);

        assertThat(found(live, "灯台")).isEqualTo(1);
        assertThat(live.engine().status().faultList())
                .allSatisfy(fault -> assertThat(fault).startsWith("cases/a.jsonl:1: "));

        Files.writeString(cases.resolve("a.jsonl"), Villages.json("a", "水車小"));
        Eventually.await(() -> found(live, "水車小") == 1);
        assertThat(live.engine().status().faultList()).isEmpty();
    }

    @Test
    void aNewLexiconIsUsedAndAFaultyOneIsShownWhileTheOldOneHolds() throws Exception {
        Path lexicon = Files.createDirectories(folder.resolve("corpus/lexicon"));
        Files.writeString(lexicon.resolve("synonyms.txt"), "灯台 = 光の塔\n");
        Eventually.await(() -> found(live, "光の塔") == 1);

        Files.writeString(lexicon.resolve("actors.txt"), "# 名のない一覧\n|||\n= =\n");
        Eventually.await(() -> live.engine().status().faults() > 0);
        assertThat(live.engine().status().faultList().getFirst()).startsWith("lexicon/actors.txt:");
        assertThat(found(live, "光の塔")).isEqualTo(1);

        Files.writeString(cases.resolve("b.jsonl"), Villages.json("b", "渡し船"));
        Eventually.await(() -> found(live, "渡し船") == 1);
        Files.delete(lexicon.resolve("actors.txt"));
        Eventually.await(() -> live.engine().status().faults() == 0);
    }

    @Test
    void aLexiconThatIsFaultyAtTheStartLeavesTheOneOfTheIndex() throws Exception {
        Path lexicon = Files.createDirectories(folder.resolve("corpus/lexicon"));
        Files.writeString(lexicon.resolve("synonyms.txt"), "灯台 = 光の塔\n");
        Eventually.await(() -> found(live, "光の塔") == 1);
        live.close();
        Files.writeString(lexicon.resolve("actors.txt"), "# 名のない一覧\n|||\n= =\n");

        live = open();
        live.start();

        assertThat(found(live, "光の塔")).isEqualTo(1);
        assertThat(live.engine().status().faultList().getFirst()).startsWith("lexicon/actors.txt:");
        assertThat(told).contains("語彙に問題があるため、索引を作ったときの語彙で答えます。");
        Files.writeString(cases.resolve("b.jsonl"), Villages.json("b", "渡し船"));
        Eventually.await(() -> found(live, "渡し船") == 1);
        Files.delete(lexicon.resolve("actors.txt"));
        Eventually.await(() -> live.engine().status().faults() == 0);
    }

    @Test
    void aSecondOneOnlyReadsFollowsAndTakesOver() throws Exception {
        try (IndexMaintainer second = open()) {
            second.start();
            assertThat(second.isReadOnly()).isTrue();
            assertThat(told).anySatisfy(sentence -> assertThat(sentence).contains("この jirei は読むだけにします"));
            Files.writeString(cases.resolve("b.jsonl"), Villages.json("b", "渡し船"));
            Eventually.await(() -> found(second, "渡し船") == 1);

            live.close();
            Eventually.await(() -> !second.isReadOnly());
            Files.writeString(cases.resolve("b.jsonl"), Villages.json("b", "水車小"));
            Eventually.await(() -> found(second, "水車小") == 1);
        }
        live = open();
    }

    @Test
    void noAnswerFailsOrIsHalfWhileTheCorpusChanges() throws Exception {
        var isOver = new AtomicBoolean();
        var asked = new AtomicLong();
        int rounds = 12;
        try (ExecutorService clients = Executors.newFixedThreadPool(
                4, Thread.ofPlatform().name("client-", 0).factory())) {
            List<Future<?>> asking = new ArrayList<>();
            for (int client = 0; client < 4; client++) {
                asking.add(clients.submit(() -> {
                    while (!isOver.get()) {
                        live.engine().with(IndexMaintainerTest::assertWhole);
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
                Eventually.await(() -> found(live, "\"" + word + "\"") == 2);
            }
            Eventually.await(() -> asked.get() > 100);
            isOver.set(true);
            for (Future<?> one : asking) {
                one.get();
            }
        }
    }

    /** All results over one snapshot agree, and both cases of the file are there or none. */
    private static SearchResults assertWhole(SearchEngine engine) throws IOException {
        SearchResults results = engine.search(SearchRequest.of("灯台"));
        assertThat(results.total().cases())
                .isIn(1L, 3L)
                .isEqualTo(engine.status().cases());
        assertThat(results.hits()).hasSize((int) results.total().sections());
        assertThat(engine.cases()).hasSize((int) results.total().cases());
        return results;
    }

    private long found(IndexMaintainer index, String query) throws IOException {
        return index.engine()
                .with(engine -> engine.search(SearchRequest.of(query)))
                .total()
                .cases();
    }

    private IndexMaintainer open() throws Exception {
        return IndexMaintainer.open(
                CorpusReader.of(folder.resolve("corpus")),
                folder.resolve("index"),
                new IndexMaintainer.Listener(told::add, done -> {}, fault -> {}));
    }
}
