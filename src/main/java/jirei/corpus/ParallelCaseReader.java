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
import jirei.corpus.format.CaseJson;
import jirei.corpus.format.CaseMarkdown;
import jirei.corpus.lexicon.Lexicon;
import jirei.corpus.text.CorpusDiagnostic;
import jirei.corpus.text.CorpusFormatException;
import jirei.corpus.text.StrictUtf8;
import org.jspecify.annotations.Nullable;

/** Reads case files on all processors and hands the cases over in the order of the files, a few read ahead. */
final class ParallelCaseReader implements AutoCloseable {
    private static final int READERS = Runtime.getRuntime().availableProcessors();
    private static final int MAX_QUEUED = 8 * READERS;
    private static final int CHUNK = 1 << 16;

    private final Lexicon lexicon;
    private final Taking taking;
    private final Map<String, String> places = new HashMap<>();
    private final Queue<Future<Outcome>> ahead = new ArrayDeque<>();
    private final ExecutorService readers = Executors.newFixedThreadPool(
            READERS, Thread.ofPlatform().daemon().name("corpus-reader-", 0).factory());

    /** Takes what is read, in the thread that reads. */
    interface Taking {
        void take(Path file, CaseStudy caseStudy);

        void fault(CorpusDiagnostic fault);

        /** Takes the fault of a case that was read well but whose id stands twice. */
        void clash(CorpusDiagnostic fault);
    }

    ParallelCaseReader(Lexicon lexicon, Taking taking) {
        this.lexicon = lexicon;
        this.taking = taking;
    }

    /** Reads {@code files} in their order. */
    void read(List<Path> files) throws IOException {
        for (Path file : files) {
            if (CorpusFiles.isJsonLines(file)) {
                readLines(file);
            } else {
                submit(file, 1, () -> CaseMarkdown.read(file, StrictUtf8.read(file), lexicon));
            }
        }
        while (!ahead.isEmpty()) {
            handOver();
        }
    }

    @Override
    public void close() {
        readers.shutdownNow();
    }

    private void readLines(Path file) throws IOException {
        int line = 1;
        try (InputStream in = Files.newInputStream(file)) {
            var pending = new ByteArrayOutputStream();
            byte[] chunk = new byte[CHUNK];
            for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
                int from = 0;
                for (int at = 0; at < length; at++) {
                    if (chunk[at] == '\n') {
                        pending.write(chunk, from, at - from);
                        submitLine(file, line, pending);
                        line++;
                        from = at + 1;
                    }
                }
                pending.write(chunk, from, length - from);
            }
            submitLine(file, line, pending);
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            submit(file, line, () -> {
                throw e;
            });
        }
    }

    private void submitLine(Path file, int line, ByteArrayOutputStream pending) throws IOException {
        byte[] bytes = pending.toByteArray();
        pending.reset();
        submit(file, line, () -> {
            String json = StrictUtf8.decode(file, line, bytes).strip();
            return json.isEmpty() ? null : CaseJson.read(file, line, json, lexicon);
        });
    }

    private void submit(Path file, int line, Callable<@Nullable CaseStudy> reading) throws IOException {
        ahead.add(readers.submit(() -> outcome(file, line, reading)));
        if (ahead.size() > MAX_QUEUED) {
            handOver();
        }
    }

    private static Outcome outcome(Path file, int line, Callable<@Nullable CaseStudy> reading) throws Exception {
        try {
            return new Outcome(file, line, reading.call(), List.of());
        } catch (CorpusFormatException e) {
            return new Outcome(file, line, null, e.faults());
        } catch (IOException e) {
            var fault = new CorpusDiagnostic(file, line, "ファイルを読み取れないため、読み取りの権限を確かめてください");
            return new Outcome(file, line, null, List.of(fault));
        }
    }

    /** Waits for the first of those read ahead. */
    private void handOver() throws IOException {
        try {
            Outcome outcome = ahead.remove().get();
            outcome.faults.forEach(taking::fault);
            if (outcome.caseStudy != null) {
                handOver(outcome.caseStudy, outcome.file, outcome.line);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while reading the corpus");
        } catch (ExecutionException e) {
            throw new IllegalStateException("a case can't be read", e.getCause());
        }
    }

    private void handOver(CaseStudy caseStudy, Path file, int line) {
        String earlier = places.putIfAbsent(caseStudy.id(), file + ":" + line);
        if (earlier == null) {
            taking.take(file, caseStudy);
        } else {
            taking.clash(new CorpusDiagnostic(
                    file, line, "id「" + caseStudy.id() + "」の事例が " + earlier + " にもあるため、別の id に変えるか、どちらかを消してください"));
        }
    }

    /** What came of one case. */
    private record Outcome(Path file, int line, @Nullable CaseStudy caseStudy, List<CorpusDiagnostic> faults) {}
}
