package jirei.library;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import jirei.corpus.CorpusReader;
import jirei.intake.IntakeProcess;
import jirei.intake.ReadDocument;
import jirei.intake.layout.ImportWarning;
import jirei.intake.source.SourceFile;
import jirei.library.cases.CaseDrafts;
import jirei.library.cases.CaseStore;
import jirei.library.cases.StoredCase;
import jirei.search.SupervisedThread;
import jirei.search.SupervisedThreads;
import org.jspecify.annotations.Nullable;

/** Reads the documents of a library one after the other, in a process of its own. Thread-safe. */
final class ReadingQueue implements AutoCloseable {
    /** Time after which the process that reads is ended, if no document follows. */
    private static final Duration IDLE = Duration.ofSeconds(20);

    private final Library.Settings settings;
    private final DocumentFolders folders;
    private final CaseStore cases;
    private final Rereading rereading;
    private final CorpusReader corpus;
    private final Consumer<String> changes;
    private final BlockingQueue<String> waiting = new LinkedBlockingQueue<>();
    private volatile @Nullable Current current;
    private @Nullable Kept kept;
    private volatile boolean isClosing;
    private @Nullable SupervisedThread thread;

    /** A process for the next document, if it is separated alike and the lexicon has not changed. */
    private record Kept(String split, String lexicon, IntakeProcess process) {}

    /** The document that is being read. */
    private record Current(String id, IntakeProcess process, ReadingProgress progress) {}

    ReadingQueue(
            Library.Settings settings,
            DocumentFolders folders,
            CaseStore cases,
            CaseDrafts drafts,
            Consumer<String> changes) {
        this.settings = settings;
        this.folders = folders;
        this.cases = cases;
        this.rereading = new Rereading(folders, cases, drafts);
        this.corpus = CorpusReader.of(settings.corpus());
        this.changes = changes;
    }

    /** Starts reading, first the documents that wait since the program ended, in the order in which they were put in. */
    void start(SupervisedThreads threads) throws IOException {
        folders.all().stream()
                .filter(document -> document.reading().isOpen())
                .sorted(Comparator.comparing(LibraryDocument::added))
                .forEach(document -> waiting.add(document.id()));
        thread = threads.start("library-reading", this::readNext);
    }

    void add(String id) {
        waiting.add(id);
    }

    Optional<ReadingProgress> progress(String id) {
        Current reading = current;
        return reading != null && reading.id().equals(id) ? Optional.of(reading.progress()) : Optional.empty();
    }

    /** Ends the reading of a document whose state says so already. */
    void stop(String id) {
        waiting.remove(id);
        Current reading = current;
        if (reading != null && reading.id().equals(id)) {
            reading.process().close();
        }
    }

    private void readNext() throws IOException, InterruptedException {
        String id = waiting.poll(IDLE.toMillis(), TimeUnit.MILLISECONDS);
        if (id == null) {
            endProcess();
            return;
        }
        Optional<LibraryDocument> document =
                folders.find(id).filter(found -> found.reading().isOpen());
        if (document.isPresent()) {
            read(document.get());
        }
    }

    /** Returns the process that read the documents before, or a new one if it was ended or separates cases differently. */
    private IntakeProcess process(String split) throws IOException {
        Kept before = kept;
        String lexicon = corpus.lexiconFingerprint();
        if (before != null && before.split().equals(split) && before.lexicon().equals(lexicon)) {
            return before.process();
        }
        endProcess();
        var intake = new IntakeProcess.Settings(
                settings.worker(),
                corpus.lexiconFolder(),
                settings.perDocument(),
                settings.perDocument(),
                split,
                "",
                settings.ocr());
        var process = new IntakeProcess(intake);
        kept = new Kept(split, lexicon, process);
        return process;
    }

    private void endProcess() {
        Kept before = kept;
        kept = null;
        if (before != null) {
            before.process().close();
        }
    }

    private void read(LibraryDocument document) throws IOException {
        IntakeProcess process;
        try {
            process = process(document.split());
        } catch (IOException e) {
            waiting.add(document.id()); // tried again after the pause of the thread
            throw e;
        }
        try {
            if (begin(document, process)) {
                changes.accept(document.id());
                var result = new Result(progress -> {
                    current = new Current(document.id(), process, progress);
                    changes.accept(document.id());
                });
                process.readAlone(new SourceFile(folders.original(document), document.name()), result);
                synchronized (folders) {
                    finish(document, result);
                }
            }
        } catch (IOException | RuntimeException e) {
            endProcess();
            if (fail(document)) {
                throw e;
            }
        } finally {
            current = null;
            if (isStopped(document)) {
                endProcess(); // stop ends it too, maybe only now
            }
            changes.accept(document.id());
        }
    }

    private boolean isStopped(LibraryDocument document) throws IOException {
        return folders.find(document.id())
                .map(found -> found.reading() == LibraryDocument.Reading.STOPPED)
                .orElse(true);
    }

    /** Returns false if the document was stopped meanwhile. */
    private boolean begin(LibraryDocument document, IntakeProcess process) throws IOException {
        synchronized (folders) {
            boolean isOpen = folders.find(document.id())
                    .filter(found -> found.reading().isOpen())
                    .isPresent();
            if (isOpen && !isClosing) {
                current = new Current(document.id(), process, ReadingProgress.BEGUN);
                folders.save(document.with(LibraryDocument.Reading.READING, ""));
                return true;
            }
            return false;
        }
    }

    /** Returns false if the reading ended because somebody stopped it, or the program ends. */
    private boolean fail(LibraryDocument document) throws IOException {
        synchronized (folders) {
            boolean isStopped = folders.find(document.id())
                    .filter(found -> found.reading() == LibraryDocument.Reading.READING)
                    .isEmpty();
            if (isStopped || isClosing) {
                return false;
            }
            folders.save(document.with(
                    LibraryDocument.Reading.UNREADABLE,
                    "「" + document.name() + "」を読むプロセスを動かせませんでした。メモリーと空き容量を確かめて、もう一度読み取ってください。"));
            return true;
        }
    }

    private void finish(LibraryDocument before, Result result) throws IOException {
        Optional<LibraryDocument> document =
                folders.find(before.id()).filter(found -> found.reading() == LibraryDocument.Reading.READING);
        if (document.isEmpty()) {
            return; // stopped meanwhile
        }
        ReadDocument read = result.document;
        if (read == null || read.cases().isEmpty()) {
            String problem = result.problem.isEmpty()
                    ? "「" + before.name() + "」から事例を読み取れませんでした。文書の中身を確かめてください。"
                    : result.problem;
            folders.save(document.get().with(LibraryDocument.Reading.UNREADABLE, problem));
            return;
        }
        List<DocumentFolders.Reading> readings = new ReadCaseIds(cases, rereading).of(before, read);
        boolean isComplete = rereading.apply(before, readings);
        folders.saveReading(before, !isComplete, readings);
        List<String> ids = readings.stream().map(DocumentFolders.Reading::id).toList();
        List<LibraryDocument.Remark> remarks = new ArrayList<>(orphans(before, ids));
        remarks.addAll(remarks(read, readings));
        folders.save(document.get().read(read.unit(), ids, remarks));
    }

    /** Returns remarks on the cases of {@code before} that a person worked on, or that are published, and are not in {@code ids}. */
    private List<LibraryDocument.Remark> orphans(LibraryDocument before, List<String> ids) throws IOException {
        Set<String> withDraft = rereading.withDraft();
        return cases.findAll(before.allCases()).stream()
                .filter(stored -> !ids.contains(stored.id()))
                .map(stored -> new LibraryDocument.Remark(
                        1,
                        1,
                        stored.id(),
                        "",
                        ImportWarning.NO_FIELD,
                        "前の読み取りの事例「" + stored.id() + "」は、今度の読み取りにはありません。" + whyKept(stored, withDraft)))
                .toList();
    }

    private static String whyKept(StoredCase stored, Set<String> withDraft) {
        if (stored.isPublished()) {
            return "公開中なので残しました。要らなければ、その画面から取り下げてください。";
        }
        return withDraft.contains(stored.id())
                ? "保存していない下書きがあるので残しました。要らなければ削除してください。"
                : "手で直してあるので残しました。要らなければ削除してください。";
    }

    private static List<LibraryDocument.Remark> remarks(ReadDocument read, List<DocumentFolders.Reading> readings) {
        return read.warnings().stream()
                .map(warning -> new LibraryDocument.Remark(
                        warning.firstLine(),
                        warning.lastLine(),
                        idNow(warning.caseId(), read, readings),
                        warning.sectionId(),
                        warning.field(),
                        warning.message()))
                .toList();
    }

    private static String idNow(String id, ReadDocument read, List<DocumentFolders.Reading> readings) {
        for (int at = 0; at < readings.size(); at++) {
            if (read.cases().get(at).id().equals(id)) {
                return readings.get(at).id();
            }
        }
        return id;
    }

    /** The outcome of reading one document. Not thread-safe. */
    private static final class Result implements IntakeProcess.Listener {
        private final Consumer<ReadingProgress> progress;
        private long begun = System.nanoTime();
        private @Nullable ReadDocument document;
        private String problem = "";

        Result(Consumer<ReadingProgress> progress) {
            this.progress = progress;
        }

        /** The time left does not include that of the start of the process, which precedes the first page. */
        @Override
        public void printed(int done, int all) {
            begun = done <= 1 ? System.nanoTime() : begun;
            tell(done, all, false);
        }

        /** Begins with no page done, so that the time left is that of OCR. */
        @Override
        public void pages(int done, int all) {
            begun = done == 0 ? System.nanoTime() : begun;
            tell(done, all, true);
        }

        private void tell(int done, int all, boolean byOcr) {
            long left = secondsLeft(done, all, Duration.ofNanos(System.nanoTime() - begun));
            progress.accept(new ReadingProgress(done, all, byOcr, left));
        }

        @Override
        public void archive(int documents) {}

        @Override
        public void begin(String name) {}

        @Override
        public void read(ReadDocument read) {
            document = read;
        }

        @Override
        public void unreadable(String name, String sentence) {
            problem = sentence;
        }
    }

    @Override
    public void close() {
        SupervisedThread running = thread;
        isClosing = true;
        if (running != null) {
            running.stop();
            Current reading = current;
            if (reading != null) {
                reading.process().close();
            }
            running.interrupt();
            running.close();
        }
        endProcess();
    }

    /** Returns the time that the rest of the work takes if it goes on as before; -1 if nothing is done yet, or too little time has passed. */
    static long secondsLeft(int done, int total, Duration spent) {
        return done == 0 || spent.toSeconds() == 0 ? -1 : spent.toSeconds() * (total - done) / done;
    }
}
