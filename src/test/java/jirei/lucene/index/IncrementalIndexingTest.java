package jirei.lucene.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import jirei.Seed;
import jirei.corpus.CorpusReader;
import jirei.lucene.EmbeddedIndex;
import jirei.query.SearchRequest;
import jirei.search.Deadline;
import jirei.search.Hit;
import jirei.search.SearchEngine;
import jirei.search.SearchResults;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** An incrementally updated index gives the same results as a rebuilt one. */
@Tag("slow")
class IncrementalIndexingTest {
    @RegisterExtension
    static final Seed SEED = Seed.of(20261122);

    private static final int ROUNDS = 15;

    @TempDir
    Path folder;

    private Path cases;

    @BeforeEach
    void createCorpus() throws IOException {
        cases = Files.createDirectories(folder.resolve("corpus/cases"));
    }

    @Test
    void incrementalUpdatesGiveTheSameIndexAsARebuild() throws Exception {
        Random random = SEED.random();
        for (int number = 0; number < 8; number++) {
            edit(random, number);
        }
        EmbeddedIndex updated = index("live");
        EmbeddedIndex rebuilt = index("anew");
        updated.rebuild(done -> {}, fault -> {});

        for (int round = 0; round < ROUNDS; round++) {
            for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
                edit(random, random.nextInt(8));
            }
            updated.refresh(done -> {}, fault -> {});
            rebuilt.rebuild(done -> {}, fault -> {});

            assertThat(updated.contentFingerprint()).as("round %s", round).isEqualTo(rebuilt.contentFingerprint());
            List<Object> live = contents(updated);
            List<Object> anew = contents(rebuilt);
            for (int at = 0; at < anew.size(); at++) {
                assertThat(live.get(at)).as("round %s", round).isEqualTo(anew.get(at));
            }
        }
    }

    /** The same IDs occur in several files, so that duplicates appear and are resolved. */
    private void edit(Random random, int number) throws IOException {
        Path file = cases.resolve(number + ".jsonl");
        if (random.nextInt(4) == 0) {
            Files.deleteIfExists(file);
            return;
        }
        List<String> lines = new ArrayList<>(List.of(Villages.json("own-" + number, random)));
        for (int count = random.nextInt(4); count >= 0; count--) {
            lines.add(Villages.json("c-" + random.nextInt(16), random));
        }
        Files.write(file, lines.stream().distinct().toList());
    }

    private List<Object> contents(EmbeddedIndex index) throws Exception {
        List<Object> contents = new ArrayList<>();
        try (SearchEngine engine = index.open()) {
            var status = engine.status();
            contents.add(List.of(status.cases(), status.sections(), status.fingerprint()));
            contents.add(engine.cases());
            for (String query : Villages.QUERIES) {
                SearchResults results = engine.search(SearchRequest.of(query));
                contents.add(List.of(query, results.total(), results.hits(), results.facets()));
            }
        }
        return contents;
    }

    @Test
    void theFingerprintDependsOnTheTextOnly() throws Exception {
        Files.writeString(cases.resolve("a.jsonl"), Villages.json("a", "灯台"));
        index("live").rebuild(done -> {}, fault -> {});
        String first = index("live").contentFingerprint();
        Files.writeString(cases.resolve("a.jsonl"), Villages.json("a", "灯 台"));
        index("live").refresh(done -> {}, fault -> {});
        String second = index("live").contentFingerprint();
        Files.writeString(cases.resolve("a.jsonl"), Villages.json("a", "灯台"));
        index("live").rebuild(done -> {}, fault -> {});

        assertThat(second).isNotEqualTo(first);
        assertThat(index("live").contentFingerprint()).isEqualTo(first);
    }

    @Test
    void onlyChangedCasesAreWritten() throws Exception {
        List<String> lines = new ArrayList<>();
        for (int number = 0; number < 50; number++) {
            lines.add(Villages.json("c-" + number, "灯台の守り"));
        }
        Files.write(cases.resolve("all.jsonl"), lines);
        index("live").rebuild(done -> {}, fault -> {});
        List<String> built = generations();
        lines.set(20, Villages.json("c-20", "渡し船の守り"));
        Files.write(cases.resolve("all.jsonl"), lines);

        try (var before = index("live").open()) {
            index("live").refresh(done -> {}, fault -> {});

            assertThat(found("渡し船")).containsExactly("c-20");
            assertThat(found("灯台")).hasSize(20);
            assertThat(before.search(SearchRequest.of("渡し船")).hits()).isEmpty();
        }
        assertThat(generations()).isEqualTo(built);
    }

    @Test
    void aFaultyFileKeepsItsIndexedCases() throws Exception {
        Files.writeString(cases.resolve("a.jsonl"), Villages.json("a", "灯台"));
        Files.writeString(cases.resolve("b.jsonl"), Villages.json("b", "渡し船"));
        index("live").rebuild(done -> {}, fault -> {});
        Files.writeString(cases.resolve("a.jsonl"), "{\"id\":");

        index("live").refresh(done -> {}, fault -> {});

        assertThat(found("灯台")).containsExactly("a");
        assertThat(faults()).singleElement().asString().startsWith("cases/a.jsonl:1: ");
    }

    @Test
    void aFaultyFileKeepsItsIndexedCasesInARebuildForANewLexicon() throws Exception {
        Files.writeString(cases.resolve("a.jsonl"), Villages.json("a", "灯台"));
        index("live").rebuild(done -> {}, fault -> {});
        Files.writeString(cases.resolve("a.jsonl"), "{\"id\":");
        Path lexicon = Files.createDirectories(folder.resolve("corpus/lexicon"));
        Files.writeString(lexicon.resolve("synonyms.txt"), "灯台 = 光の塔\n");

        index("live").refresh(done -> {}, fault -> {});

        assertThat(found("光の塔")).containsExactly("a");
        assertThat(faults()).hasSize(1);
    }

    @Test
    void aFileWithADuplicateIdKeepsItsIndexedCase() throws Exception {
        Files.writeString(cases.resolve("a.jsonl"), Villages.json("a", "灯台"));
        Files.writeString(cases.resolve("b.jsonl"), Villages.json("b", "渡し船"));
        index("live").rebuild(done -> {}, fault -> {});
        Files.writeString(cases.resolve("b.jsonl"), Villages.json("a", "水車小"));

        index("live").refresh(done -> {}, fault -> {});

        assertThat(found("灯台")).containsExactly("a");
        assertThat(found("渡し船")).containsExactly("b");
        assertThat(found("水車小")).isEmpty();
        assertThat(faults())
                .singleElement()
                .asString()
                .startsWith("cases/b.jsonl:1: ")
                .contains("id「a」");

        index("live").repair(done -> {}, fault -> {});
        assertThat(found("渡し船")).containsExactly("b");

        Files.delete(cases.resolve("a.jsonl"));
        index("live").refresh(done -> {}, fault -> {});
        assertThat(found("水車小")).containsExactly("a");
        assertThat(found("渡し船")).isEmpty();
        assertThat(faults()).isEmpty();
    }

    @Test
    void anInaccessibleCorpusDeletesNoCases() throws Exception {
        Files.writeString(cases.resolve("a.jsonl"), Villages.json("a", "灯台"));
        index("live").rebuild(done -> {}, fault -> {});
        Files.move(folder.resolve("corpus"), folder.resolve("elsewhere"));

        index("live").refresh(done -> {}, fault -> {});

        assertThat(found("灯台")).containsExactly("a");
        assertThat(faults()).hasSize(1);
    }

    @Test
    void newWordsAreSuggestedImmediately() throws Exception {
        Files.writeString(cases.resolve("a.jsonl"), Villages.json("a", "灯台"));
        index("live").rebuild(done -> {}, fault -> {});
        Files.writeString(cases.resolve("b.jsonl"), Villages.json("b", "渡し船の船頭"));

        index("live").refresh(done -> {}, fault -> {});

        try (SearchEngine engine = index("live").open()) {
            assertThat(engine.suggest("船", 5, Deadline.NONE))
                    .anySatisfy(one -> assertThat(one.text()).isEqualTo("船頭"));
        }
    }

    private List<String> found(String query) throws Exception {
        try (SearchEngine engine = index("live").open()) {
            return engine.search(SearchRequest.of(query)).hits().stream()
                    .map(Hit::caseId)
                    .toList();
        }
    }

    private List<String> faults() throws Exception {
        try (SearchEngine engine = index("live").open()) {
            return engine.status().faultList();
        }
    }

    private List<String> generations() throws IOException {
        try (Stream<Path> entries = Files.list(folder.resolve("live"))) {
            return entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> name.startsWith("generation"))
                    .toList();
        }
    }

    private EmbeddedIndex index(String name) throws Exception {
        return EmbeddedIndex.of(CorpusReader.of(folder.resolve("corpus")), folder.resolve(name));
    }
}
