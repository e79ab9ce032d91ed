package jirei.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jirei.corpus.CorpusReader;
import jirei.lucene.index.IndexUnavailableException;
import jirei.lucene.index.Villages;
import jirei.query.SearchRequest;
import jirei.search.SearchEngine;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An index folder belongs to one corpus, wherever both are moved. */
@Tag("slow")
class ForeignIndexTest {
    @TempDir
    Path folder;

    private Path first;
    private Path second;
    private Path indexFolder;
    private final List<String> messages = new ArrayList<>();

    @BeforeEach
    void createCorpora() throws Exception {
        first = corpus("first", "灯台");
        second = corpus("second", "渡し船");
        indexFolder = folder.resolve("index");
    }

    private Path corpus(String name, String text) throws IOException {
        Path corpus = Files.createDirectories(folder.resolve(name));
        Files.writeString(corpus.resolve("a.jsonl"), Villages.json("a", text));
        return corpus;
    }

    @Test
    void theIndexOfAnotherCorpusIsRefusedWithBothNamesAndTheRemedy() throws Exception {
        try (IndexMaintainer serving = open(first)) {
            assertThat(serving.isReadOnly()).isFalse();
            assertRefused(second);
        }
        assertRefused(second);
        assertThat(count(first, "灯台")).isEqualTo(1);
    }

    private void assertRefused(Path corpus) throws IOException {
        for (var opening : List.<ThrowingCallable>of(
                () -> open(corpus), () -> EmbeddedIndex.of(CorpusReader.of(corpus), indexFolder))) {
            assertThatThrownBy(opening)
                    .isInstanceOf(IndexUnavailableException.class)
                    .hasMessageContaining(first.toRealPath().toString())
                    .hasMessageContaining(corpus.toRealPath().toString())
                    .hasMessageContaining("--index");
        }
    }

    @Test
    void aSecondServerOfTheSameCorpusReads() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), first);
        try (IndexMaintainer serving = open(first);
                IndexMaintainer reading = open(link)) {
            assertThat(serving.isReadOnly()).isFalse();
            assertThat(reading.isReadOnly()).isTrue();
        }
    }

    @Test
    void aCorpusMovedWithItsIndexKeepsIt() throws Exception {
        open(first).close();
        String built = Files.readString(indexFolder.resolve("CURRENT"));
        Path place = Files.createDirectory(folder.resolve("place"));
        Files.move(first, place.resolve("first"));
        Files.move(indexFolder, place.resolve("index"));
        first = place.resolve("first");
        indexFolder = place.resolve("index");

        assertThat(count(first, "灯台")).isEqualTo(1);
        assertThat(Files.readString(indexFolder.resolve("CURRENT"))).isEqualTo(built);
        assertRefused(second);
    }

    @Test
    void aCopyOfAnIndexServesTheCopyOfItsCorpus() throws Exception {
        open(first).close();
        Path copiedIndex = Files.createDirectories(folder.resolve("copied/index"));
        Path copied = corpus("copied/first", "灯台");
        Files.copy(indexFolder.resolve("CORPUS"), copiedIndex.resolve("CORPUS"));
        indexFolder = copiedIndex;

        assertThat(count(copied, "灯台")).isEqualTo(1);
    }

    @Test
    void aRenamedCorpusKeepsItsIndex() throws Exception {
        open(first).close();
        Path renamed = Files.move(first, folder.resolve("renamed"));

        assertThat(count(renamed, "灯台")).isEqualTo(1);
    }

    @Test
    void theIndexOfACorpusThatIsGoneServesAnotherOneOnlyAfterAnUpdate() throws Exception {
        open(first).close();
        Files.delete(first.resolve("a.jsonl"));
        Files.delete(first);

        assertThat(count(second, "灯台")).isZero();
        assertThat(count(second, "渡し船")).isEqualTo(1);
    }

    @Test
    void anotherCorpusInThePlaceOfTheFirstIsIndexed() throws Exception {
        open(first).close();
        Files.move(first, folder.resolve("away"));
        Files.move(second, first);

        assertThat(count(first, "灯台")).isZero();
        assertThat(count(first, "渡し船")).isEqualTo(1);
    }

    /** A directory in place of the lock file makes locking fail, as on a file system without locks. */
    @Test
    void anIndexThatCannotBeLockedIsReadOnlyAndSaysSo() throws Exception {
        open(first).close();
        Files.delete(indexFolder.resolve("serve.lock"));
        Files.createDirectory(indexFolder.resolve("serve.lock"));
        Files.deleteIfExists(indexFolder.resolve("build.lock"));
        Files.createDirectory(indexFolder.resolve("build.lock"));
        messages.clear();

        assertThat(count(first, "灯台")).isEqualTo(1);
        assertThat(messages).singleElement().asString().contains("索引を読むだけにします", "--index");
    }

    @Test
    void withoutAnIndexAFolderThatCannotBeLockedIsReported() throws Exception {
        Files.createDirectories(indexFolder.resolve("serve.lock"));
        Files.createDirectories(indexFolder.resolve("build.lock"));

        assertThatThrownBy(() -> open(first))
                .isInstanceOf(IndexUnavailableException.class)
                .hasMessageContaining("書き込めません");
    }

    private long count(Path corpus, String query) throws Exception {
        try (IndexMaintainer maintainer = open(corpus)) {
            return maintainer
                    .engine()
                    .with((SearchEngine engine) -> engine.search(SearchRequest.of(query)))
                    .total()
                    .cases();
        }
    }

    private IndexMaintainer open(Path corpus) throws Exception {
        return IndexMaintainer.open(
                CorpusReader.of(corpus),
                indexFolder,
                new IndexMaintainer.Listener(messages::add, done -> {}, fault -> {}));
    }
}
