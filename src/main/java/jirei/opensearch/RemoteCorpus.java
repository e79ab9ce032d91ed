package jirei.opensearch;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.TreeSet;
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
import jirei.engine.query.FieldBoosts;
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
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;

/**
 * A corpus whose index lies elsewhere: gives the documents that are to be written there, and the engine that searches them.
 *
 * <p>Reads the lexicon when it is made.
 */
public final class RemoteCorpus {
    /** How many cases may have been handed over without their words being counted. */
    private static final int MAX_QUEUED = 64;

    private final CorpusReader corpus;
    private final CorpusSnapshot contents;
    private final Lexicon lexicon;
    private final JapaneseAnalyzers analysis;
    private final SynonymLexicon synonyms;
    private final Analyzer analyzer;
    private final JapaneseAnalyzers sharing;
    private final Analyzer cutting;

    private RemoteCorpus(CorpusReader corpus) throws IOException, CorpusFormatException {
        this.corpus = corpus;
        this.contents = corpus.snapshot(); // first: what changes while it is read counts as changed
        this.analysis = LexiconLoader.load(corpus, Lexicon.USER_DICTIONARY_FILE, JapaneseAnalyzers::with);
        this.synonyms = LexiconLoader.load(corpus, Lexicon.SYNONYMS_FILE, SynonymLexicon::read);
        this.lexicon = corpus.lexicon();
        this.analyzer = AnalyzedField.analyzer(analysis);
        this.sharing = analysis.caching();
        this.cutting = AnalyzedField.analyzer(sharing);
    }

    /**
     * The state of {@code corpus} now.
     *
     * @throws CorpusFormatException if the lexicon has faults, all of them named
     */
    public static RemoteCorpus of(CorpusReader corpus) throws IOException, CorpusFormatException {
        return new RemoteCorpus(corpus);
    }

    /** The version of the fields and of what they hold. */
    public int schema() {
        return IndexManifest.SCHEMA;
    }

    /** The fingerprint of corpus and lexicon. */
    public String fingerprint() {
        return contents.fingerprint();
    }

    /** The fingerprint of the lexicon alone. */
    public String lexiconPrint() {
        return contents.lexicon();
    }

    /** The lexicon, as read when this was made. */
    Lexicon lexicon() {
        return lexicon;
    }

    /** The index-time analyzer of every field. */
    Analyzer analyzer() {
        return analyzer;
    }

    /** Cuts each text field of the documents into its terms; for threads that cut many. */
    public Analyzer cutting() {
        return cutting;
    }

    /** How terms are to be weighed. */
    public static BM25Similarity similarity() {
        return (BM25Similarity) FieldBoosts.similarity();
    }

    /** Takes the documents of cases. */
    public interface Taking {
        /**
         * Takes the documents of a case: its sections in reading order, then the case.
         *
         * @param counting counts the case's words; to be run by the thread that cuts the documents, which has cut most of that
         */
        void take(String caseId, List<Document> block, Runnable counting) throws IOException;
    }

    /** What was written. */
    public static final class Written {
        private final RemoteManifest manifest;
        private final byte[] vocabulary;

        private Written(RemoteManifest manifest, byte[] vocabulary) {
            this.manifest = manifest;
            this.vocabulary = vocabulary;
        }

        /** What the index is built from. */
        public RemoteManifest manifest() {
            return manifest;
        }

        /** The words of the index, for {@link OpenSearchBackend#vocabulary}. */
        public byte[] vocabulary() {
            return vocabulary.clone();
        }
    }

    /**
     * Reads the whole corpus and hands its documents over, in the order of the files. Faulty cases are left out.
     *
     * @param progress is told how many cases have been handed over, after each
     * @param told is told every fault
     */
    public Written write(Taking taking, LongConsumer progress, Consumer<CorpusDiagnostic> told) throws IOException {
        var writing = new Writing(taking, progress, told);
        contents.diagnostics().forEach(writing::note);
        corpus.read(new TreeSet<>(contents.cases().keySet()), lexicon, writing);
        writing.finish();
        return new Written(
                new RemoteManifest(
                        schema(),
                        fingerprint(),
                        lexiconPrint(),
                        writing.cases,
                        writing.sections,
                        contents.cases().size(),
                        writing.faults,
                        writing.faultList),
                bytes(writing.vocabulary.entries()));
    }

    private final class Writing implements CorpusReader.Sink {
        private final Taking taking;
        private final LongConsumer progress;
        private final Consumer<CorpusDiagnostic> told;
        private final VocabularyBuilder vocabulary = new VocabularyBuilder(sharing.nouns());
        private final Queue<FutureTask<VocabularyBuilder.Words>> ahead = new ArrayDeque<>();
        private final List<String> faultList = new ArrayList<>();
        private long cases;
        private long sections;
        private long faults;

        Writing(Taking taking, LongConsumer progress, Consumer<CorpusDiagnostic> told) {
            this.taking = taking;
            this.progress = progress;
            this.told = told;
        }

        @Override
        public void accept(String file, CaseStudy caseStudy) {
            CaseStudy canonical = CaseDocumentMapper.canonical(caseStudy, lexicon);
            var counting = new FutureTask<>(() -> vocabulary.words(canonical));
            ahead.add(counting);
            try {
                taking.take(canonical.id(), CaseDocumentMapper.joinDocuments(canonical, file), counting);
                if (ahead.size() > MAX_QUEUED) {
                    count();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            cases++;
            sections += canonical.sections().size();
            progress.accept(cases);
        }

        void finish() throws IOException {
            while (!ahead.isEmpty()) {
                count();
            }
        }

        /** Counts the words of the case that was handed over first: in the order of the cases, whoever cut them when. */
        private void count() throws IOException {
            FutureTask<VocabularyBuilder.Words> first = ahead.remove();
            first.run(); // nothing happens where somebody does or did
            try {
                vocabulary.add(first.get());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted while counting words");
            } catch (ExecutionException e) {
                throw new IllegalStateException("the words of a case can't be counted", e.getCause());
            }
        }

        @Override
        public void report(String file, CorpusDiagnostic fault) {
            note(fault);
        }

        @Override
        public void reportDuplicate(String file, CorpusDiagnostic fault) {
            note(fault);
        }

        void note(CorpusDiagnostic fault) {
            faults++;
            if (faultList.size() < IndexStatus.MAX_LISTED) {
                faultList.add(
                        corpus.directory().relativize(fault.file()) + ":" + fault.line() + ": " + fault.problem());
            }
            told.accept(fault);
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

    /** The engine over {@code backend}, which is closed with it. */
    SearchEngine open(OpenSearchBackend backend) throws IOException {
        Directory directory = new ByteBuffersDirectory();
        try (IndexOutput out = directory.createOutput(Vocabulary.FILE, IOContext.DEFAULT)) {
            byte[] bytes = backend.vocabulary();
            out.writeBytes(bytes, bytes.length);
        }
        Vocabulary vocabulary = Vocabulary.read(directory, Vocabulary.FILE);
        return new QueryEngine<>(backend, analyzer, synonyms, lexicon, () -> vocabulary);
    }
}
