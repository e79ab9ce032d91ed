package jirei.bench;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jirei.analysis.JapaneseAnalyzers;
import jirei.cases.CaseStudy;
import jirei.corpus.CorpusReader;
import jirei.corpus.lexicon.Lexicon;
import jirei.engine.schema.AnalyzedField;
import jirei.engine.schema.CaseDocumentMapper;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/** Writes the fields of a corpus by Lucene alone: no hashes, no vocabulary, nothing that could be brought up to date. */
public final class BaselineIndexing {
    private static final int AHEAD = 64;
    private static final double BUFFER_MEGABYTES = 256;

    private BaselineIndexing() {}

    /** Reads the corpus of the first argument and writes into the folder of the second with as many threads as the third says. */
    public static void main(String[] arguments) throws Exception {
        CorpusReader corpus = CorpusReader.of(Path.of(arguments[0]));
        var settings = new IndexWriterConfig(analyzer(corpus)).setRAMBufferSizeMB(BUFFER_MEGABYTES);
        try (var directory = FSDirectory.open(Path.of(arguments[1]));
                var writer = new IndexWriter(directory, settings)) {
            write(corpus, writer, Integer.parseInt(arguments[2]));
            writer.commit();
        }
    }

    static Analyzer analyzer(CorpusReader corpus) throws Exception {
        try (Reader dictionary = corpus.openLexiconFile(Lexicon.USER_DICTIONARY_FILE)) {
            return AnalyzedField.analyzer(JapaneseAnalyzers.with(dictionary));
        }
    }

    /** A case and where it stands; no case at the end. */
    private record Read(@Nullable CaseStudy caseStudy) {}

    private static void write(CorpusReader corpus, IndexWriter writer, int threads) throws Exception {
        BlockingQueue<Read> ahead = new ArrayBlockingQueue<>(AHEAD);
        try (ExecutorService pool = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().name("bare-writer-", 0).factory())) {
            List<Future<?>> writers = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                writers.add(pool.submit(writing(ahead, writer)));
            }
            corpus.read(one -> put(ahead, new Read(one)), fault -> {});
            for (int i = 0; i < threads; i++) {
                put(ahead, new Read(null));
            }
            for (Future<?> one : writers) {
                one.get();
            }
        }
    }

    private static void put(BlockingQueue<Read> ahead, Read read) {
        try {
            ahead.put(read);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static Callable<Boolean> writing(BlockingQueue<Read> ahead, IndexWriter writer) {
        return () -> {
            for (CaseStudy one = ahead.take().caseStudy();
                    one != null;
                    one = ahead.take().caseStudy()) {
                add(writer, one);
            }
            return true;
        };
    }

    private static void add(IndexWriter writer, CaseStudy one) throws IOException {
        writer.addDocuments(CaseDocumentMapper.of(one, "bench"));
    }
}
