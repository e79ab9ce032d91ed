package jirei.intake;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import jirei.intake.WorkerMessages.Kind;
import jirei.intake.WorkerMessages.PageRequest;
import jirei.intake.WorkerMessages.Reply;
import jirei.intake.source.Limits;
import jirei.intake.source.SourceFile;
import jirei.intake.source.SourceFormatException;
import jirei.intake.source.UnreadableMessages;
import org.jspecify.annotations.Nullable;

/**
 * Shows single pages of untrusted documents in a few processes, which are started on demand and ended when they are
 * idle. A page that exceeds the limits of memory or time ends its process only. Thread-safe.
 */
public final class PageProcesses implements AutoCloseable {
    /** Maximum time from the start of a process to its first reply. */
    private static final Duration MAX_START = Duration.ofMinutes(1);

    /**
     * The settings. Immutable.
     *
     * @param command returns the command that runs {@link PageWorker#run}, for a folder for its temporary files
     * @param perPage maximum time for a page
     * @param processes maximum number of processes
     * @param waiting maximum number of pages that wait for a process
     * @param maxWait maximum time to wait for a process
     * @param idle time after which a process without work is ended
     */
    public record Settings(
            Function<Path, List<String>> command,
            Duration perPage,
            int processes,
            int waiting,
            Duration maxWait,
            Duration idle) {
        /** Creates settings with two processes. */
        public Settings(Function<Path, List<String>> command) {
            this(command, Limits.MAX_PAGE_TIME, 2, 16, Duration.ofSeconds(20), Duration.ofMinutes(1));
        }
    }

    private final Settings settings;
    private final Semaphore permits;
    private final Deque<Worker> idle = new ConcurrentLinkedDeque<>();
    private final Set<Worker> all = ConcurrentHashMap.newKeySet();
    private final ScheduledThreadPoolExecutor timer;
    private volatile boolean isClosed;

    /** Creates a pool without processes. */
    public PageProcesses(Settings settings) {
        this.settings = settings;
        this.permits = new Semaphore(settings.processes(), true);
        this.timer = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("page-idle").factory());
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        timer.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    }

    /** A running process. */
    private static final class Worker {
        private final WorkerConnection connection;
        private final Path temporary;
        private volatile long idleSince;

        Worker(WorkerConnection connection, Path temporary) {
            this.connection = connection;
            this.temporary = temporary;
        }

        void end() {
            connection.kill();
            TemporaryFolder.delete(temporary);
        }
    }

    /**
     * Writes the image of a page of a PDF to {@code target} as PNG.
     *
     * @param page the page, from 1
     * @param dpi dots per inch, from 1
     * @return false if there is no such page, or the document is no PDF
     * @throws SourceFormatException if the document cannot be read or the page exceeds the limits
     * @throws PageBusyException if too many pages are waited for
     * @throws IOException if no process can be started
     */
    public boolean writeImage(SourceFile file, int page, int dpi, Path target)
            throws IOException, SourceFormatException, PageBusyException {
        return write(file, new PageRequest(file.path().toString(), file.name(), page, dpi, target.toString()));
    }

    /**
     * Writes a {@link jirei.intake.page.PageText} to {@code target} as JSON; a page that the document does not have is
     * without lines.
     *
     * @param page the page, from 1
     * @throws SourceFormatException if the document cannot be read or the page exceeds the limits
     * @throws PageBusyException if too many pages are waited for
     * @throws IOException if no process can be started
     */
    public void writeText(SourceFile file, int page, Path target)
            throws IOException, SourceFormatException, PageBusyException {
        write(file, new PageRequest(file.path().toString(), file.name(), page, 0, target.toString()));
    }

    private boolean write(SourceFile file, PageRequest request)
            throws IOException, SourceFormatException, PageBusyException {
        try {
            if (permits.getQueueLength() >= settings.waiting()
                    || !permits.tryAcquire(settings.maxWait().toNanos(), TimeUnit.NANOSECONDS)) {
                throw new PageBusyException();
            }
            try {
                return ask(file, request);
            } finally {
                permits.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while showing " + file.name());
        }
    }

    private boolean ask(SourceFile file, PageRequest request)
            throws IOException, SourceFormatException, InterruptedException {
        Worker reused = idle.pollFirst();
        Reply reply = reused == null ? null : ask(reused, file, request);
        if (reply == null) {
            reply = ask(start(), file, request);
        }
        if (reply == null) {
            throw UnreadableMessages.ended(file);
        }
        if (reply.kind() == Kind.UNREADABLE) {
            throw new SourceFormatException(reply.problem());
        }
        return reply.documents() > 0;
    }

    /** Returns the reply; null if the process has ended for an unknown reason, which may be older than the request. */
    private @Nullable Reply ask(Worker worker, SourceFile file, PageRequest request)
            throws SourceFormatException, InterruptedException {
        boolean isKept = false;
        try {
            worker.connection.send(request.line());
            WorkerConnection.Received received = worker.connection.next(
                    System.nanoTime() + settings.perPage().toNanos());
            isKept = received.reply().isPresent();
            if (received.isLate()) {
                throw UnreadableMessages.overLimit(file, UnreadableMessages.tooLong(settings.perPage()));
            }
            if (!isKept && worker.connection.exitCode() == IntakeProcess.OUT_OF_MEMORY) {
                throw UnreadableMessages.overLimit(file, "表示に" + Limits.MAX_PAGE_HEAP_MEGABYTES + "MBを超えるメモリーが要る");
            }
            return received.reply().orElse(null);
        } finally {
            if (isKept) {
                keep(worker);
            } else {
                end(worker);
            }
        }
    }

    private Worker start() throws IOException, InterruptedException {
        Path temporary = Files.createTempDirectory("jirei-page");
        var worker = new Worker(WorkerConnection.start(settings.command().apply(temporary)), temporary);
        all.add(worker);
        boolean isReady = false;
        try {
            isReady = !isClosed
                    && worker.connection
                            .next(System.nanoTime() + MAX_START.toNanos())
                            .reply()
                            .isPresent();
        } finally {
            if (!isReady) {
                end(worker);
            }
        }
        if (!isReady) {
            throw new IOException("the process that shows pages does not start");
        }
        return worker;
    }

    private void keep(Worker worker) {
        worker.idleSince = System.nanoTime();
        idle.addFirst(worker);
        if (isClosed) {
            close();
        } else {
            Future<?> unused = timer.schedule(this::endIdle, settings.idle().toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    private void endIdle() {
        long now = System.nanoTime();
        for (Worker worker : List.copyOf(idle)) {
            if (now - worker.idleSince >= settings.idle().toNanos() && idle.remove(worker)) {
                end(worker);
            }
        }
    }

    private void end(Worker worker) {
        all.remove(worker);
        worker.end();
    }

    /** Returns the number of running processes. */
    int running() {
        return all.size();
    }

    /** Ends all processes; pages that are being shown fail. */
    @Override
    public void close() {
        isClosed = true;
        timer.shutdown();
        idle.clear();
        List.copyOf(all).forEach(this::end);
    }
}
