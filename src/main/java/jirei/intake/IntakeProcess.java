package jirei.intake;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import jirei.intake.ocr.Ocr;
import jirei.intake.ocr.OcrSettings;
import jirei.intake.source.Limits;
import jirei.intake.source.SourceFile;
import jirei.intake.source.SourceFormatException;
import jirei.intake.source.UnreadableMessages;
import org.jspecify.annotations.Nullable;

/**
 * Reads untrusted documents in a process of its own, one after the other. A document that exceeds the limits of memory
 * or time ends that process only: it is reported as unreadable, and the next document is read by a new process. Not
 * thread-safe, except for {@link #close}.
 */
public final class IntakeProcess implements AutoCloseable {
    /** The exit code of a JVM with the option {@code ExitOnOutOfMemoryError}. */
    static final int OUT_OF_MEMORY = 3;

    /** Maximum time from the start of a process to its first reply. */
    private static final Duration MAX_START = Duration.ofMinutes(2);

    /** Time after which a document is ended whose reader has not itself noticed that its time is over. */
    private static final Duration GRACE = Duration.ofSeconds(3);

    /** Number of processes that may end between two documents, without one of them as the cause. */
    private static final int MAX_RESTARTS = 3;

    /** Time for a shutdown that ended both processes to be noticed. */
    private static final long SHUTDOWN_MILLIS = 200;

    /** Receives the documents of {@link #read}, in the calling thread. Not thread-safe. */
    public interface Listener {
        /** Receives the number of documents of an archive, before these. */
        void archive(int documents);

        /** Receives the name of a document or archive that is being read. */
        void begin(String name);

        /**
         * Receives the number of pages of the document that were read by OCR.
         *
         * @param all number of pages that are to be read
         */
        void pages(int done, int all);

        /**
         * Receives the number of pages of a PDF whose printed text was read, some times a second.
         *
         * @param all number of its pages
         */
        default void printed(int done, int all) {}

        /** Receives a document that was read. */
        void read(ReadDocument document);

        /** Receives a document that cannot be read, with a sentence in Japanese. */
        void unreadable(String name, String problem);
    }

    /**
     * The settings of an import. Immutable.
     *
     * @param command returns the command that runs {@link IntakeWorker#run}, for a folder for its temporary files
     * @param lexicon the folder of the lexicon
     * @param perDocument maximum time for a document
     * @param perArchive maximum time for all documents of an archive
     * @param split where the cases of a document start, as {@link jirei.intake.separation.SplitRule#of} reads it
     * @param columns the columns of spreadsheets chosen by the user, see {@link jirei.intake.table.ColumnChoice#parse};
     *     empty for none
     * @param ocr the settings of OCR
     */
    public record Settings(
            Function<Path, List<String>> command,
            Path lexicon,
            Duration perDocument,
            Duration perArchive,
            String split,
            String columns,
            OcrSettings ocr) {
        /** Creates settings without a chosen separation, chosen columns or OCR. */
        public Settings(Function<Path, List<String>> command, Path lexicon, Duration perDocument, Duration perArchive) {
            this(command, lexicon, perDocument, perArchive, "auto", "", OcrSettings.OFF);
        }
    }

    private final Settings settings;
    private final Set<String> stems = new LinkedHashSet<>();
    private volatile @Nullable WorkerConnection worker;
    private volatile @Nullable Path temporary;
    private final CountDownLatch closed = new CountDownLatch(1);

    /** Creates a reader; the first process is started by {@link #start} or {@link #read}. */
    public IntakeProcess(Settings settings) {
        this.settings = settings;
    }

    /**
     * Starts the process, so that it is ready when the first document is read. Does nothing if it runs already.
     *
     * @throws IOException if it cannot be started
     */
    public void start() throws IOException {
        connection();
    }

    /**
     * Reads a document or all documents of an archive.
     *
     * @throws IOException if no process can be started, or the last one was ended by {@link #close}
     */
    public void read(SourceFile file, Listener listener) throws IOException {
        read(new Reading(file, listener, false));
    }

    /**
     * Reads a document as {@link #read(SourceFile, Listener)} does, but with the ids that it has without the documents read before.
     *
     * @throws IOException if no process can be started, or the last one was ended by {@link #close}
     */
    public void readAlone(SourceFile file, Listener listener) throws IOException {
        stems.clear();
        read(new Reading(file, listener, true));
    }

    private void read(Reading reading) throws IOException {
        try {
            while (!reading.isFinished) {
                reading.run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while reading " + reading.file.name());
        }
    }

    private WorkerConnection connection() throws IOException {
        WorkerConnection running = worker;
        if (running == null) {
            requireOpen(0);
            var setup = new WorkerMessages.Setup(
                    settings.lexicon().toString(),
                    settings.perDocument().toSeconds(),
                    settings.split(),
                    settings.columns(),
                    settings.ocr(),
                    List.copyOf(stems));
            Path folder = Files.createTempDirectory("jirei-import");
            temporary = folder;
            running = WorkerConnection.start(settings.command().apply(folder));
            running.send(setup.line());
            worker = running;
        }
        return running;
    }

    /** Fails if {@link #close} is called within {@code millis}; a shutdown may end the worker before it is called. */
    private void requireOpen(long millis) throws InterruptedIOException {
        try {
            if (closed.await(millis, TimeUnit.MILLISECONDS)) {
                throw new InterruptedIOException("closed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    /** Ends the process. May be called by another thread, after which no more documents are read. */
    @Override
    public void close() {
        closed.countDown();
        end();
    }

    private void end() {
        WorkerConnection running = worker;
        worker = null;
        if (running != null) {
            running.kill();
        }
        Path folder = temporary;
        if (folder != null) {
            TemporaryFolder.delete(folder);
        }
    }

    /** The state of one call of {@link #read}, which may need several processes. */
    private final class Reading {
        private final SourceFile file;
        private final Listener listener;
        private final boolean isAlone;
        private long archiveDeadline = after(settings.perArchive());
        private long deadline;
        /** The time of the last reply, a value of {@link System#nanoTime}. */
        private long replied = System.nanoTime();

        /** The name of the document being read; empty between two documents. */
        private String current = "";

        private boolean isArchive;
        private int documents;
        private int begun;
        private int restarts;
        private boolean isFinished;

        Reading(SourceFile file, Listener listener, boolean isAlone) {
            this.file = file;
            this.listener = listener;
            this.isAlone = isAlone;
        }

        /** Sends the request to a process and handles the replies until all is done or the process has ended. */
        void run() throws IOException, InterruptedException {
            WorkerConnection connection = connection();
            connection.send(new WorkerMessages.Request(file.path().toString(), file.name(), begun, isAlone).line());
            deadline = after(MAX_START);
            while (!isFinished) {
                long next = isArchive ? Math.min(deadline, archiveDeadline) : deadline;
                WorkerConnection.Received received = connection.next(next);
                if (received.reply().isEmpty()) {
                    boolean isLate = received.isLate();
                    String problem = isLate ? tooLong(settings.perDocument()) : problem(connection.exitCode());
                    end();
                    requireOpen(SHUTDOWN_MILLIS);
                    fail(isLate, problem);
                    return;
                }
                accept(received.reply().get());
            }
        }

        private void accept(WorkerMessages.Reply reply) throws IOException {
            stems.addAll(reply.stems());
            long now = System.nanoTime();
            long elapsed = now - replied;
            replied = now;
            switch (reply.kind()) {
                case READY -> deadline = after(MAX_START);
                case BEGIN -> {
                    current = reply.name();
                    begun += isArchive ? 1 : 0;
                    listener.begin(current);
                    deadline = after(settings.perDocument().plus(GRACE));
                }
                case PRINTED -> listener.printed(reply.done(), reply.documents());
                case PAGES -> {
                    listener.pages(reply.done(), reply.documents());
                    archiveDeadline += elapsed; // a page has a limit of its own
                    deadline = after(settings.perDocument()
                            .plus(settings.ocr().perPage().multipliedBy(Ocr.MAX_RUNS))
                            .plus(GRACE));
                }
                case ARCHIVE -> {
                    current = "";
                    isArchive = true;
                    documents = reply.documents();
                    listener.archive(documents);
                }
                case READ -> {
                    current = "";
                    if (reply.document() != null) {
                        listener.read(reply.document());
                    }
                    deadline = after(settings.perDocument().plus(GRACE));
                }
                case UNREADABLE -> {
                    current = "";
                    listener.unreadable(reply.name(), reply.problem());
                }
                case END -> isFinished = true;
            }
        }

        private void fail(boolean isLate, String problem) throws IOException {
            if (isArchive && isLate && System.nanoTime() >= archiveDeadline) {
                int rest = documents - begun + (current.isEmpty() ? 0 : 1);
                listener.unreadable(
                        file.name(),
                        String.valueOf(UnreadableMessages.archiveTooLong(file, settings.perArchive(), rest)
                                .getMessage()));
                isFinished = true;
            } else if (current.isEmpty()) {
                restarts++;
                if (restarts > MAX_RESTARTS) {
                    throw new IOException("the process that reads documents ends by itself");
                }
            } else {
                listener.unreadable(current, problem);
                current = "";
                isFinished = !isArchive || begun >= documents;
            }
        }

        private String problem(int exitCode) {
            var document = new SourceFile(file.path(), current);
            SourceFormatException problem = exitCode == OUT_OF_MEMORY
                    ? UnreadableMessages.overLimit(document, "読み取りに" + Limits.MAX_HEAP_MEGABYTES + "MBを超えるメモリーが要る")
                    : UnreadableMessages.ended(document);
            return String.valueOf(problem.getMessage());
        }

        private String tooLong(Duration limit) {
            SourceFormatException problem = UnreadableMessages.overLimit(
                    new SourceFile(file.path(), current), UnreadableMessages.tooLong(limit));
            return String.valueOf(problem.getMessage());
        }
    }

    private static long after(Duration time) {
        return System.nanoTime() + time.toNanos();
    }
}
