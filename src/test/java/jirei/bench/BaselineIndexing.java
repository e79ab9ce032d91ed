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

/**
 * Baseline for indexing: writes the fields of a corpus with plain Lucene, without hashes, vocabulary and the data for
 * incremental updates. Stateless.
 */
public final class BaselineIndexing {
    private static final int QUEUE_SIZE = 64;
    private static final double BUFFER_MEGABYTES = 256;

    private BaselineIndexing() {}

    /** Indexes a corpus; the arguments are the corpus folder, the index folder and the number of threads. */
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

    /** An entry of the queue; null marks the end. */
    private record QueuedCase(@Nullable CaseStudy caseStudy) {}

    private static void write(CorpusReader corpus, IndexWriter writer, int threads) throws Exception {
        BlockingQueue<QueuedCase> queue = new ArrayBlockingQueue<>(QUEUE_SIZE);
        try (ExecutorService pool = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().name("bare-writer-", 0).factory())) {
            List<Future<?>> writers = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                writers.add(pool.submit(worker(queue, writer)));
            }
            corpus.read(caseStudy -> put(queue, new QueuedCase(caseStudy)), diagnostic -> {});
            for (int i = 0; i < threads; i++) {
                put(queue, new QueuedCase(null));
            }
            for (Future<?> future : writers) {
                future.get();
            }
        }
    }

    private static void put(BlockingQueue<QueuedCase> queue, QueuedCase entry) {
        try {
            queue.put(entry);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static Callable<Boolean> worker(BlockingQueue<QueuedCase> queue, IndexWriter writer) {
        return () -> {
            for (CaseStudy caseStudy = queue.take().caseStudy();
                    caseStudy != null;
                    caseStudy = queue.take().caseStudy()) {
                add(writer, caseStudy);
            }
            return true;
        };
    }

    private static void add(IndexWriter writer, CaseStudy caseStudy) throws IOException {
        writer.addDocuments(CaseDocumentMapper.of(caseStudy, "bench"));
    }
}
