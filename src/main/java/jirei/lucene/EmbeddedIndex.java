package jirei.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import jirei.analysis.JapaneseAnalyzers;
import jirei.analysis.SynonymLexicon;
import jirei.corpus.CorpusReader;
import jirei.corpus.CorpusSnapshot;
import jirei.corpus.lexicon.Lexicon;
import jirei.corpus.text.CorpusDiagnostic;
import jirei.corpus.text.CorpusFormatException;
import jirei.engine.QueryEngine;
import jirei.engine.schema.AnalyzedField;
import jirei.engine.schema.IndexManifest;
import jirei.engine.schema.LexiconLoader;
import jirei.engine.schema.SchemaQueries;
import jirei.engine.vocabulary.Vocabulary;
import jirei.lucene.index.CaseIndexer;
import jirei.lucene.index.ChecksumVerifier;
import jirei.lucene.index.CorpusBinding;
import jirei.lucene.index.CurrentGeneration;
import jirei.lucene.index.DiagnosticsByFile;
import jirei.lucene.index.FullIndexing;
import jirei.lucene.index.GenerationFolder;
import jirei.lucene.index.IncrementalIndexing;
import jirei.lucene.index.IndexUnavailableException;
import jirei.lucene.index.IndexedFileCatalog;
import jirei.lucene.index.LatestIntactGeneration;
import jirei.lucene.search.LuceneBackend;
import jirei.search.IndexStatus;
import jirei.search.SearchEngine;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.util.IOSupplier;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/**
 * The Lucene index of a corpus in a folder. Detects a stale or damaged index; updates, rebuilds and opens it.
 *
 * <p>Reads the lexicon when it is created; an index built with another lexicon is stale. Thread-safe; writers in all
 * processes exclude each other by a lock in the folder.
 */
public final class EmbeddedIndex {
    private static final double WRITE_BUFFER_MEGABYTES = 64;
    /**
     * In documents. Purging deleted documents from an index of this size takes about a second; they would otherwise
     * skew document frequencies and so the ranking.
     */
    private static final int MAX_MERGED_DOCS = 10_000;

    private final CorpusReader corpus;
    private final CorpusReader lexiconReader;
    private final GenerationFolder generations;
    private final CurrentGeneration current;
    private final CorpusBinding binding;
    private final Path folder;
    private final Lexicon lexicon;
    private final JapaneseAnalyzers analysis;
    private final Analyzer analyzer;
    private final SynonymLexicon synonyms;
    private final String lexiconFingerprint;

    private EmbeddedIndex(CorpusReader corpus, CorpusReader lexiconReader, Path folder, GenerationFolder generations)
            throws IOException, CorpusFormatException {
        this.corpus = corpus;
        this.lexiconReader = lexiconReader;
        this.folder = folder;
        this.generations = generations;
        this.current = new CurrentGeneration(generations);
        this.binding = CorpusBinding.of(folder, corpus.directory());
        binding.check();
        this.lexiconFingerprint =
                lexiconReader.lexiconFingerprint(); // first, so that a change during reading makes the index stale
        this.analysis = LexiconLoader.load(lexiconReader, Lexicon.USER_DICTIONARY_FILE, JapaneseAnalyzers::with);
        this.synonyms = LexiconLoader.load(lexiconReader, Lexicon.SYNONYMS_FILE, SynonymLexicon::read);
        this.lexicon = lexiconReader.lexicon();
        this.analyzer = AnalyzedField.analyzer(analysis);
    }

    /**
     * Returns the index of {@code corpus} in {@code folder}, which is created if it does not exist.
     *
     * @throws CorpusFormatException if the lexicon has faults; the exception lists all of them
     * @throws IndexUnavailableException if the folder cannot be used or is that of another corpus
     */
    public static EmbeddedIndex of(CorpusReader corpus, Path folder) throws IOException, CorpusFormatException {
        return of(corpus, folder, GenerationFolder.in(folder));
    }

    /** As {@link #of(CorpusReader, Path)}, with the generations of {@code folder} opened by {@code generations}. */
    public static EmbeddedIndex of(CorpusReader corpus, Path folder, GenerationFolder generations)
            throws IOException, CorpusFormatException {
        return new EmbeddedIndex(corpus, corpus, folder, generations);
    }

    /** Returns the index of {@code corpus} in {@code folder}, searched with the lexicon of {@code lexiconReader}. */
    static EmbeddedIndex withLexicon(CorpusReader corpus, CorpusReader lexiconReader, Path folder)
            throws IOException, CorpusFormatException {
        return new EmbeddedIndex(corpus, lexiconReader, folder, GenerationFolder.in(folder));
    }

    /** Returns the index of {@code corpus} with the lexicon it was built with; empty if there is no usable index. */
    static Optional<EmbeddedIndex> byItsOwnLexicon(CorpusReader corpus, Path folder) throws IOException {
        GenerationFolder generations = GenerationFolder.in(folder);
        Optional<Path> current = generations.current();
        if (current.isEmpty()) {
            return Optional.empty();
        }
        try {
            var index = new EmbeddedIndex(corpus, corpus.in(current.get()), folder, generations);
            return index.canBeUpdated() ? Optional.of(index) : Optional.empty();
        } catch (CorpusFormatException incompatible) {
            return Optional.empty();
        }
    }

    /**
     * Whether there is no index, or the corpus, the lexicon or the schema of this program has changed since it was
     * built.
     */
    public boolean isStale() throws IOException {
        return isOutdated(contents());
    }

    /** As {@link #isStale()}, if {@code now} is the current snapshot of the corpus. */
    boolean isStale(CorpusSnapshot now) throws IOException {
        return isOutdated(withOwnLexicon(now));
    }

    private boolean isOutdated(CorpusSnapshot contents) throws IOException {
        Optional<IndexManifest> manifest = current.manifest();
        return manifest.isEmpty() || !manifest.get().isCurrent(contents.fingerprint());
    }

    /** Whether an incremental update suffices, without reading the whole corpus. */
    public boolean canBeUpdated() throws IOException {
        return current.manifest()
                .filter(manifest -> manifest.canBeUpdated(lexiconFingerprint))
                .isPresent();
    }

    /** Whether there is an index with the schema of this program. */
    boolean isOfThisProgram() throws IOException {
        return current.manifest()
                .filter(manifest -> manifest.schema() == IndexManifest.SCHEMA)
                .isPresent();
    }

    /** Whether there is an index whose files fail their checksums. Reads all files. */
    public boolean isDamaged() throws IOException {
        return current.isDamaged();
    }

    /** Returns the size of the index in bytes; 0 if there is none. */
    public long size() throws IOException {
        return current.size();
    }

    /** Inspects the current generation. */
    CurrentGeneration current() {
        return current;
    }

    /** The current snapshot of the corpus, with the fingerprint of the lexicon this object was created with. */
    private CorpusSnapshot contents() throws IOException {
        return withOwnLexicon(corpus.snapshot());
    }

    private CorpusSnapshot withOwnLexicon(CorpusSnapshot now) {
        return new CorpusSnapshot(now.cases(), lexiconFingerprint, now.diagnostics());
    }

    /** Whether the lexicon of {@code now} differs from the one this object was created with. */
    boolean hasOtherLexicon(CorpusSnapshot now) {
        return !now.lexicon().equals(lexiconFingerprint);
    }

    /**
     * Returns the fingerprint of the index contents: equal for equal corpus and lexicon, independent of how the index
     * was built.
     */
    public String contentFingerprint() throws IOException {
        return current.contentFingerprint();
    }

    /** Whether the folder is known to be that of this corpus, so that its index may be served while it is stale. */
    boolean isOwn() {
        return binding.isOwn();
    }

    /**
     * Checks that the folder is not that of another corpus.
     *
     * @throws IndexUnavailableException if it is; the message names both corpora and the remedy
     */
    void checkOwner() throws IndexUnavailableException {
        binding.check();
    }

    /**
     * Brings a stale index up to date: reads the changed files, or all files if an incremental update is not possible.
     * A file with a fault keeps its indexed cases.
     *
     * @param progress receives the number of cases read so far, after each case of a full build
     * @param faults receives every fault of the files read
     * @return the status of the new index; empty if it was not stale
     * @throws IndexUnavailableException if the folder is not writable or another process is building there
     */
    public Optional<IndexStatus> refresh(LongConsumer progress, Consumer<CorpusDiagnostic> faults) throws IOException {
        return withWriteLock(() -> {
            CorpusSnapshot contents = contents();
            if (!isOutdated(contents)) {
                return Optional.empty();
            }
            return Optional.of(canBeUpdated() ? update(contents, faults) : build(contents, true, progress, faults));
        });
    }

    /**
     * Builds a new generation from the whole corpus and publishes it once it is complete. Faulty cases are left out.
     *
     * @param progress receives the number of cases read so far, after each case
     * @param faults receives every fault of the corpus
     * @throws IndexUnavailableException if the folder is not writable or another process is building there
     */
    public IndexStatus rebuild(LongConsumer progress, Consumer<CorpusDiagnostic> faults) throws IOException {
        return withWriteLock(() -> build(contents(), false, progress, faults));
    }

    /** As {@link #rebuild}, but a file with a fault keeps its cases from the newest intact generation. */
    public IndexStatus repair(LongConsumer progress, Consumer<CorpusDiagnostic> faults) throws IOException {
        return withWriteLock(() -> build(contents(), true, progress, faults));
    }

    private <T> T withWriteLock(IOSupplier<T> action) throws IOException {
        try (Lock lock = generations.lock()) {
            T result = action.get();
            lock.ensureValid();
            binding.write();
            return result;
        } catch (IndexUnavailableException e) {
            throw e;
        } catch (IOException | UncheckedIOException | AlreadyClosedException e) {
            // a writer is closed by a failure in another thread
            throw GenerationFolder.notWritable(folder, e);
        }
    }

    private IndexStatus build(
            CorpusSnapshot contents, boolean keepsLast, LongConsumer progress, Consumer<CorpusDiagnostic> faults)
            throws IOException {
        try (LatestIntactGeneration last = LatestIntactGeneration.in(generations)) {
            generations.deleteAllBut(last.generation());
            Path generation = generations.begin();
            try {
                lexiconReader.copyLexicon(generation);
                IndexStatus status = write(generation, contents, keepsLast ? last.files() : null, progress, faults);
                generations.publish(generation);
                generations.deleteAllBut(last.generation());
                return status;
            } catch (IOException | RuntimeException e) {
                generations.abandon(generation);
                throw e;
            }
        }
    }

    private IndexStatus write(
            Path generation,
            CorpusSnapshot contents,
            @Nullable IndexedFileCatalog last,
            LongConsumer progress,
            Consumer<CorpusDiagnostic> faults)
            throws IOException {
        JapaneseAnalyzers caching = analysis.caching();
        try (var directory = generations.open(generation);
                var writer = new IndexWriter(directory, settings(caching));
                var cases = new CaseIndexer(writer, caching.nouns())) {
            var build =
                    new FullIndexing(corpus, contents, lexicon, last, cases, new DiagnosticsByFile(faults), progress);
            build.write();
            writer.forceMerge(1); // every segment costs each query as much as some thousand sections
            Vocabulary.write(build.words(), directory, Vocabulary.FILE);
            return commit(writer, contents, Vocabulary.FILE, build.faults());
        }
    }

    private IndexStatus update(CorpusSnapshot contents, Consumer<CorpusDiagnostic> faults) throws IOException {
        Path generation = generations.current().orElseThrow();
        JapaneseAnalyzers caching = analysis.caching();
        try (var directory = generations.open(generation);
                var before = DirectoryReader.open(directory);
                var writer = new IndexWriter(directory, settings(caching));
                var cases = new CaseIndexer(writer, caching.nouns())) {
            IncrementalIndexing update =
                    IncrementalIndexing.of(corpus, contents, lexicon, new IndexedFileCatalog(before));
            update.write(cases, faults);
            String known =
                    IndexManifest.of(before.getIndexCommit().getUserData()).vocabulary();
            String vocabulary = cases.updateVocabulary(
                    directory, known, before.getIndexCommit().getGeneration());
            IndexStatus status = commit(writer, contents, vocabulary, update.faults());
            Vocabulary.deleteOthers(vocabulary, directory);
            return status;
        }
    }

    private static IndexWriterConfig settings(JapaneseAnalyzers analysis) {
        return new IndexWriterConfig(AnalyzedField.analyzer(analysis))
                .setRAMBufferSizeMB(WRITE_BUFFER_MEGABYTES)
                .setMergePolicy(new TieredMergePolicy().setForceMergeDeletesPctAllowed(0))
                .setMergeScheduler(new SerialMergeScheduler())
                .setCommitOnClose(false);
    }

    private IndexStatus commit(IndexWriter writer, CorpusSnapshot contents, String vocabulary, long faults)
            throws IOException {
        if (writer.getDocStats().maxDoc <= MAX_MERGED_DOCS) {
            writer.forceMergeDeletes();
        }
        try (var reader = DirectoryReader.open(writer)) {
            var searcher = new IndexSearcher(reader);
            var manifest = new IndexManifest(
                    IndexManifest.SCHEMA,
                    contents.fingerprint(),
                    lexiconFingerprint,
                    vocabulary,
                    searcher.count(SchemaQueries.allCases()),
                    searcher.count(SchemaQueries.allSections()),
                    faults);
            writer.setLiveCommitData(manifest.commitData().entrySet());
            writer.commit();
            return status(manifest, reader);
        }
    }

    /**
     * Opens the current generation.
     *
     * @throws IndexUnavailableException if there is none or it cannot be read
     */
    public SearchEngine open() throws IOException {
        Path generation = generations
                .current()
                .orElseThrow(() ->
                        new IndexUnavailableException("索引フォルダ「" + folder + "」に索引がありません。「jirei index」で作ってください", null));
        try {
            return open(generation);
        } catch (IOException | RuntimeException e) {
            throw new IndexUnavailableException("索引フォルダ「" + folder + "」の索引を読めません。「jirei index」で作り直してください", e);
        }
    }

    /** Opens the newest intact generation, which may lack the latest changes; empty if there is none. */
    Optional<SearchEngine> openLast() throws IOException {
        try (LatestIntactGeneration last = LatestIntactGeneration.in(generations)) {
            Optional<Path> generation = last.generation();
            return generation.isEmpty() ? Optional.empty() : Optional.of(open(generation.get()));
        }
    }

    private static IndexStatus status(IndexManifest manifest, DirectoryReader reader) throws IOException {
        List<String> faults = new IndexedFileCatalog(reader).faults(IndexStatus.MAX_LISTED);
        return manifest.status(faults, ChecksumVerifier.size(reader));
    }

    private SearchEngine open(Path generation) throws IOException {
        Directory directory = generations.open(generation);
        DirectoryReader reader = DirectoryReader.open(directory);
        try {
            var manifest = IndexManifest.of(reader.getIndexCommit().getUserData());
            Vocabulary vocabulary = Vocabulary.read(directory, manifest.vocabulary());
            var backend = new LuceneBackend(reader, lexicon, status(manifest, reader));
            return new QueryEngine<>(backend, analyzer, synonyms, lexicon, corpus.statistics(), () -> vocabulary);
        } catch (IOException | RuntimeException e) {
            IOUtils.closeWhileHandlingException(reader, directory);
            throw e;
        }
    }
}
