package jirei.lucene.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import jirei.corpus.CorpusReader;
import jirei.lucene.EmbeddedIndex;
import jirei.query.SearchRequest;
import jirei.search.SearchEngine;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.FilterIndexOutput;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After an I/O failure or a full disk at any operation, the index is the old one or the new one. */
@Tag("slow")
class FailingDiskTest {
    @TempDir
    Path folder;

    private long operations;
    private long firstFailure = Long.MAX_VALUE;

    /** Fails every operation from a given one on. */
    private final class FailingDirectory extends FilterDirectory {
        FailingDirectory(Directory in) {
            super(in);
        }

        private void count() throws IOException {
            operations++;
            if (operations >= firstFailure) {
                throw new IOException("No space left on device (operation " + operations + ")");
            }
        }

        @Override
        public IndexOutput createOutput(String name, IOContext context) throws IOException {
            count();
            return new FailingOutput(in.createOutput(name, context));
        }

        @Override
        public void sync(Collection<String> names) throws IOException {
            count();
            in.sync(names);
        }

        @Override
        public void rename(String source, String dest) throws IOException {
            count();
            in.rename(source, dest);
        }

        @Override
        public void syncMetaData() throws IOException {
            count();
            in.syncMetaData();
        }

        private final class FailingOutput extends FilterIndexOutput {
            FailingOutput(IndexOutput out) {
                super("failing", out.getName(), out);
            }

            @Override
            public void writeBytes(byte[] bytes, int offset, int length) throws IOException {
                count();
                super.writeBytes(bytes, offset, length);
            }
        }
    }

    @Test
    void anUpdateThatFailsAtAnyOperationLeavesTheOldIndex() throws Exception {
        Path corpus = Files.createDirectory(folder.resolve("corpus"));
        Files.writeString(corpus.resolve("a.jsonl"), Villages.json("a", "灯台"));
        EmbeddedIndex index = index(corpus);
        index.rebuild(done -> {}, fault -> {});
        int failures = 0;

        for (boolean isDone = false; !isDone; failures++) {
            Files.writeString(corpus.resolve("b.jsonl"), Villages.json("b", "渡し船" + failures));
            operations = 0;
            firstFailure = 1 + (long) failures * failures;
            isDone = succeeds(() -> index.refresh(done -> {}, fault -> {}));
            firstFailure = Long.MAX_VALUE;
            assertOldOrNew(index, isDone);
        }

        assertThat(failures).as("operations that were made to fail").isGreaterThan(5);
    }

    @Test
    void aBuildThatFailsAtAnyOperationLeavesTheOldIndex() throws Exception {
        Path corpus = Files.createDirectory(folder.resolve("corpus"));
        Files.writeString(corpus.resolve("a.jsonl"), Villages.json("a", "灯台"));
        EmbeddedIndex index = index(corpus);
        index.rebuild(done -> {}, fault -> {});
        Files.writeString(corpus.resolve("b.jsonl"), Villages.json("b", "渡し船"));
        int failures = 0;

        for (boolean isDone = false; !isDone; failures++) {
            operations = 0;
            firstFailure = 1 + (long) failures * failures;
            isDone = succeeds(() -> index.rebuild(done -> {}, fault -> {}));
            firstFailure = Long.MAX_VALUE;
            assertOldOrNew(index, isDone);
        }

        assertThat(failures).as("operations that were made to fail").isGreaterThan(5);
    }

    private interface Work {
        void run() throws Exception;
    }

    private static boolean succeeds(Work work) throws Exception {
        try {
            work.run();
            return true;
        } catch (IndexUnavailableException e) {
            assertThat(e).hasMessageContaining("書き込みの権限と空き容量を確かめるか");
            return false;
        }
    }

    private void assertOldOrNew(EmbeddedIndex index, boolean isNew) throws Exception {
        assertThat(index.isDamaged()).as("after operation %s", operations).isFalse();
        try (SearchEngine engine = index.open()) {
            assertThat(engine.search(SearchRequest.of("灯台")).total().cases()).isEqualTo(1);
            if (isNew) {
                assertThat(engine.status().cases()).isEqualTo(2);
            } else {
                assertThat(engine.status().cases()).isBetween(1L, 2L);
            }
        }
    }

    private EmbeddedIndex index(Path corpus) throws Exception {
        var generations =
                GenerationFolder.in(folder.resolve("index"), path -> new FailingDirectory(FSDirectory.open(path)));
        return EmbeddedIndex.of(CorpusReader.of(corpus), folder.resolve("index"), generations);
    }
}
