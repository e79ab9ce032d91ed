package jirei.corpus;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jirei.cases.CaseStudy;
import jirei.cases.VisibleText;
import jirei.corpus.format.CaseJson;
import jirei.corpus.format.CaseMarkdown;
import jirei.corpus.lexicon.Lexicon;
import jirei.corpus.text.CorpusDiagnostic;
import jirei.corpus.text.CorpusFormatException;
import jirei.corpus.text.CorpusLimits;
import jirei.corpus.text.DiagnosticCollector;
import jirei.corpus.text.StrictUtf8;
import org.jspecify.annotations.Nullable;

/**
 * Reads case files on all processors and delivers the cases in file order, with bounded read-ahead. A failure of any
 * kind is a fault of the file that causes it, and the other files are read. Not thread-safe.
 */
final class ParallelCaseReader implements AutoCloseable {
    private static final int THREADS = Runtime.getRuntime().availableProcessors();
    private static final int MAX_QUEUED = 8 * THREADS;
    private static final int BUFFER_SIZE = 1 << 16;

    private final Path directory;
    private final Lexicon lexicon;
    private final CorpusReader.Sink sink;
    private final Map<String, String> locations = new HashMap<>();
    private final Map<String, Integer> reported = new HashMap<>();
    private final Queue<Future<Outcome>> queue = new ArrayDeque<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(
            THREADS, Thread.ofPlatform().daemon().name("corpus-reader-", 0).factory());

    /**
     * @param directory the corpus directory, to which the file names passed to {@code sink} are relative
     * @param sink called by the thread that calls {@link #read}
     */
    ParallelCaseReader(Path directory, Lexicon lexicon, CorpusReader.Sink sink) {
        this.directory = directory;
        this.lexicon = lexicon;
        this.sink = sink;
    }

    /** Reads {@code files} in the given order. */
    void read(List<Path> files) throws IOException {
        for (Path file : files) {
            if (CorpusFiles.isJsonLines(file)) {
                readLines(file);
            } else {
                submit(file, 1, () -> CaseMarkdown.read(file, StrictUtf8.read(file), lexicon));
            }
        }
        while (!queue.isEmpty()) {
            deliverNext();
        }
        for (Path file : files) {
            String name = CorpusFiles.name(directory, file);
            int omitted = reported.getOrDefault(name, 0) - CorpusLimits.MAX_DIAGNOSTICS;
            if (omitted > 0) {
                sink.report(name, new CorpusDiagnostic(file, 1, DiagnosticCollector.more(omitted)));
            }
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private void readLines(Path file) throws IOException {
        int line = 1;
        try (InputStream in = Files.newInputStream(file)) {
            var partialLine = new PartialLine();
            byte[] buffer = new byte[BUFFER_SIZE];
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                int start = 0;
                for (int i = 0; i < length; i++) {
                    if (buffer[i] == '\n') {
                        partialLine.write(buffer, start, i - start);
                        submitLine(file, line, partialLine);
                        line++;
                        start = i + 1;
                    }
                }
                partialLine.write(buffer, start, length - start);
            }
            submitLine(file, line, partialLine);
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            submit(file, line, () -> {
                throw e;
            });
        }
    }

    private void submitLine(Path file, int line, PartialLine buffered) throws IOException {
        boolean isTooLarge = buffered.isTooLarge;
        byte[] bytes = buffered.take();
        if (!isTooLarge && bytes.length == 0) {
            return;
        }
        submit(file, line, () -> {
            if (isTooLarge) {
                throw StrictUtf8.tooLarge(file, line, "この行");
            }
            String json = VisibleText.strip(StrictUtf8.decode(file, line, bytes));
            return json.isEmpty() ? null : CaseJson.read(file, line, json, lexicon);
        });
    }

    /** The bytes of a line read so far; those beyond {@link CorpusLimits#MAX_BYTES} are dropped. Not thread-safe. */
    private static final class PartialLine {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private boolean isTooLarge;

        void write(byte[] buffer, int from, int length) {
            isTooLarge |= length > CorpusLimits.MAX_BYTES - bytes.size();
            if (!isTooLarge) {
                bytes.write(buffer, from, length);
            }
        }

        byte[] take() {
            byte[] taken = bytes.toByteArray();
            bytes.reset();
            isTooLarge = false;
            return taken;
        }
    }

    private void submit(Path file, int line, Callable<@Nullable CaseStudy> read) throws IOException {
        queue.add(threads.submit(() -> outcome(file, line, read)));
        if (queue.size() > MAX_QUEUED) {
            deliverNext();
        }
    }

    private static Outcome outcome(Path file, int line, Callable<@Nullable CaseStudy> read) throws Exception {
        try {
            return new Outcome(file, line, read.call(), List.of());
        } catch (CorpusFormatException e) {
            return new Outcome(file, line, null, e.diagnostics());
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return new Outcome(file, line, null, List.of(CorpusDiagnostic.ofFailure(file, line, e)));
        }
    }

    /** Waits for the head of the queue and delivers it. */
    private void deliverNext() throws IOException {
        try {
            Outcome outcome = queue.remove().get();
            String name = CorpusFiles.name(directory, outcome.file);
            outcome.diagnostics.forEach(diagnostic -> report(name, diagnostic));
            if (outcome.caseStudy != null) {
                deliver(outcome.caseStudy, name, outcome.file, outcome.line);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while reading the corpus");
        } catch (ExecutionException e) {
            throw new IllegalStateException("the reader of cases failed", e.getCause());
        }
    }

    private void report(String name, CorpusDiagnostic diagnostic) {
        if (isReported(name)) {
            sink.report(name, diagnostic);
        }
    }

    /** Counts a problem of the file {@code name}; returns whether it is among the first, which are reported. */
    private boolean isReported(String name) {
        return reported.merge(name, 1, Integer::sum) <= CorpusLimits.MAX_DIAGNOSTICS;
    }

    private void deliver(CaseStudy caseStudy, String name, Path file, int line) {
        String earlier = locations.putIfAbsent(caseStudy.id(), file + ":" + line);
        if (earlier == null) {
            sink.accept(name, line, caseStudy);
        } else if (isReported(name)) {
            var duplicate = new CorpusDiagnostic(
                    file, line, "id「" + caseStudy.id() + "」の事例が " + earlier + " にもあります。別の id に変えるか、どちらかを消してください");
            sink.reportDuplicate(name, duplicate);
        }
    }

    /** The result of reading one case; the case is null if it is invalid or its line is empty. */
    private record Outcome(Path file, int line, @Nullable CaseStudy caseStudy, List<CorpusDiagnostic> diagnostics) {}
}
