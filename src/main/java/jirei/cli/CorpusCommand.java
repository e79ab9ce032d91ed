package jirei.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import jirei.cases.RegionStatistics;
import jirei.corpus.CorpusReader;
import jirei.corpus.statistics.RegionTable;
import jirei.corpus.text.CorpusDiagnostic;
import jirei.corpus.text.CorpusFormatException;
import jirei.lucene.EmbeddedIndex;
import jirei.lucene.IndexMaintainer;
import jirei.lucene.index.IndexUnavailableException;
import jirei.opensearch.AliasFollower;
import jirei.opensearch.IndexSource;
import jirei.opensearch.OpenSearchIndex;
import jirei.search.EngineReference;
import jirei.search.IndexStatus;
import jirei.search.SearchEngine;
import org.apache.lucene.util.IOSupplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Base class of all commands: the options for the corpus and its index, and the console. Not thread-safe. */
abstract class CorpusCommand implements Callable<Integer> {
    @Option(
            names = "--corpus",
            paramLabel = "フォルダ",
            defaultValue = "corpus",
            description = "事例ファイルのあるフォルダ（既定: ${DEFAULT-VALUE}）")
    private Path corpus = Path.of("corpus");

    @Option(
            names = "--index",
            paramLabel = "フォルダ",
            description = "索引を置くフォルダ（既定: コーパスの隣。corpus には index、それ以外の X には X-index）")
    private @Nullable Path index;

    @Option(
            names = "--regions",
            paramLabel = "ファイル",
            description = "市区町村の統計（同梱の表と同じ列の CSV か、SSDSE-市区町村（SSDSE-A）の CSV）。既定: 同梱の統計")
    private @Nullable Path regions;

    private @Nullable RegionStatistics statistics;

    @Mixin
    private EngineOptions engine = new EngineOptions();

    private final Console console;

    CorpusCommand(Console console) {
        this.console = console;
    }

    final Console console() {
        return console;
    }

    final Path corpus() {
        return corpus;
    }

    /** Returns the folder of the index: by default next to the corpus, so that no two corpora share one. */
    final Path index() {
        if (index != null) {
            return index;
        }
        Path name = corpus.toAbsolutePath().normalize().getFileName();
        if (name == null) {
            return corpus.resolve("index"); // the root of a file system has no neighbours
        }
        String folder = name.toString().equals("corpus") ? "index" : name + "-index";
        return name.equals(corpus.getFileName())
                ? corpus.resolveSibling(folder)
                : corpus.toAbsolutePath().normalize().resolveSibling(folder);
    }

    /**
     * Returns a reader of the corpus.
     *
     * @throws WrongInputException if the corpus folder does not exist
     * @throws CorpusFormatException if the file of statistics has faults
     */
    final CorpusReader reader() throws CorpusFormatException {
        if (!Files.isDirectory(corpus)) {
            throw new WrongInputException("コーパスのフォルダ「" + corpus + "」がありません。--corpus で事例ファイルのあるフォルダを指定してください。");
        }
        CorpusReader reader = CorpusReader.of(corpus);
        if (regions == null) {
            return reader;
        }
        RegionStatistics read = statistics == null ? RegionTable.read(regions) : statistics;
        statistics = read;
        return reader.with(read);
    }

    final EmbeddedIndex corpusIndex() throws IOException, CorpusFormatException {
        return EmbeddedIndex.of(reader(), index());
    }

    /** Opens the index for one command. A stale embedded index is updated or rebuilt first. */
    final SearchEngine openFresh() throws IOException, CorpusFormatException {
        if (isDistributed()) {
            return clusterIndex().open();
        }
        EmbeddedIndex embedded = corpusIndex();
        if (embedded.isStale()) {
            bringUpToDate(embedded);
        }
        return embedded.open();
    }

    /** Updates or rebuilds {@code stale}; if its folder cannot be written, an index of this program is left as it is. */
    private void bringUpToDate(EmbeddedIndex stale) throws IOException {
        boolean isUsable = stale.canBeUpdated();
        try {
            if (isUsable) {
                stale.refresh(done -> {}, this::report);
            } else {
                timed(() -> stale.rebuild(this::showProgress, this::report));
            }
        } catch (IndexUnavailableException e) {
            if (!isUsable) {
                throw e;
            }
            console.say(e.getMessage() + "。最後に作った索引で答えます。");
        }
    }

    /** Opens the index for a server. Each new state of the index is published through {@code reference}. */
    final OpenIndex openLive(EngineReference reference) throws IOException, CorpusFormatException {
        if (isDistributed()) {
            var source = IndexSource.of(reader());
            var follower = new AliasFollower(source, engine.cluster(), console::say, reference);
            return new OpenIndex(follower::isReached, follower::start, follower::close);
        }
        var listener = new IndexMaintainer.Listener(console::say, this::showProgress, this::report);
        var maintainer = IndexMaintainer.open(reader(), index(), listener, reference);
        return new OpenIndex(() -> true, maintainer::start, maintainer::close);
    }

    /** Returns whether the index is in an OpenSearch cluster. */
    final boolean isDistributed() {
        return engine.isDistributed();
    }

    /** Returns the indexer for the cluster. */
    final OpenSearchIndex clusterIndex() throws IOException, CorpusFormatException {
        return new OpenSearchIndex(IndexSource.of(reader()), engine.cluster());
    }

    /** Rebuilds the whole index, embedded or distributed. */
    final IndexStatus rebuild() throws IOException, CorpusFormatException {
        if (!isDistributed()) {
            EmbeddedIndex embedded = corpusIndex();
            return timed(() -> embedded.rebuild(this::showProgress, this::report));
        }
        try (OpenSearchIndex indexer = clusterIndex()) {
            return timed(() -> indexer.build(this::showProgress, this::report));
        }
    }

    private void showProgress(long done) {
        console.progress("索引を作っています… " + Main.thousands(done) + "事例");
    }

    private IndexStatus timed(IOSupplier<IndexStatus> build) throws IOException {
        long start = System.nanoTime();
        IndexStatus status = build.get();
        double seconds = (System.nanoTime() - start) / 1e9;
        console.say("索引を作りました: " + Main.thousands(status.cases()) + "事例、" + Main.thousands(status.sections()) + "節（"
                + Math.round(seconds * 10) / 10.0 + "秒）");
        return status;
    }

    private void report(CorpusDiagnostic diagnostic) {
        console.say(diagnostic.toString());
    }

    /** Returns the error message for a corpus without cases. */
    final String noCases() {
        return "コーパス「" + corpus + "」に読める事例がありません。「jirei import 文書 --into " + corpus
                + "」で取り込むか、--corpus で別のフォルダを指定してください。";
    }
}
