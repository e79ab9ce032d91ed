package jirei.opensearch;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import jirei.corpus.text.CorpusDiagnostic;
import jirei.engine.schema.SchemaQueries;
import jirei.opensearch.IndexGenerations.Generation;
import jirei.opensearch.RemoteCorpus.Written;
import jirei.search.Deadline;
import jirei.search.IndexStatus;
import jirei.search.SearchEngine;
import jirei.search.SearchUnavailableException;

/** The index of a corpus in a cluster: knows whether it is stale, builds a new generation beside the one that is searched, opens it. */
public final class OpenSearchIndexer implements Closeable {
    /** What is written takes longer than what is asked. */
    private static final Duration TO_WRITE = Duration.ofMinutes(2);

    private static final String GREEN_WITHIN = "20s";

    private final RemoteCorpus corpus;
    private final ClusterSettings settings;
    private final ClusterClient asking;
    private final ClusterClient writing;

    /** The index that {@code settings} names, of {@code corpus}. */
    public OpenSearchIndexer(RemoteCorpus corpus, ClusterSettings settings) {
        this.corpus = corpus;
        this.settings = settings;
        this.asking = new ClusterClient(settings, settings.patience());
        this.writing = new ClusterClient(settings, TO_WRITE);
    }

    /** Whether the corpus, the lexicon or the program has changed since the index was built, or there is none. */
    public boolean isStale() {
        return current().filter(this::isOfThisCorpus).isEmpty();
    }

    private Optional<Generation> current() {
        return new IndexGenerations(asking, settings.index()).current();
    }

    private boolean isOfThisCorpus(Generation generation) {
        return generation.manifest().schema() == corpus.schema()
                && generation.manifest().fingerprint().equals(corpus.fingerprint());
    }

    /**
     * Builds a new generation and lets it be searched once it is complete. One of the same corpus that was left unfinished is
     * finished.
     *
     * @param progress is told how many cases have been read, after each
     * @param told is told every fault
     */
    public IndexStatus build(LongConsumer progress, Consumer<CorpusDiagnostic> told) throws IOException {
        return build(progress, told, BulkWriter.MAX_BULK_BYTES);
    }

    /** @param atOnce how many UTF-16 code units are sent at once */
    IndexStatus build(LongConsumer progress, Consumer<CorpusDiagnostic> told, int atOnce) throws IOException {
        var generations = new IndexGenerations(writing, settings.index());
        Optional<Generation> last = generations.current();
        String name = generations.all().stream()
                .filter(one -> !one.complete() && isOfThisCorpus(one))
                .map(Generation::name)
                .findFirst()
                .orElseGet(() -> create(generations.next()));
        Set<String> there = casesIn(name);
        var common = new GlobalStatisticsTerms();
        Written written;
        try (var writers =
                new ParallelBulkWriter(corpus.cutting(), common, () -> new BulkWriter(writing, name, atOnce))) {
            written = corpus.write(
                    (caseId, block, counting) -> {
                        if (!there.contains(caseId) || !common.isKnown()) {
                            writers.write(caseId, block, counting);
                        }
                    },
                    progress,
                    told);
            writers.finish();
        }
        new BulkWriter(writing, name, atOnce)
                .addWords(written.vocabulary(), common.best().keySet());
        complete(name, written.manifest(), common.best());
        generations.become(name);
        generations.deleteBefore(name, last);
        return written.manifest().status();
    }

    private String create(String name) {
        var manifest =
                new RemoteManifest(corpus.schema(), corpus.fingerprint(), corpus.lexiconPrint(), 0, 0, 0, 0, List.of());
        Map<String, Object> shape = IndexMapping.of(settings, IndexGenerations.meta(manifest, Map.of(), false));
        writing.ask("PUT", "/" + name, Map.of(), shape);
        return name;
    }

    /** A case is written behind its sections, into the same shard: where it is, they are. */
    private Set<String> casesIn(String name) throws IOException {
        writing.ask("POST", "/" + name + "/_refresh", Map.of(), null);
        var unfinished = new GenerationSearch(writing, name, Map.of());
        return unfinished.caseIds(SchemaQueries.allCases(), Deadline.NONE);
    }

    private void complete(String name, RemoteManifest manifest, Map<String, List<String>> common) {
        String path = "/" + name;
        writing.ask("POST", path + "/_refresh", Map.of(), null);
        writing.tryAsking(
                "GET",
                "/_cluster/health/" + name,
                Map.of("wait_for_status", "green", "timeout", GREEN_WITHIN),
                null); // copies that can't be made are no reason not to search
        new ReplicaSync(writing, name).await();
        writing.ask("POST", path + "/_flush", Map.of(), null); // a node that is lost then has less to do again
        writing.ask(
                "PUT", path + "/_mapping", Map.of(), Map.of("_meta", IndexGenerations.meta(manifest, common, true)));
    }

    /**
     * Opens the generation that is searched now; this is closed with it.
     *
     * @throws SearchUnavailableException if there is none, or it is of another version of this program
     */
    public SearchEngine open() throws IOException {
        return open(generation(), this);
    }

    Generation generation() {
        Generation current = current()
                .orElseThrow(() -> new SearchUnavailableException("検索エンジン（OpenSearch）に索引「" + settings.index()
                        + "」がありません。「jirei index --engine opensearch --url …」で作ってください。"));
        if (current.manifest().schema() != corpus.schema()) {
            throw new SearchUnavailableException("検索エンジン（OpenSearch）の索引「" + settings.index()
                    + "」は別の版の jirei で作られています。この版の「jirei index --engine opensearch --url …」で作り直してください。");
        }
        return current;
    }

    /** @param behind is closed with the engine */
    SearchEngine open(Generation generation, Closeable behind) throws IOException {
        return corpus.open(new OpenSearchBackend(asking, generation, corpus, behind));
    }

    @Override
    public void close() throws IOException {
        asking.close();
        writing.close();
    }
}
