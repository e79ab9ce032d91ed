package jirei.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import jirei.corpus.CorpusReader;
import jirei.corpus.text.CorpusDiagnostic;
import jirei.corpus.text.CorpusFormatException;
import jirei.engine.remote.RemoteCorpus;
import jirei.lucene.EmbeddedIndex;
import jirei.lucene.IndexMaintainer;
import jirei.opensearch.AliasFollower;
import jirei.opensearch.OpenSearchIndexer;
import jirei.search.EngineReference;
import jirei.search.IndexStatus;
import jirei.search.SearchEngine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What every command knows: the corpus, the index made of it, and the console. */
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
            defaultValue = "index",
            description = "索引を置くフォルダ（既定: ${DEFAULT-VALUE}）")
    private Path index = Path.of("index");

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

    /**
     * The reader of the corpus.
     *
     * @throws WrongInputException if there is no such folder
     */
    final CorpusReader reader() {
        if (!Files.isDirectory(corpus)) {
            throw new WrongInputException("コーパスのフォルダ「" + corpus + "」がありません。--corpus で事例ファイルのあるフォルダを指定してください。");
        }
        return CorpusReader.of(corpus);
    }

    final EmbeddedIndex corpusIndex() throws IOException, CorpusFormatException {
        return EmbeddedIndex.of(reader(), index);
    }

    /** Opens the index, brought up to date first if it is stale. */
    final SearchEngine openFresh() throws IOException, CorpusFormatException {
        if (isDistributed()) {
            return clusterIndex().open();
        }
        EmbeddedIndex fresh = corpusIndex();
        if (fresh.canBeUpdated()) {
            fresh.refresh(done -> {}, this::tell);
        } else if (fresh.isStale()) {
            timed(() -> fresh.rebuild(this::tellProgress, this::tell));
        }
        return fresh.open();
    }

    /** Opens the index to be kept up to date, for {@code answering} to answer by it. */
    final OpenIndex openLive(EngineReference answering) throws IOException, CorpusFormatException {
        if (isDistributed()) {
            var corpusOfIndex = RemoteCorpus.of(reader());
            return new OpenIndex.Distributed(
                    new AliasFollower(corpusOfIndex, engine.cluster(), console::say, answering));
        }
        var telling = new IndexMaintainer.Listener(console::say, this::tellProgress, this::tell);
        return new OpenIndex.Embedded(IndexMaintainer.open(reader(), index, telling, answering));
    }

    /** Whether the index lies in a cluster. */
    final boolean isDistributed() {
        return engine.isDistributed();
    }

    /** The index of the cluster. */
    final OpenSearchIndexer clusterIndex() throws IOException, CorpusFormatException {
        return new OpenSearchIndexer(RemoteCorpus.of(reader()), engine.cluster());
    }

    /** Builds the index anew, where it lies. */
    final IndexStatus rebuild() throws IOException, CorpusFormatException {
        if (!isDistributed()) {
            EmbeddedIndex stale = corpusIndex();
            return timed(() -> stale.rebuild(this::tellProgress, this::tell));
        }
        try (OpenSearchIndexer stale = clusterIndex()) {
            return timed(() -> stale.build(this::tellProgress, this::tell));
        }
    }

    private void tellProgress(long done) {
        console.progress("索引を作っています… " + Main.thousands(done) + "事例");
    }

    private interface Building {
        IndexStatus run() throws IOException;
    }

    private IndexStatus timed(Building building) throws IOException {
        long start = System.nanoTime();
        IndexStatus status = building.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        console.say("索引を作りました: " + Main.thousands(status.cases()) + "事例、" + Main.thousands(status.sections()) + "節（"
                + Math.round(seconds * 10) / 10.0 + "秒）");
        return status;
    }

    private void tell(CorpusDiagnostic fault) {
        console.say(fault.toString());
    }

    /** The sentence for a corpus without cases. */
    final String noCases() {
        return "コーパス「" + corpus + "」に読める事例がありません。「jirei import 文書 --into " + corpus
                + "」で取り込むか、--corpus で別のフォルダを指定してください。";
    }
}
