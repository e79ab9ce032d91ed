package jirei.opensearch;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import jirei.analysis.JapaneseAnalyzers;
import jirei.analysis.SynonymLexicon;
import jirei.cases.CaseStudy;
import jirei.corpus.CorpusReader;
import jirei.corpus.CorpusSnapshot;
import jirei.corpus.lexicon.Lexicon;
import jirei.corpus.text.CorpusDiagnostic;
import jirei.corpus.text.CorpusFormatException;
import jirei.engine.QueryEngine;
import jirei.engine.schema.AnalyzedField;
import jirei.engine.schema.CaseDocumentMapper;
import jirei.engine.schema.IndexManifest;
import jirei.engine.schema.LexiconLoader;
import jirei.engine.vocabulary.Vocabulary;
import jirei.engine.vocabulary.VocabularyBuilder;
import jirei.engine.vocabulary.VocabularyEntry;
import jirei.search.IndexStatus;
import jirei.search.SearchEngine;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;

/**
 * The source of an index in a cluster: corpus, lexicon and analysis. Produces the documents to be indexed, and the engine that searches them.
 *
 * <p>Reads the lexicon when it is created. Thread-safe.
 */
public final class IndexSource {
    /** Maximum number of cases passed on whose words have not been counted yet. */
    private static final int MAX_QUEUED = 64;

    private final CorpusReader corpus;
    private final CorpusSnapshot contents;
    private final Lexicon lexicon;
    private final JapaneseAnalyzers analysis;
    private final SynonymLexicon synonyms;
    private final Analyzer analyzer;
    private final JapaneseAnalyzers caching;
    private final Analyzer indexingAnalyzer;

    private IndexSource(CorpusReader corpus) throws IOException, CorpusFormatException {
        this.corpus = corpus;
        this.contents = corpus.snapshot(); // first, so that a change during reading makes the index stale
        this.analysis = LexiconLoader.load(corpus, Lexicon.USER_DICTIONARY_FILE, JapaneseAnalyzers::with);
        this.synonyms = LexiconLoader.load(corpus, Lexicon.SYNONYMS_FILE, SynonymLexicon::read);
        this.lexicon = corpus.lexicon();
        this.analyzer = AnalyzedField.analyzer(analysis);
        this.caching = analysis.caching();
        this.indexingAnalyzer = AnalyzedField.analyzer(caching);
    }

    /**
     * Takes a snapshot of {@code corpus}.
     *
     * @throws CorpusFormatException if the lexicon has faults; the exception lists all of them
     */
    public static IndexSource of(CorpusReader corpus) throws IOException, CorpusFormatException {
        return new IndexSource(corpus);
    }

    /** Returns the version of the index schema. */
    public int schema() {
        return IndexManifest.SCHEMA;
    }

    /** Returns the fingerprint of corpus and lexicon. */
    public String fingerprint() {
        return contents.fingerprint();
    }

    /** Returns the fingerprint of the lexicon alone. */
    public String lexiconFingerprint() {
        return contents.lexicon();
    }

    /** Returns the lexicon, as read when this object was created. */
    Lexicon lexicon() {
        return lexicon;
    }

    /** Returns the index-time analyzer of all fields. */
    Analyzer analyzer() {
        return analyzer;
    }

    /** Returns an index-time analyzer with caches shared between its threads, for bulk indexing. */
    public Analyzer indexingAnalyzer() {
        return indexingAnalyzer;
    }

    /** Receives the documents of cases. Not thread-safe. */
    public interface BlockConsumer {
        /**
         * Receives the documents of a case: its sections in reading order, then the case.
         *
         * @param countWords counts the words of the case; to be run by the thread that analyzes the documents,
         *     whose caches then have most of the tokens
         * @param rejected to be called by any thread if the documents cannot be analyzed; none of them is written then
         */
        void accept(String caseId, List<Document> block, Runnable countWords, Consumer<Throwable> rejected)
                throws IOException;

        /** Waits until all documents are written. */
        default void finish() throws IOException {
            // nothing is pending
        }
    }

    /** The result of writing a corpus. Immutable. */
    public static final class Written {
        private final RemoteManifest manifest;
        private final byte[] vocabulary;

        private Written(RemoteManifest manifest, byte[] vocabulary) {
            this.manifest = manifest;
            this.vocabulary = vocabulary;
        }

        /** Returns what the index was built from. */
        public RemoteManifest manifest() {
            return manifest;
        }

        /** Returns the vocabulary file of the index, for {@link OpenSearchBackend#vocabulary}. */
        public byte[] vocabulary() {
            return vocabulary.clone();
        }
    }

    /**
     * Reads the whole corpus and passes on its documents, in the order of the files. Faulty cases are left out.
     *
     * @param progress receives the number of cases passed on so far, after each case
     * @param faultListener receives every fault
     */
    public Written write(BlockConsumer consumer, LongConsumer progress, Consumer<CorpusDiagnostic> faultListener)
            throws IOException {
        var writer = new CorpusWriter(consumer, progress, faultListener);
        contents.diagnostics().forEach(writer::addFault);
        corpus.read(new TreeSet<>(contents.cases().keySet()), lexicon, writer);
        writer.finish();
        return new Written(
                new RemoteManifest(
                        schema(),
                        fingerprint(),
                        lexiconFingerprint(),
                        writer.cases,
                        writer.sections,
                        contents.cases().size(),
                        writer.faultCount,
                        writer.faultList),
                bytes(writer.vocabulary.entries()));
    }

    /**
     * A case that cannot be indexed.
     *
     * @param sections the number of its sections
     */
    private record Rejected(CorpusDiagnostic fault, int sections) {}

    private final class CorpusWriter implements CorpusReader.Sink {
        private final BlockConsumer consumer;
        private final LongConsumer progress;
        private final Consumer<CorpusDiagnostic> faultListener;
        private final VocabularyBuilder vocabulary = new VocabularyBuilder(caching.nouns());
        private final Queue<FutureTask<VocabularyBuilder.Words>> pending = new ArrayDeque<>();
        private final Queue<Rejected> rejections = new ConcurrentLinkedQueue<>();
        private final List<String> faultList = new ArrayList<>();
        private long cases;
        private long sections;
        private long faultCount;

        CorpusWriter(BlockConsumer consumer, LongConsumer progress, Consumer<CorpusDiagnostic> faultListener) {
            this.consumer = consumer;
            this.progress = progress;
            this.faultListener = faultListener;
        }

        @Override
        public void accept(String file, int line, CaseStudy caseStudy) {
            CaseStudy canonical = CaseDocumentMapper.canonical(caseStudy, lexicon, corpus.statistics());
            var countWords = new FutureTask<>(() -> vocabulary.words(canonical));
            Path path = corpus.directory().resolve(file);
            int size = canonical.sections().size();
            Consumer<Throwable> rejected =
                    failure -> rejections.add(new Rejected(CorpusDiagnostic.ofFailure(path, line, failure), size));
            pending.add(countWords);
            try {
                consumer.accept(
                        canonical.id(), CaseDocumentMapper.joinDocuments(canonical, file), countWords, rejected);
                if (pending.size() > MAX_QUEUED) {
                    countFirst();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            cases++;
            sections += size;
            progress.accept(cases);
        }

        void finish() throws IOException {
            while (!pending.isEmpty()) {
                countFirst();
            }
            consumer.finish();
            for (Rejected one : rejections) {
                cases--;
                sections -= one.sections;
                addFault(one.fault);
            }
        }

        /**
         * Counts the words of the first pending case: always in the order of the cases, whichever thread analyzed them.
         */
        private void countFirst() throws IOException {
            FutureTask<VocabularyBuilder.Words> first = pending.remove();
            first.run(); // does nothing if another thread runs or has run it
            try {
                vocabulary.add(first.get());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted while counting words");
            } catch (ExecutionException e) {
                // the words are only suggested; if its documents cannot be analyzed either, the case is rejected
            }
        }

        @Override
        public void report(String file, CorpusDiagnostic fault) {
            addFault(fault);
        }

        @Override
        public void reportDuplicate(String file, CorpusDiagnostic fault) {
            addFault(fault);
        }

        void addFault(CorpusDiagnostic fault) {
            faultCount++;
            if (faultList.size() < IndexStatus.MAX_LISTED) {
                boolean isDirectory = fault.file().equals(corpus.directory());
                Path name = isDirectory ? fault.file() : corpus.directory().relativize(fault.file());
                faultList.add(name + ":" + fault.line() + ": " + fault.problem());
            }
            faultListener.accept(fault);
        }
    }

    private static byte[] bytes(List<VocabularyEntry> vocabulary) throws IOException {
        var directory = new ByteBuffersDirectory();
        Vocabulary.write(vocabulary, directory, Vocabulary.FILE);
        try (IndexInput in = directory.openInput(Vocabulary.FILE, IOContext.READONCE)) {
            var bytes = new byte[Math.toIntExact(in.length())];
            in.readBytes(bytes, 0, bytes.length);
            return bytes;
        }
    }

    /** Returns the engine over {@code backend}, which is closed with it. */
    SearchEngine open(OpenSearchBackend backend) throws IOException {
        Directory directory = new ByteBuffersDirectory();
        try (IndexOutput out = directory.createOutput(Vocabulary.FILE, IOContext.DEFAULT)) {
            byte[] bytes = backend.vocabulary();
            out.writeBytes(bytes, bytes.length);
        }
        Vocabulary vocabulary = Vocabulary.read(directory, Vocabulary.FILE);
        return new QueryEngine<>(backend, analyzer, synonyms, lexicon, corpus.statistics(), () -> vocabulary);
    }
}
