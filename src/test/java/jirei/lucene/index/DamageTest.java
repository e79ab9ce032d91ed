package jirei.lucene.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import jirei.Eventually;
import jirei.Seed;
import jirei.corpus.CorpusReader;
import jirei.lucene.EmbeddedIndex;
import jirei.lucene.IndexMaintainer;
import jirei.query.SearchRequest;
import jirei.search.IndexState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Damage to any file of the index is detected, reported and repaired. */
@Tag("slow")
class DamageTest {
    @RegisterExtension
    static final Seed SEED = Seed.of(7);

    @TempDir
    Path folder;

    private Path corpus;
    private final List<String> messages = new ArrayList<>();

    private enum Damage {
        MISSING,
        EMPTY,
        TRUNCATED,
        ZEROED,
        FLIPPED;

        byte[] to(byte[] bytes, Random random) {
            return switch (this) {
                case MISSING, EMPTY -> new byte[0];
                case TRUNCATED -> Arrays.copyOf(bytes, random.nextInt(bytes.length));
                case ZEROED -> new byte[bytes.length];
                case FLIPPED -> {
                    byte[] flipped = bytes.clone();
                    flipped[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                    yield flipped;
                }
            };
        }
    }

    @BeforeEach
    void createIndexWithDeletedDocuments() throws Exception {
        corpus = Files.createDirectory(folder.resolve("corpus"));
        Files.writeString(corpus.resolve("a.jsonl"), Villages.json("a", "灯台"));
        Files.writeString(corpus.resolve("b.jsonl"), Villages.json("b", "渡し船"));
        index().rebuild(done -> {}, fault -> {});
        Files.writeString(corpus.resolve("b.jsonl"), Villages.json("b", "渡し船の灯台"));
        index().refresh(done -> {}, fault -> {});
    }

    @ParameterizedTest
    @EnumSource
    void detectsDamageToAnyFile(Damage damage) throws Exception {
        var random = SEED.random();
        EmbeddedIndex index = index();
        for (Path file : files()) {
            byte[] whole = Files.readAllBytes(file);
            for (int round = 0; round < 10; round++) {
                damage(file, damage, whole, random);

                assertThat(index.isDamaged())
                        .as("%s of %s", damage, file.getFileName())
                        .isTrue();
            }
            Files.write(file, whole);
        }
        assertThat(index.isDamaged()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void repairsADamagedIndex(Damage damage) throws Exception {
        for (Path file : files()) {
            if (Files.exists(file)) { // else an earlier repair has built a new generation
                damage(file, damage, Files.readAllBytes(file), SEED.random());
                messages.clear();

                try (IndexMaintainer live = open()) {
                    assertThat(live.engine().status().state()).isNotEqualTo(IndexState.CURRENT);
                    live.start();
                    awaitRepair(live);
                    assertThat(live.engine()
                                    .with(engine -> engine.search(SearchRequest.of("灯台")))
                                    .total()
                                    .cases())
                            .isEqualTo(2);
                }
                assertThat(messages).anySatisfy(sentence -> assertThat(sentence)
                        .startsWith("索引フォルダ「" + folder.resolve("index") + "」の索引が壊れているため、事例ファイルから作り直します。"));
            }
        }
    }

    private static void awaitRepair(IndexMaintainer live) throws Exception {
        Eventually.await(() -> live.engine().status().state() == IndexState.CURRENT);
    }

    @Test
    void repairsALostOrCorruptPointerFile() throws Exception {
        for (byte[] pointer : List.of(
                new byte[0], new byte[] {(byte) 0xFF, 0}, "generation-000999".getBytes(StandardCharsets.UTF_8))) {
            Files.write(folder.resolve("index/CURRENT"), pointer);

            try (IndexMaintainer live = open()) {
                assertThat(live.engine().status().cases()).isEqualTo(2);
            }
        }
        Files.delete(folder.resolve("index/CURRENT"));

        try (IndexMaintainer live = open()) {
            assertThat(live.engine().status().cases()).isEqualTo(2);
        }
    }

    private static void damage(Path file, Damage damage, byte[] whole, Random random) throws IOException {
        if (damage == Damage.MISSING) {
            Files.deleteIfExists(file);
        } else {
            Files.write(file, damage.to(whole, random));
        }
    }

    private List<Path> files() throws IOException {
        Path generation = folder.resolve("index")
                .resolve(Files.readString(folder.resolve("index/CURRENT")).strip());
        try (Stream<Path> files = Files.list(generation)) {
            return files.filter(file -> Files.isRegularFile(file) && !file.endsWith("write.lock"))
                    .sorted()
                    .toList();
        }
    }

    private IndexMaintainer open() throws Exception {
        return IndexMaintainer.open(
                CorpusReader.of(corpus),
                folder.resolve("index"),
                new IndexMaintainer.Listener(messages::add, done -> {}, fault -> {}));
    }

    private EmbeddedIndex index() throws Exception {
        return EmbeddedIndex.of(CorpusReader.of(corpus), folder.resolve("index"));
    }
}
