package jirei.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import jirei.Eventually;
import jirei.corpus.CorpusReader;
import jirei.lucene.index.Villages;
import jirei.query.SearchRequest;
import jirei.search.IndexState;
import jirei.search.SearchUnavailableException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damage, deletion and replacement of the index while it is served are noticed, reported and repaired. */
@Tag("slow")
class LiveDamageTest {
    @TempDir
    Path folder;

    private Path corpus;
    private Path indexFolder;
    private IndexMaintainer maintainer;
    private final List<String> messages = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void startMaintainer() throws Exception {
        corpus = Files.createDirectory(folder.resolve("corpus"));
        indexFolder = folder.resolve("index");
        for (int i = 0; i < 8; i++) {
            Files.writeString(corpus.resolve(i + ".jsonl"), Villages.json("v-" + i, "寄合"));
        }
        Files.writeString(corpus.resolve("a.jsonl"), Villages.json("a", "灯台"));
        index().rebuild(done -> {}, fault -> {});
        Files.writeString(corpus.resolve("b.jsonl"), Villages.json("b", "灯台"));
        maintainer = open();
        maintainer.start();
        Eventually.await(() -> state() == IndexState.CURRENT);
    }

    @AfterEach
    void close() throws Exception {
        maintainer.close();
    }

    @Test
    void anyFileThatIsTruncatedIsRestored() throws Exception {
        for (String kind : kinds()) {
            if (all(kind).isEmpty()) {
                continue; // the rebuilt index has files of other kinds
            }
            Path file = all(kind).getLast();
            String before = generation();
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(channel.size() / 2);
            }

            awaitRepair(before, kind);
            assertThat(messages).as(kind).anySatisfy(message -> assertThat(message)
                    .contains("事例ファイルから作り直します"));
            messages.clear();
        }
    }

    @Test
    void anyFileThatIsDeletedIsRestoredWhileTheOpenIndexIsSearched() throws Exception {
        for (String kind : kinds()) {
            if (all(kind).isEmpty()) {
                continue; // the rebuilt index has files of other kinds
            }
            String before = generation();
            Files.delete(all(kind).getLast());

            while (generation().equals(before) || state() != IndexState.CURRENT) {
                assertThat(found()).as(kind).isEqualTo(2);
            }
            awaitRepair(before, kind);
        }
    }

    @Test
    void aDeletedGenerationIsBuiltAgain() throws Exception {
        String before = generation();
        delete(indexFolder.resolve(before));

        awaitRepair(before, "generation");
        assertUpdates();
    }

    @Test
    void aDeletedFolderIsBuiltAgainAndNoOtherProcessBecomesASecondWriter() throws Exception {
        String before = generation();
        delete(indexFolder);

        awaitRepair(before, "folder");
        try (IndexMaintainer second = open()) {
            assertThat(second.isReadOnly()).isTrue();
        }
        assertUpdates();
    }

    @Test
    void aDeletedOrWrongPointerFileIsRestored() throws Exception {
        for (String pointer : List.of("", "generation-000000001")) {
            String before = generation();
            Files.writeString(indexFolder.resolve("CURRENT"), pointer);

            awaitRepair(before, pointer);
        }
        assertUpdates();
    }

    @Test
    void aFolderReplacedByTheIndexOfAnotherCorpusIsBroughtBackToThisOne() throws Exception {
        Path otherCorpus = Files.createDirectory(folder.resolve("other"));
        Files.writeString(otherCorpus.resolve("c.jsonl"), Villages.json("c", "水車小"));
        EmbeddedIndex.of(CorpusReader.of(otherCorpus), folder.resolve("other-index"))
                .rebuild(done -> {}, fault -> {});

        Files.move(indexFolder, folder.resolve("away"));
        Files.move(folder.resolve("other-index"), indexFolder);

        Eventually.await(() -> Files.readString(indexFolder.resolve("CORPUS")).startsWith(corpus.toRealPath() + "\n"));
        Eventually.await(() -> state() == IndexState.CURRENT);
        assertThat(found()).isEqualTo(2);
        assertThat(count("水車小")).isZero();
        assertUpdates();
    }

    @Test
    void aFolderReplacedByACopyOfItselfStaysCurrent() throws Exception {
        copy(indexFolder, folder.resolve("copy"));
        delete(indexFolder);
        Files.move(folder.resolve("copy"), indexFolder);

        assertUpdates();
        assertThat(found()).isEqualTo(2);
    }

    @Test
    void overwrittenContentsAreNoticedByAFailedRead() throws Exception {
        String before = generation();
        for (String kind : List.of("cfs", "fdt", "doc", "dvd")) {
            for (Path file : all(kind)) {
                var modified = Files.getLastModifiedTime(file);
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    channel.position(channel.size() / 2);
                    channel.write(ByteBuffer.wrap(new byte[(int) (channel.size() / 4)]));
                }
                Files.setLastModifiedTime(file, modified);
            }
        }
        assertThat(generation()).isEqualTo(before);
        assertThatThrownBy(() -> maintainer.engine().with(engine -> {
                    throw new InternalError("mapped");
                }))
                .isInstanceOf(SearchUnavailableException.class);

        awaitRepair(before, "contents");
    }

    /** Returns the kinds of the files of the current commit, by extension or, for those without, by name. */
    private List<String> kinds() throws IOException {
        try (Stream<Path> files = Files.list(indexFolder.resolve(generation()))) {
            List<String> kinds = files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .map(name -> name.startsWith("segments_") ? "segments_" : name.substring(name.indexOf('.') + 1))
                    .filter(kind -> !kind.equals("lock"))
                    .distinct()
                    .sorted()
                    .toList();
            assertThat(kinds).contains("cfs", "segments_", "si", "bin");
            return kinds;
        }
    }

    private List<Path> all(String kind) throws IOException {
        try (Stream<Path> files = Files.list(indexFolder.resolve(generation()))) {
            return files.filter(file -> file.getFileName().toString().startsWith(kind)
                            || file.getFileName().toString().endsWith("." + kind))
                    .sorted()
                    .toList();
        }
    }

    private String generation() {
        try {
            return Files.readString(indexFolder.resolve("CURRENT")).strip();
        } catch (IOException missing) {
            return "";
        }
    }

    private void awaitRepair(String before, String description) throws Exception {
        Eventually.await(
                () -> description + ": " + state() + " "
                        + maintainer.engine().status().faultList(),
                () -> !generation().isEmpty()
                        && !generation().equals(before)
                        && Files.isDirectory(indexFolder.resolve(generation()))
                        && state() == IndexState.CURRENT);
        assertThat(found()).as(description).isEqualTo(2);
        assertThat(index().isDamaged()).isFalse();
        assertThat(maintainer.engine().status().faultList()).isEmpty();
    }

    private void assertUpdates() throws Exception {
        Files.writeString(corpus.resolve("d.jsonl"), Villages.json("d", "吊り橋"));
        Eventually.await(() -> count("吊り橋") == 1 && state() == IndexState.CURRENT);
    }

    private IndexState state() {
        return maintainer.engine().state();
    }

    private long found() throws IOException {
        return count("灯台");
    }

    private long count(String query) throws IOException {
        return maintainer
                .engine()
                .with(engine -> engine.search(SearchRequest.of(query)))
                .total()
                .cases();
    }

    private static void delete(Path tree) throws IOException {
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (DirectoryNotEmptyException | UncheckedIOException changing) {
            delete(tree); // the maintainer creates files meanwhile
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    private EmbeddedIndex index() throws Exception {
        return EmbeddedIndex.of(CorpusReader.of(corpus), indexFolder);
    }

    private IndexMaintainer open() throws Exception {
        return IndexMaintainer.open(
                CorpusReader.of(corpus),
                indexFolder,
                new IndexMaintainer.Listener(messages::add, done -> {}, fault -> {}));
    }
}
