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
import jirei.engine.vocabulary.VocabularyBuilder;
import jirei.engine.vocabulary.VocabularyEntry;
import jirei.lucene.index.CaseIndexer;
import jirei.lucene.index.ChecksumVerifier;
import jirei.lucene.index.DiagnosticsByFile;
import jirei.lucene.index.FullIndexing;
import jirei.lucene.index.GenerationFolder;
import jirei.lucene.index.IncrementalIndexing;
import jirei.lucene.index.IndexFingerprint;
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
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/**
 * The index of a corpus in a folder: knows whether it is stale or damaged, updates it, rebuilds it, opens it.
 *
 * <p>Reads the lexicon when it is made; an index by another lexicon is stale.
 */
public final class EmbeddedIndex {
    private static final double WRITE_BUFFER_MEGABYTES = 64;
    /** In documents: an index of that size is freed of deleted ones in about a second, so that they don't weigh on the order. */
    private static final int MAX_MERGED_DOCS = 10_000;

    private final CorpusReader corpus;
    private final CorpusReader lexiconReader;
    private final GenerationFolder generations;
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
        this.lexiconFingerprint =
                lexiconReader.lexiconFingerprint(); // first: what changes while it is read counts as changed
        this.analysis = LexiconLoader.load(lexiconReader, Lexicon.USER_DICTIONARY_FILE, JapaneseAnalyzers::with);
        this.synonyms = LexiconLoader.load(lexiconReader, Lexicon.SYNONYMS_FILE, SynonymLexicon::read);
        this.lexicon = lexiconReader.lexicon();
        this.analyzer = AnalyzedField.analyzer(analysis);
    }

    /**
     * The index of {@code corpus} in {@code folder}, which is made if it isn't there.
     *
     * @throws CorpusFormatException if the lexicon has faults, all of them named
     * @throws IndexUnavailableException if the folder can't be used
     */
    public static EmbeddedIndex of(CorpusReader corpus, Path folder) throws IOException, CorpusFormatException {
        return of(corpus, folder, GenerationFolder.in(folder));
    }

    public static EmbeddedIndex of(CorpusReader corpus, Path folder, GenerationFolder generations)
            throws IOException, CorpusFormatException {
        return new EmbeddedIndex(corpus, corpus, folder, generations);
    }

    /** The index of {@code corpus} in {@code folder} by the lexicon that it was built with; empty where there is none. */
    static Optional<EmbeddedIndex> byItsOwnLexicon(CorpusReader corpus, Path folder) throws IOException {
        GenerationFolder generations = GenerationFolder.in(folder);
        Optional<Path> current = generations.current();
        if (current.isEmpty()) {
            return Optional.empty();
        }
        try {
            var index = new EmbeddedIndex(corpus, CorpusReader.of(current.get()), folder, generations);
            return index.canBeUpdated() ? Optional.of(index) : Optional.empty();
        } catch (CorpusFormatException ofAnotherProgram) {
            return Optional.empty();
        }
    }

    /** Whether the corpus, the lexicon or the program has changed since the index was built, or there is none. */
    public boolean isStale() throws IOException {
        return isStale(contents());
    }

    private boolean isStale(CorpusSnapshot contents) throws IOException {
        Optional<IndexManifest> manifest = manifest();
        return manifest.isEmpty() || !manifest.get().isCurrent(contents.fingerprint());
    }

    /** Whether the index can be brought up to date without reading the whole corpus. */
    public boolean canBeUpdated() throws IOException {
        return manifest()
                .filter(manifest -> manifest.canBeUpdated(lexiconFingerprint))
                .isPresent();
    }

    /** Whether there is an index that this version of the program can search. */
    boolean isOfThisProgram() throws IOException {
        return manifest()
                .filter(manifest -> manifest.schema() == IndexManifest.SCHEMA)
                .isPresent();
    }

    /** Whether there is an index but its files aren't as they were written. Reads all of them. */
    public boolean isDamaged() throws IOException {
        if (!generations.isNamed()) {
            return false;
        }
        Optional<Path> generation = generations.current();
        if (generation.isEmpty()) {
            return true;
        }
        try (var directory = generations.open(generation.get())) {
            return !ChecksumVerifier.isWhole(directory);
        }
    }

    /** How large the index is, in bytes; 0 if there is none. */
    public long size() throws IOException {
        Optional<Path> generation = generations.current();
        if (generation.isEmpty()) {
            return 0;
        }
        try (var directory = generations.open(generation.get())) {
            return ChecksumVerifier.size(directory);
        }
    }

    /** What the corpus holds now, with the lexicon that this was made with. */
    private CorpusSnapshot contents() throws IOException {
        CorpusSnapshot now = corpus.snapshot();
        return new CorpusSnapshot(now.cases(), lexiconFingerprint, now.diagnostics());
    }

    /** Whether {@code now} has another lexicon than this was made with. */
    boolean hasOtherLexicon(CorpusSnapshot now) {
        return !now.lexicon().equals(lexiconFingerprint);
    }

    /** What the index was built from; empty where there is none that can be read. */
    private Optional<IndexManifest> manifest() throws IOException {
        Optional<Path> generation = generations.current();
        if (generation.isEmpty()) {
            return Optional.empty();
        }
        try (var directory = generations.open(generation.get())) {
            return Optional.of(
                    IndexManifest.of(SegmentInfos.readLatestCommit(directory).getUserData()));
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    /** The fingerprint of what the index holds: the same for the same corpus and lexicon, wherever it was built. */
    public String contentFingerprint() throws IOException {
        try (var directory = generations.open(generations.current().orElseThrow());
                var reader = DirectoryReader.open(directory)) {
            return IndexFingerprint.of(reader);
        }
    }

    /** Names the state of the index: another name, another state; empty where there is none. */
    Optional<String> state() throws IOException {
        Optional<Path> generation = generations.current();
        if (generation.isEmpty()) {
            return Optional.empty();
        }
        try (var directory = generations.open(generation.get())) {
            return Optional.ofNullable(SegmentInfos.getLastCommitSegmentsFileName(directory))
                    .map(commit -> generation.get().getFileName() + "/" + commit);
        }
    }

    /**
     * Brings the index up to date if it is stale: reads the files that have changed, or all where it can't be otherwise. A file
     * with a fault keeps the cases that it had.
     *
     * @param progress is told how many cases have been read, after each, where all are
     * @param faults is told every fault of the files that were read
     * @return what the index holds; empty if it wasn't stale
     * @throws IndexUnavailableException if the folder isn't writable or another process builds there
     */
    public Optional<IndexStatus> refresh(LongConsumer progress, Consumer<CorpusDiagnostic> faults) throws IOException {
        return withWriteLock(() -> {
            CorpusSnapshot contents = contents();
            if (!isStale(contents)) {
                return Optional.empty();
            }
            return Optional.of(canBeUpdated() ? update(contents, faults) : build(contents, true, progress, faults));
        });
    }

    /**
     * Builds a new generation from the whole corpus and lets it answer once it is complete. Faulty cases are left out.
     *
     * @param progress is told how many cases have been read, after each
     * @param faults is told every fault of the corpus
     * @throws IndexUnavailableException if the folder isn't writable or another process builds there
     */
    public IndexStatus rebuild(LongConsumer progress, Consumer<CorpusDiagnostic> faults) throws IOException {
        return withWriteLock(() -> build(contents(), false, progress, faults));
    }

    /** As {@link #rebuild}, but a file with a fault keeps the cases that it had in the newest index that is whole. */
    public IndexStatus repair(LongConsumer progress, Consumer<CorpusDiagnostic> faults) throws IOException {
        return withWriteLock(() -> build(contents(), true, progress, faults));
    }

    private interface Building<T> {
        T run() throws IOException;
    }

    private <T> T withWriteLock(Building<T> building) throws IOException {
        try (Lock lock = generations.lock()) {
            T built = building.run();
            lock.ensureValid();
            return built;
        } catch (IndexUnavailableException e) {
            throw e;
        } catch (IOException
                | UncheckedIOException
                | AlreadyClosedException e) { // closed by the failure of another thread
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
            Consumer<CorpusDiagnostic> told)
            throws IOException {
        JapaneseAnalyzers sharing = analysis.caching();
        try (var directory = generations.open(generation);
                var writer = new IndexWriter(directory, settings(sharing));
                var cases = new CaseIndexer(writer, sharing.nouns())) {
            var build = new FullIndexing(corpus, contents, lexicon, last, cases, new DiagnosticsByFile(told), progress);
            build.write();
            List<VocabularyEntry> words = build.words();
            writer.forceMerge(1); // each segment costs every query as much as some thousand sections
            Vocabulary.write(words, directory, Vocabulary.FILE);
            return commit(writer, contents, Vocabulary.FILE, build.faults());
        }
    }

    private IndexStatus update(CorpusSnapshot contents, Consumer<CorpusDiagnostic> told) throws IOException {
        Path generation = generations.current().orElseThrow();
        JapaneseAnalyzers sharing = analysis.caching();
        try (var directory = generations.open(generation);
                var before = DirectoryReader.open(directory);
                var writer = new IndexWriter(directory, settings(sharing));
                var cases = new CaseIndexer(writer, sharing.nouns())) {
            IncrementalIndexing update =
                    IncrementalIndexing.of(corpus, contents, lexicon, new IndexedFileCatalog(before));
            update.write(cases, told);
            String known =
                    IndexManifest.of(before.getIndexCommit().getUserData()).vocabulary();
            String vocabulary = vocabulary(
                    directory, known, cases.words(), before.getIndexCommit().getGeneration());
            IndexStatus status = commit(writer, contents, vocabulary, update.faults());
            Vocabulary.deleteOthers(vocabulary, directory);
            return status;
        }
    }

    /** The file of the words of {@code known} and of {@code more}: a new one, unless there is none more. */
    private static String vocabulary(Directory directory, String known, List<VocabularyEntry> more, long commit)
            throws IOException {
        List<VocabularyEntry> before = Vocabulary.read(directory, known).entries();
        List<VocabularyEntry> joined = VocabularyBuilder.joined(before, more);
        if (joined.size() == before.size()) {
            return known;
        }
        Vocabulary.deleteOthers(known, directory); // what a crash left
        String next = Vocabulary.file(commit + 1);
        Vocabulary.write(joined, directory, next);
        return next;
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
            return manifest.status(
                    new IndexedFileCatalog(reader).faults(IndexStatus.MAX_LISTED), ChecksumVerifier.size(reader));
        }
    }

    /**
     * Opens the generation that answers now.
     *
     * @throws IndexUnavailableException if there is none or it can't be read
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

    /** Opens the newest generation that is whole, which may lack the last changes; empty where none is. */
    Optional<SearchEngine> openLast() throws IOException {
        try (LatestIntactGeneration last = LatestIntactGeneration.in(generations)) {
            return last.generation().isEmpty()
                    ? Optional.empty()
                    : Optional.of(open(last.generation().get()));
        }
    }

    private SearchEngine open(Path generation) throws IOException {
        Directory directory = generations.open(generation);
        DirectoryReader reader = DirectoryReader.open(directory);
        try {
            var manifest = IndexManifest.of(reader.getIndexCommit().getUserData());
            IndexStatus status = manifest.status(
                    new IndexedFileCatalog(reader).faults(IndexStatus.MAX_LISTED), ChecksumVerifier.size(reader));
            Vocabulary vocabulary = Vocabulary.read(directory, manifest.vocabulary());
            var backend = new LuceneBackend(reader, lexicon, status);
            return new QueryEngine<>(backend, analyzer, synonyms, lexicon, () -> vocabulary);
        } catch (IOException | RuntimeException e) {
            IOUtils.closeWhileHandlingException(reader, directory);
            throw e;
        }
    }
}
