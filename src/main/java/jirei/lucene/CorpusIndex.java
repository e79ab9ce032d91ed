package jirei.lucene;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import jirei.analysis.JapaneseAnalysis;
import jirei.analysis.LexiconException;
import jirei.analysis.Synonyms;
import jirei.cases.CaseStudy;
import jirei.cases.Section;
import jirei.corpus.ActorLexicon;
import jirei.corpus.CorpusFault;
import jirei.corpus.CorpusFormatException;
import jirei.corpus.CorpusReader;
import jirei.corpus.Lexicon;
import jirei.search.IndexStatus;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;

/** The index of a corpus in a folder: knows whether it is stale, rebuilds it, opens it. */
public final class CorpusIndex {
    private static final double WRITE_BUFFER_MEGABYTES = 64;

    private final CorpusReader corpus;
    private final Generations generations;
    private final Path folder;
    private final Lexicon lexicon;
    private final JapaneseAnalysis analysis;
    private final Analyzer analyzer;
    private final Synonyms synonyms;

    private CorpusIndex(
            CorpusReader corpus,
            Path folder,
            Generations generations,
            Lexicon lexicon,
            JapaneseAnalysis analysis,
            Synonyms synonyms) {
        this.corpus = corpus;
        this.folder = folder;
        this.generations = generations;
        this.lexicon = lexicon;
        this.analysis = analysis;
        this.analyzer = TextField.analyzer(analysis);
        this.synonyms = synonyms;
    }

    /**
     * The index of {@code corpus} in {@code folder}, which is made if it isn't there.
     *
     * @throws CorpusFormatException if the lexicon has faults, all of them named
     * @throws IndexUnavailableException if the folder can't be used
     */
    public static CorpusIndex of(CorpusReader corpus, Path folder) throws IOException, CorpusFormatException {
        JapaneseAnalysis analysis = read(corpus, Lexicon.USER_DICTIONARY_FILE, JapaneseAnalysis::with);
        Synonyms synonyms = read(corpus, Lexicon.SYNONYMS_FILE, Synonyms::read);
        return new CorpusIndex(corpus, folder, Generations.in(folder), corpus.lexicon(), analysis, synonyms);
    }

    /** Makes something of a file of the lexicon. */
    private interface Reading<T> {
        T of(Reader text) throws IOException, LexiconException;
    }

    private static <T> T read(CorpusReader corpus, String file, Reading<T> reading)
            throws IOException, CorpusFormatException {
        try (Reader text = corpus.openLexiconFile(file)) {
            return reading.of(text);
        } catch (LexiconException e) {
            var fault = new CorpusFault(corpus.lexiconFile(file), e.line(), String.valueOf(e.getMessage()));
            throw new CorpusFormatException(List.of(fault));
        }
    }

    /** Whether the corpus, the lexicon or the program has changed since the index was built, or there is none. */
    public boolean isStale() throws IOException {
        Optional<IndexManifest> manifest = manifest();
        return manifest.isEmpty() || !manifest.get().isCurrent(corpus.fingerprint());
    }

    /** What the index was built from; empty where there is none that can be read. */
    private Optional<IndexManifest> manifest() throws IOException {
        Optional<Path> generation = generations.current();
        if (generation.isEmpty()) {
            return Optional.empty();
        }
        try (var directory = FSDirectory.open(generation.get());
                var reader = DirectoryReader.open(directory)) {
            return Optional.of(IndexManifest.of(reader.getIndexCommit().getUserData()));
        } catch (IOException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * Builds a new generation from the whole corpus and lets it answer once it is complete. Faulty cases are left out.
     *
     * @param progress is told how many cases have been read, after each
     * @param faults is told every fault of the corpus
     * @throws IndexUnavailableException if the folder isn't writable or another process builds there
     */
    public IndexStatus rebuild(LongConsumer progress, Consumer<CorpusFault> faults) throws IOException {
        try (Lock lock = generations.lock()) {
            Path generation = generations.begin();
            IndexManifest manifest = write(generation, progress, faults);
            lock.ensureValid();
            generations.publish(generation);
            generations.deleteOthers();
            return manifest.status();
        } catch (IndexUnavailableException e) {
            throw e;
        } catch (IOException | UncheckedIOException e) {
            throw Generations.notWritable(folder, e);
        }
    }

    private IndexManifest write(Path generation, LongConsumer progress, Consumer<CorpusFault> faults)
            throws IOException {
        String fingerprint = corpus.fingerprint();
        var config = new IndexWriterConfig(analyzer)
                .setRAMBufferSizeMB(WRITE_BUFFER_MEGABYTES)
                .setCommitOnClose(false);
        try (var directory = FSDirectory.open(generation);
                var writer = new IndexWriter(directory, config)) {
            var counts = new Counts();
            var vocabulary = new VocabularyCounts(analysis.nouns());
            corpus.read(
                    caseStudy -> {
                        CaseStudy canonical = canonical(caseStudy);
                        add(writer, canonical);
                        vocabulary.add(canonical);
                        counts.cases++;
                        counts.sections += caseStudy.sections().size();
                        progress.accept(counts.cases);
                    },
                    fault -> {
                        counts.faults++;
                        faults.accept(fault);
                    });
            var manifest =
                    new IndexManifest(IndexManifest.SCHEMA, fingerprint, counts.cases, counts.sections, counts.faults);
            Vocabulary.write(vocabulary.entries(), directory);
            writer.setLiveCommitData(manifest.commitData().entrySet());
            writer.commit();
            return manifest;
        }
    }

    private static final class Counts {
        long cases;
        long sections;
        long faults;
    }

    private static void add(IndexWriter writer, CaseStudy caseStudy) {
        try {
            writer.updateDocuments(
                    new Term(IndexField.CASE_ID.luceneName(), caseStudy.id()), CaseDocuments.of(caseStudy));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same case with every actor by its canonical name, so that a facet has one label for each. */
    private CaseStudy canonical(CaseStudy caseStudy) {
        ActorLexicon actors = lexicon.actors();
        List<Section> sections = caseStudy.sections().stream()
                .map(section -> section.withActors(actors.canonical(section.actors())))
                .toList();
        return caseStudy.withSections(sections);
    }

    /**
     * Opens the generation that answers now.
     *
     * @throws IndexUnavailableException if there is none or it can't be read
     */
    public LuceneEngine open() throws IOException {
        Path generation = generations
                .current()
                .orElseThrow(() ->
                        new IndexUnavailableException("索引フォルダ「" + folder + "」に索引がありません。「jirei index」で作ってください", null));
        try {
            var directory = FSDirectory.open(generation);
            Vocabulary vocabulary = Vocabulary.read(directory);
            DirectoryReader reader = DirectoryReader.open(directory);
            var queryLexicon = new QueryLexicon(analyzer, synonyms, new KatakanaSpelling(reader));
            return new LuceneEngine(reader, vocabulary, analyzer, queryLexicon, lexicon);
        } catch (IOException | IllegalArgumentException e) {
            throw new IndexUnavailableException("索引フォルダ「" + folder + "」の索引を読めません。「jirei index」で作り直してください", e);
        }
    }
}
