package jirei.lucene.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import jirei.corpus.CorpusReader;
import jirei.lucene.EmbeddedIndex;
import jirei.query.SearchRequest;
import jirei.search.SearchEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class GenerationTest {
    private static final String FIRST =
            "{\"id\":\"a-1\",\"title\":\"題\",\"sections\":[{\"id\":\"s1\",\"kind\":\"lead\",\"heading\":\"看取り\",\"text\":\"記録\"}]}\n";

    @TempDir
    Path folder;

    private Path corpus;

    @BeforeEach
    void createCorpus() throws IOException {
        corpus = Files.createDirectory(folder.resolve("corpus"));
        Files.writeString(corpus.resolve("a.jsonl"), FIRST);
    }

    @Test
    void anIndexIsStaleUntilItIsBuiltAndAfterTheCorpusChanges() throws Exception {
        assertThat(index().isStale()).isTrue();
        rebuild();
        assertThat(index().isStale()).isFalse();

        Files.writeString(corpus.resolve("b.jsonl"), FIRST.replace("a-1", "b-1"));

        assertThat(index().isStale()).isTrue();
    }

    @Test
    void aReaderKeepsItsGenerationWhileTheNextOneIsBuilt() throws Exception {
        rebuild();
        try (SearchEngine old = index().open()) {
            Files.writeString(corpus.resolve("b.jsonl"), FIRST.replace("a-1", "b-1"));
            rebuild();

            assertThat(old.search(SearchRequest.of("看取り")).total().cases()).isEqualTo(1);
            try (SearchEngine next = index().open()) {
                assertThat(next.search(SearchRequest.of("看取り")).total().cases()).isEqualTo(2);
            }
        }
    }

    @Test
    void theLastIntactGenerationIsKeptBesideTheNewOne() throws Exception {
        rebuild();
        rebuild();
        String second = current();
        rebuild();

        try (Stream<Path> entries = Files.list(folder.resolve("index"))) {
            assertThat(entries.map(entry -> entry.getFileName().toString()))
                    .containsExactlyInAnyOrder("CURRENT", "CORPUS", "build.lock", second, current());
        }
    }

    @Test
    void theNameOfAGenerationIsNeverUsedAgain() throws Exception {
        List<String> names = new ArrayList<>();
        for (int build = 0; build < 3; build++) {
            rebuild();
            names.add(current());
            delete(folder.resolve("index"));
        }
        rebuild();
        delete(folder.resolve("index").resolve(current()));
        names.add(current());
        rebuild();
        names.add(current());

        assertThat(names).doesNotHaveDuplicates().isSorted();
    }

    private static void delete(Path tree) throws IOException {
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private String current() throws IOException {
        return Files.readString(folder.resolve("index/CURRENT")).strip();
    }

    @Test
    void anIncompleteGenerationIsNeverServed() throws Exception {
        rebuild();
        Files.createDirectory(folder.resolve("index/generation-000007"));

        try (SearchEngine engine = index().open()) {
            assertThat(engine.status().cases()).isEqualTo(1);
        }
    }

    @Test
    void aDamagedGenerationIsStaleAndIsReplaced() throws Exception {
        rebuild();
        try (Stream<Path> files = Files.list(folder.resolve("index").resolve(current()))) {
            for (Path file : files.toList()) {
                Files.write(file, new byte[] {1, 2, 3});
            }
        }

        assertThat(index().isStale()).isTrue();
        rebuild();
        assertThat(index().isStale()).isFalse();
    }

    @Test
    void openingAMissingIndexSaysHowToBuildIt() {
        assertThatThrownBy(() -> index().open())
                .isInstanceOf(IndexUnavailableException.class)
                .hasMessage("索引フォルダ「" + folder.resolve("index") + "」に索引がありません。「jirei index」で作ってください");
    }

    @Test
    void anIndexFolderThatIsAFileIsReported() throws Exception {
        Files.writeString(folder.resolve("index"), "");

        assertThatThrownBy(this::index)
                .isInstanceOf(IndexUnavailableException.class)
                .hasMessageContaining("索引フォルダ「" + folder.resolve("index") + "」に書き込めません");
    }

    @Test
    void aFaultyCaseIsReportedAndLeftOut() throws Exception {
        Files.writeString(corpus.resolve("b.jsonl"), "{\"id\":\"b-1\"}\n");
        List<String> faults = new ArrayList<>();

        var status = index().rebuild(done -> {}, fault -> faults.add(fault.toString()));

        assertThat(status.cases()).isEqualTo(1);
        assertThat(status.faults()).isEqualTo(faults.size()).isPositive();
        assertThat(faults).allSatisfy(fault -> assertThat(fault).startsWith(corpus.resolve("b.jsonl") + ":1: "));
    }

    private EmbeddedIndex index() throws Exception {
        return EmbeddedIndex.of(CorpusReader.of(corpus), folder.resolve("index"));
    }

    private void rebuild() throws Exception {
        index().rebuild(done -> {}, fault -> {});
    }
}
