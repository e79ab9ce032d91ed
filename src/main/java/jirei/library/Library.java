package jirei.library;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import jirei.corpus.text.CorpusFormatException;
import jirei.intake.document.Archive;
import jirei.intake.ocr.OcrSettings;
import jirei.intake.separation.SplitRule;
import jirei.intake.source.Format;
import jirei.intake.source.SourceFile;
import jirei.intake.source.SourceFormatException;
import jirei.library.cases.CaseDrafts;
import jirei.library.cases.CaseHistory;
import jirei.library.cases.CaseStore;
import jirei.library.cases.FolderLock;
import jirei.library.cases.StoredCase;
import jirei.search.SupervisedThreads;
import org.jspecify.annotations.Nullable;

/**
 * The documents of a corpus: put in, read in a queue, published and withdrawn. Everything is on the disk before a method returns, and
 * a reading that the end of the program cut off begins again with the next start. Thread-safe.
 */
public final class Library implements AutoCloseable {
    /** Time for a server that was stopped to give the library up. */
    private static final Duration MAX_WAIT = Duration.ofSeconds(1);

    private final Settings settings;
    private final FolderLock lock;
    private final DocumentFolders folders;
    private final CaseStore cases;
    private final CaseDrafts drafts;
    private final ReadingQueue queue;
    private final CaseStore.ChangeListener changes;
    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

    /**
     * The settings of a library. Immutable.
     *
     * @param corpus the corpus directory
     * @param worker returns the command that runs {@link jirei.intake.IntakeWorker#run}, for a folder for its temporary files
     * @param perDocument maximum time for the reading of a document
     * @param ocr how pages that are pictures are read
     * @param maxBytes maximum size of a document
     * @param versions number of versions kept of a case
     * @param clock the clock of versions and documents
     */
    public record Settings(
            Path corpus,
            Function<Path, List<String>> worker,
            Duration perDocument,
            OcrSettings ocr,
            long maxBytes,
            int versions,
            Clock clock) {}

    /**
     * The result of putting in a file. Immutable.
     *
     * @param name the name of the file
     * @param document the document; null if the file was refused
     * @param isNew whether the document was not in the library before
     * @param problem why the file was refused, a sentence in Japanese; empty if it was not
     */
    public record Added(String name, @Nullable LibraryDocument document, boolean isNew, String problem) {}

    private Library(Settings settings, CaseStore.ChangeListener changes, FolderLock lock) {
        this.lock = lock;
        this.settings = settings;
        this.changes = changes;
        this.folders = new DocumentFolders(settings.corpus().resolve(CaseStore.SOURCES));
        this.cases = new CaseStore(
                settings.corpus(), new CaseHistory(settings.corpus(), settings.versions(), settings.clock()), changes);
        this.drafts = new CaseDrafts(settings.corpus());
        this.queue = new ReadingQueue(settings, folders, cases, drafts, this::tell);
    }

    /**
     * Opens the library of a corpus and goes on with documents that were not read when the program ended.
     *
     * @throws IOException if the corpus cannot be written, or another program has its library open
     */
    public static Library open(Settings settings, CaseStore.ChangeListener changes, SupervisedThreads threads)
            throws IOException {
        Path sources = Files.createDirectories(settings.corpus().resolve(CaseStore.SOURCES));
        var library = new Library(settings, changes, FolderLock.obtain(sources, MAX_WAIT));
        library.folders.deleteUnfinished();
        library.removed().purge();
        library.queue.start(threads);
        return library;
    }

    /** Returns the cases of the corpus, published and not. */
    public CaseStore cases() {
        return cases;
    }

    /** Returns the drafts of the editors. */
    public CaseDrafts drafts() {
        return drafts;
    }

    /** Returns all documents, the newest first. */
    public List<LibraryDocument> documents() throws IOException {
        return folders.all();
    }

    /** Returns the document {@code id}, without the remarks that are settled; empty if there is none. */
    public Optional<LibraryDocument> document(String id) throws IOException {
        Optional<LibraryDocument> document = folders.find(id);
        return document.isEmpty() ? document : Optional.of(new OpenRemarks(folders, cases).of(document.get()));
    }

    /**
     * Settles the remark {@code remarkId} of {@code document}, which {@code editor} has looked at, until the document is read again.
     *
     * @return false if there is no such remark, or the document is being read
     */
    public boolean settleRemark(LibraryDocument document, String remarkId, String editor) throws IOException {
        boolean isSettled = new OpenRemarks(folders, cases).delete(document.id(), remarkId);
        if (isSettled) {
            changes.changed(editor, "settle", document.name(), "", "");
            tell(document.id());
        }
        return isSettled;
    }

    /** Returns the original file of {@code document}. */
    public Path original(LibraryDocument document) {
        return folders.original(document);
    }

    /** Returns how far the reading of the document {@code id} is; empty unless it is being read. */
    public Optional<ReadingProgress> progress(String id) {
        return queue.progress(id);
    }

    /** Calls {@code listener} with the id of each document that changes, in any thread, until the result is run. */
    public Runnable listen(Consumer<String> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void tell(String id) {
        listeners.forEach(listener -> listener.accept(id));
    }

    /**
     * Puts in a file, or the documents of a ZIP archive. The same bytes are the same document.
     *
     * @param name the file name; folders in it are dropped
     * @throws IOException if it cannot be stored; then nothing of it remains
     */
    public List<Added> add(String name, InputStream bytes, String editor) throws IOException {
        Optional<DocumentFolders.Received> received = folders.receive(name, bytes, settings.maxBytes());
        if (received.isEmpty()) {
            String problem = "「" + DocumentFolders.safeName(name) + "」は" + settings.maxBytes() / (1 << 20)
                    + "MBを超えるため受け取れません。分けて保存し直してください。";
            return List.of(new Added(name, null, false, problem));
        }
        Path original = received.get()
                .folder()
                .resolve("original")
                .resolve(received.get().name());
        if (!Format.isZip(original)) {
            return List.of(adopt(received.get(), editor));
        }
        try {
            return addAll(new SourceFile(original, received.get().name()), editor);
        } finally {
            folders.discard(received.get());
        }
    }

    private List<Added> addAll(SourceFile zip, String editor) throws IOException {
        List<Added> added = new ArrayList<>();
        try (Archive archive = Archive.open(zip)) {
            archive.forEach(0, new Archive.Visitor() {
                @Override
                public void begin(SourceFile file) {}

                @Override
                public void visit(SourceFile file) throws IOException {
                    if (Format.isZip(file.path())) {
                        fail(file, "「" + file.name() + "」はZIPの中のZIPです。展開してから入れてください。");
                        return;
                    }
                    try (InputStream inner = Files.newInputStream(file.path())) {
                        Optional<DocumentFolders.Received> received =
                                folders.receive(file.fileName(), inner, settings.maxBytes());
                        if (received.isPresent()) {
                            added.add(adopt(received.get(), editor));
                        } else {
                            fail(file, "「" + file.name() + "」は大きすぎるため受け取れません。分けて保存し直してください。");
                        }
                    }
                }

                @Override
                public void fail(SourceFile file, String problem) {
                    added.add(new Added(file.name(), null, false, problem));
                }
            });
        } catch (SourceFormatException e) {
            added.add(new Added(zip.name(), null, false, String.valueOf(e.getMessage())));
        }
        if (added.isEmpty()) {
            added.add(new Added(zip.name(), null, false, "「" + zip.name() + "」には文書がありません。"));
        }
        return added;
    }

    private Added adopt(DocumentFolders.Received received, String editor) throws IOException {
        synchronized (folders) {
            return adoptUnlessKnown(received, editor);
        }
    }

    private Added adoptUnlessKnown(DocumentFolders.Received received, String editor) throws IOException {
        Optional<LibraryDocument> known = folders.find(received.id());
        if (known.isPresent()) {
            folders.discard(received);
            return new Added(received.name(), known.get(), false, "");
        }
        String now = settings.clock().instant().truncatedTo(ChronoUnit.SECONDS).toString();
        var document = new LibraryDocument(
                received.id(),
                received.name(),
                received.sha256(),
                received.bytes(),
                now,
                editor,
                LibraryDocument.Reading.QUEUED,
                "",
                "",
                "auto",
                List.of(),
                List.of());
        folders.adopt(received, document);
        queue.add(document.id());
        tell(document.id());
        changes.changed(editor, "put-in", document.name(), "", document.sha256());
        return new Added(received.name(), document, true, "");
    }

    /**
     * Reads the document {@code id} again, with the cases separated by {@code split}, as {@code import --split} takes it.
     *
     * @param editor who wants it
     * @return false if it is being read, or there is none
     * @throws java.util.regex.PatternSyntaxException if {@code split} is an invalid regular expression
     */
    public boolean readAgain(String id, String split, String editor) throws IOException {
        SplitRule.of(split);
        synchronized (folders) {
            Optional<LibraryDocument> document =
                    folders.find(id).filter(found -> !found.reading().isOpen());
            if (document.isPresent()) {
                folders.save(document.get().queued(split));
                queue.add(id);
                tell(id);
                String hash = document.get().sha256();
                changes.changed(editor, "read-again", document.get().name(), hash, hash);
            }
            return document.isPresent();
        }
    }

    /** Stops the reading of the document {@code id}, if it waits or is being read. */
    public void stop(String id, String editor) throws IOException {
        synchronized (folders) {
            Optional<LibraryDocument> document =
                    folders.find(id).filter(found -> found.reading().isOpen());
            if (document.isPresent()) {
                folders.save(document.get().with(LibraryDocument.Reading.STOPPED, ""));
                queue.stop(id);
                tell(id);
                String hash = document.get().sha256();
                changes.changed(editor, "stop", document.get().name(), hash, hash);
            }
        }
    }

    /**
     * Publishes the case {@code caseId} of {@code document}.
     *
     * @return false if it is published already
     * @throws CorpusFormatException if the case file is invalid
     */
    public boolean publish(LibraryDocument document, String caseId, String editor)
            throws IOException, CorpusFormatException {
        boolean isNew = cases.publish(caseId, folderOf(document), editor);
        tell(document.id());
        return isNew;
    }

    /** Takes the case {@code caseId} of {@code document} out of the corpus. False if it is not published. */
    public boolean withdraw(LibraryDocument document, String caseId, String editor) throws IOException {
        boolean isDone = cases.withdraw(caseId, document.id(), editor);
        tell(document.id());
        return isDone;
    }

    private static String folderOf(LibraryDocument document) {
        String stem = new SourceFile(Path.of(document.name()), document.name()).stem();
        return stem.toLowerCase(java.util.Locale.ROOT).equals("readme") ? stem + "_" : stem;
    }

    /** Returns the cases of {@code document} that exist, in reading order; split and added ones follow. */
    public List<StoredCase> casesOf(LibraryDocument document) throws IOException {
        return cases.findAll(caseIds(document));
    }

    /** Returns the cases of each of {@code documents}, as {@link #casesOf}. The corpus is listed once for all of them. */
    public Map<LibraryDocument, List<StoredCase>> casesOfAll(List<LibraryDocument> documents) throws IOException {
        Map<LibraryDocument, List<String>> ids = new LinkedHashMap<>();
        for (LibraryDocument document : documents) {
            ids.put(document, caseIds(document));
        }
        Map<String, StoredCase> found = new HashMap<>();
        cases.findAll(ids.values().stream().flatMap(List::stream).distinct().toList())
                .forEach(stored -> found.put(stored.id(), stored));
        Map<LibraryDocument, List<StoredCase>> byDocument = new LinkedHashMap<>();
        ids.forEach((document, ofDocument) -> byDocument.put(
                document,
                ofDocument.stream().filter(found::containsKey).map(found::get).toList()));
        return byDocument;
    }

    /** Returns the cases that come from none of {@code documents}, which are all of the library. */
    public List<OtherSource> otherSources(List<LibraryDocument> documents) throws IOException {
        Set<String> ofDocuments = new HashSet<>();
        for (LibraryDocument document : documents) {
            ofDocuments.addAll(caseIds(document));
        }
        return OtherSource.of(cases.published(), cases.unpublishedOf(CaseStore.WITHDRAWN), ofDocuments);
    }

    /** Returns the ids of the published cases, valid or not, document by document. */
    public List<String> published() throws IOException {
        return cases.published().byDocument().values().stream()
                .flatMap(List::stream)
                .toList();
    }

    private List<String> caseIds(LibraryDocument document) throws IOException {
        List<String> ids = new ArrayList<>(document.allCases());
        for (String id : cases.unpublishedOf(document.id())) {
            if (!ids.contains(id)) {
                ids.add(id);
            }
        }
        return ids;
    }

    /** Returns what was deleted and can be restored. */
    public RemovedDocuments removed() {
        return new RemovedDocuments(folders, cases, settings.clock(), changes, this::tell);
    }

    /** Returns the comparison of cases with a new reading of their documents. */
    public Rereading rereading() {
        return new Rereading(folders, cases, drafts);
    }

    /** Ends the reading; the document that is being read waits for the next start. */
    @Override
    public void close() {
        queue.close();
        try {
            lock.close();
        } catch (IOException e) {
            // the next program that opens the library deletes the file of the lock
        }
    }
}
