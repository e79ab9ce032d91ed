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
import jirei.opensearch.IndexSource.Written;
import jirei.search.Deadline;
import jirei.search.IndexStatus;
import jirei.search.SearchEngine;
import jirei.search.SearchUnavailableException;
import org.apache.lucene.document.Document;

/**
 * The index of a corpus in a cluster. Detects a stale index, builds a new generation beside the one that is searched,
 * and opens it. Thread-safe, except that builds of one index must not run concurrently.
 */
public final class OpenSearchIndex implements Closeable {
    /** Index requests take longer than searches. */
    private static final Duration INDEXING_TIMEOUT = Duration.ofMinutes(2);

    private static final String GREEN_TIMEOUT = "20s";

    private final IndexSource corpus;
    private final ClusterSettings settings;
    private final ClusterClient searchClient;
    private final ClusterClient indexClient;

    /** Opens clients for the index of {@code corpus} that {@code settings} name; sends no request. */
    public OpenSearchIndex(IndexSource corpus, ClusterSettings settings) {
        this.corpus = corpus;
        this.settings = settings;
        this.searchClient = new ClusterClient(settings, settings.timeout());
        this.indexClient = new ClusterClient(settings, INDEXING_TIMEOUT);
    }

    /**
     * Whether there is no index, or the corpus, the lexicon or the schema of this program has changed since it was
     * built.
     */
    public boolean isStale() {
        return current().filter(this::isOfThisCorpus).isEmpty();
    }

    private Optional<Generation> current() {
        return new IndexGenerations(searchClient, settings.index()).current();
    }

    private boolean isOfThisCorpus(Generation generation) {
        return generation.manifest().schema() == corpus.schema()
                && generation.manifest().fingerprint().equals(corpus.fingerprint());
    }

    /**
     * Builds a new generation and points the alias to it once it is complete. Resumes an unfinished generation of the
     * same corpus.
     *
     * @param progress receives the number of cases read so far, after each case
     * @param faults receives every fault of the corpus
     */
    public IndexStatus build(LongConsumer progress, Consumer<CorpusDiagnostic> faults) throws IOException {
        return build(progress, faults, BulkWriter.MAX_BULK_BYTES);
    }

    /** @param bulkSize the size of a bulk request in UTF-16 code units */
    IndexStatus build(LongConsumer progress, Consumer<CorpusDiagnostic> faults, int bulkSize) throws IOException {
        var generations = new IndexGenerations(indexClient, settings.index());
        Optional<Generation> last = generations.current();
        String name = generations.all().stream()
                .filter(one -> !one.complete() && isOfThisCorpus(one))
                .map(Generation::name)
                .findFirst()
                .orElseGet(() -> create(generations.next()));
        Set<String> indexedCases = casesIn(name);
        var statisticsTerms = new GlobalStatisticsTerms();
        Written written;
        try (var writers = new ParallelBulkWriter(
                corpus.indexingAnalyzer(), statisticsTerms, () -> new BulkWriter(indexClient, name, bulkSize))) {
            written = corpus.write(
                    new IndexSource.BlockConsumer() {
                        @Override
                        public void accept(
                                String caseId, List<Document> block, Runnable counting, Consumer<Throwable> rejected)
                                throws IOException {
                            if (!indexedCases.contains(caseId) || !statisticsTerms.isComplete()) {
                                writers.write(caseId, block, counting, rejected);
                            }
                        }

                        @Override
                        public void finish() throws IOException {
                            writers.finish();
                        }
                    },
                    progress,
                    faults);
        }
        new BulkWriter(indexClient, name, bulkSize)
                .addVocabulary(
                        written.vocabulary(), statisticsTerms.commonTerms().keySet());
        complete(name, written.manifest(), statisticsTerms.commonTerms());
        generations.publish(name);
        generations.deleteBefore(name, last);
        return written.manifest().status();
    }

    private String create(String name) {
        var manifest = new RemoteManifest(
                corpus.schema(), corpus.fingerprint(), corpus.lexiconFingerprint(), 0, 0, 0, 0, List.of());
        Map<String, Object> body = IndexMapping.of(settings, IndexGenerations.meta(manifest, Map.of(), false));
        indexClient.send("PUT", "/" + name, Map.of(), body);
        return name;
    }

    /**
     * Returns the IDs of the cases already written. A case is written after its sections, into the same shard, so its
     * sections are there too.
     */
    private Set<String> casesIn(String name) throws IOException {
        indexClient.send("POST", "/" + name + "/_refresh", Map.of(), null);
        var unfinished = new GenerationSearch(indexClient, name, Map.of());
        return unfinished.caseIds(SchemaQueries.allCases(), Deadline.NONE);
    }

    private void complete(String name, RemoteManifest manifest, Map<String, List<String>> statisticsTerms) {
        String path = "/" + name;
        indexClient.send("POST", path + "/_refresh", Map.of(), null);
        indexClient.trySend(
                "GET",
                "/_cluster/health/" + name,
                Map.of("wait_for_status", "green", "timeout", GREEN_TIMEOUT),
                null); // missing replicas do not prevent searching
        new ReplicaSync(indexClient, name).await();
        indexClient.send("POST", path + "/_flush", Map.of(), null); // shortens the recovery of a node lost later
        indexClient.send(
                "PUT",
                path + "/_mapping",
                Map.of(),
                Map.of("_meta", IndexGenerations.meta(manifest, statisticsTerms, true)));
    }

    /**
     * Opens the generation that is searched; closing the engine closes this object.
     *
     * @throws SearchUnavailableException if there is none, or it was built by another version of this program
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

    /** @param resource closed with the engine */
    SearchEngine open(Generation generation, Closeable resource) throws IOException {
        return corpus.open(new OpenSearchBackend(searchClient, generation, corpus, resource));
    }

    @Override
    public void close() throws IOException {
        searchClient.close();
        indexClient.close();
    }
}
