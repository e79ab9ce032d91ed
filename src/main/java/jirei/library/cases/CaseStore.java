package jirei.library.cases;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import jirei.cases.CaseStudy;
import jirei.corpus.CaseLocations;
import jirei.corpus.format.CaseJson;
import jirei.corpus.format.CaseMarkdown;
import jirei.corpus.lexicon.Lexicon;
import jirei.corpus.text.AtomicFile;
import jirei.corpus.text.CorpusDiagnostic;
import jirei.corpus.text.CorpusFormatException;
import jirei.corpus.text.Sha256;
import jirei.corpus.text.StrictUtf8;

/**
 * The cases of a corpus as files, published and not. A change names the version it starts from, and the version before it is kept in
 * the history. A file has its old or its new text at any time, also after a crash. Thread-safe.
 */
public final class CaseStore {
    /** The folder of the documents; a folder each, named by the document's id. */
    public static final String SOURCES = "sources";
    /** The folder, beside those of the documents, of withdrawn cases that come from none of them. */
    public static final String WITHDRAWN = "withdrawn";

    private static final Duration MAX_WAIT = Duration.ofSeconds(2);

    private final Path corpus;
    private final CaseFiles files;
    private final WithdrawnPlaces places;
    private final CaseHistory history;
    private final ChangeListener listener;
    private final ReentrantLock writing = new ReentrantLock();

    /** Receives every change of a case, or of a document, after it is on the disk. Thread-safe. */
    @FunctionalInterface
    public interface ChangeListener {
        /**
         * Receives a change.
         *
         * @param action {@code save}, {@code restore}, {@code publish}, {@code withdraw}, {@code delete} or {@code put-back} for a case,
         *     {@code put-in}, {@code read-again}, {@code stop}, {@code remove} or {@code put-back} for a document
         * @param id the id of the case, or the file name of the document
         * @param before the version before; empty if there was none
         * @param after the version after; empty if the case was deleted
         */
        void changed(String editor, String action, String id, String before, String after) throws IOException;
    }

    /** Creates the store of {@code corpus}, which keeps the versions before each change in {@code history}. */
    public CaseStore(Path corpus, CaseHistory history, ChangeListener listener) {
        this.corpus = corpus;
        this.files = new CaseFiles(corpus);
        this.places = new WithdrawnPlaces(corpus);
        this.history = history;
        this.listener = listener;
    }

    /** Returns the versions of the cases before their changes. */
    public CaseHistory history() {
        return history;
    }

    /** Returns the case {@code id}, published or not; empty if there is none. The file of an invalid case is returned too. */
    public Optional<StoredCase> find(String id) throws IOException {
        return files.find(id);
    }

    /** Returns those of the cases {@code ids} that exist, in order. The corpus is listed once for all of them. */
    public List<StoredCase> findAll(Collection<String> ids) throws IOException {
        return files.findAll(ids);
    }

    /** Returns the ids of the cases of the document {@code documentId} that are not published, in order. */
    public List<String> unpublishedOf(String documentId) throws IOException {
        return files.unpublishedOf(documentId);
    }

    /** Returns the places of the published cases. */
    public CaseLocations published() throws IOException {
        return files.list();
    }

    /** Returns the lexicon of the corpus; the shipped one if its files are invalid. */
    public Lexicon lexicon() throws IOException {
        return files.lexicon();
    }

    /**
     * Returns the case in {@code stored}.
     *
     * @throws CorpusFormatException if the file is invalid
     */
    public CaseStudy parse(StoredCase stored) throws IOException, CorpusFormatException {
        if (!stored.isLine()
                && Files.isRegularFile(stored.file())
                && CaseFiles.text(stored.file()).equals(stored.text())) {
            StrictUtf8.read(
                    stored.file()); // a file in another encoding has a fault, also if its bytes could be decoded
        }
        return CaseMarkdown.read(stored.file(), stored.text(), lexicon());
    }

    /**
     * Writes {@code changed} over the case with its id. Comments of the file are kept.
     *
     * @param version the version that the change starts from
     * @throws StaleVersionException if the case has another version
     * @throws IOException if there is no such case, or the file cannot be written
     */
    public StoredCase save(CaseStudy changed, String version, String editor) throws IOException, StaleVersionException {
        return change(changed.id(), version, editor, "save", before -> {
            var comments =
                    CaseComments.of(before.text(), id -> changed.section(id).isPresent());
            return CaseMarkdown.write(changed, comments, lexicon()) + CaseComments.ofImport(before.text());
        });
    }

    /**
     * Writes {@code text} as the case file of {@code id}.
     *
     * @throws CorpusFormatException if the text is no valid case, or one with another id
     * @throws StaleVersionException if the case has another version
     */
    public StoredCase saveText(String id, String text, String version, String editor)
            throws IOException, CorpusFormatException, StaleVersionException {
        return replace(id, text, version, editor, "save");
    }

    /** As {@link #saveText}, with the text of an earlier version. */
    public StoredCase restore(String id, String text, String version, String editor)
            throws IOException, CorpusFormatException, StaleVersionException {
        return replace(id, text, version, editor, "restore");
    }

    private StoredCase replace(String id, String text, String version, String editor, String action)
            throws IOException, CorpusFormatException, StaleVersionException {
        Path named = Path.of(id + CaseFiles.EXTENSION);
        CaseStudy read = CaseMarkdown.read(named, text, lexicon());
        if (!read.id().equals(id)) {
            throw new CorpusFormatException(
                    List.of(new CorpusDiagnostic(named, 2, "id は変えられません。「id: " + id + "」に戻してください")));
        }
        return change(id, version, editor, action, before -> text);
    }

    /** Returns the new text of a case. */
    private interface Edit {
        String apply(StoredCase before) throws IOException;
    }

    private StoredCase change(String id, String version, String editor, String action, Edit edit)
            throws IOException, StaleVersionException {
        writing.lock();
        try {
            StoredCase before = files.require(id);
            FolderLock lock = FolderLock.obtain(before.file().resolveSibling(""), MAX_WAIT);
            try {
                before = files.require(id);
                if (!before.version().equals(version)) {
                    throw new StaleVersionException(before);
                }
                StoredCase after = after(before, edit.apply(before));
                if (after.text().equals(before.text())) {
                    return before;
                }
                history.keep(id, bytes(before));
                write(after);
                listener.changed(editor, action, id, version, after.version());
                return after;
            } finally {
                lock.close();
            }
        } finally {
            writing.unlock();
        }
    }

    /** Returns {@code before} with another text; a line of JSON has its version when it is read again. */
    private StoredCase after(StoredCase before, String text) throws IOException {
        var typed = new StoredCase(before.id(), before.file(), text, before.isPublished());
        return before.isLine()
                ? new StoredCase(before.id(), before.file(), CaseMarkdown.write(valid(typed)), true)
                : typed;
    }

    private CaseStudy valid(StoredCase stored) throws IOException {
        try {
            return parse(stored);
        } catch (CorpusFormatException e) {
            throw new IOException(e);
        }
    }

    /** Returns the bytes of a case file, which may be in another encoding than UTF-8. */
    private static byte[] bytes(StoredCase stored) throws IOException {
        return stored.isLine() ? stored.text().getBytes(StandardCharsets.UTF_8) : Files.readAllBytes(stored.file());
    }

    private void write(StoredCase after) throws IOException {
        if (!after.isLine()) {
            AtomicFile.write(after.file(), after.text());
            return;
        }
        CaseLocations.Location line = files.list()
                .of(after.id())
                .filter(place -> place.isLine() && place.file().equals(after.file()))
                .orElseThrow(() -> new IOException("case " + after.id() + " is no longer in " + after.file()));
        new CaseLine(line.file(), line.line()).replace(CaseJson.write(valid(after)));
    }

    /** Writes a case of the document {@code documentId} that is not published. */
    public void putUnpublished(String documentId, String id, String text) throws IOException {
        CaseStudy.requireId(id);
        writing.lock();
        try {
            Path folder = files.casesOf(documentId);
            Files.createDirectories(folder);
            AtomicFile.write(folder.resolve(id + CaseFiles.EXTENSION), text);
        } finally {
            writing.unlock();
        }
    }

    /**
     * As {@link #putUnpublished}, unless that would lose a correction: if the case exists, it is not published and its text is one of
     * {@code earlier}.
     *
     * @return whether the case was written
     */
    public boolean putUntouched(String documentId, String id, String text, Collection<String> earlier)
            throws IOException {
        writing.lock();
        try {
            Optional<StoredCase> current = find(id);
            boolean isUntouched = current.isEmpty()
                    || (!current.get().isPublished()
                            && earlier.contains(current.get().text()));
            if (isUntouched) {
                putUnpublished(documentId, id, text);
            }
            return isUntouched;
        } finally {
            writing.unlock();
        }
    }

    /**
     * Makes an unpublished case part of the corpus.
     *
     * @param folder the name of its folder below {@code cases}
     * @return false if another case of the corpus has its id, or another file, which may have faults, its name
     * @throws CorpusFormatException if the case file is invalid
     */
    public boolean publish(String id, String folder, String editor) throws IOException, CorpusFormatException {
        return publish(id, corpus.resolve(CaseFiles.CASES).resolve(folder).resolve(publishedName(id)), editor);
    }

    /**
     * As {@link #publish(String, String, String)}, for a case that comes from no document: it is published where it was withdrawn, or in
     * the folder {@code cases} if that is unknown.
     */
    public boolean publish(String id, String editor) throws IOException, CorpusFormatException {
        Path known = places.of(id).orElse(corpus.resolve(CaseFiles.CASES).resolve(publishedName(id)));
        return publish(id, known, editor);
    }

    private boolean publish(String id, Path file, String editor) throws IOException, CorpusFormatException {
        Path target = file.toAbsolutePath().resolveSibling("");
        writing.lock();
        try {
            StoredCase stored = files.require(id);
            if (stored.isPublished() || Files.exists(file)) {
                return false;
            }
            parse(stored);
            Files.createDirectories(target);
            AtomicFile.syncDirectory(target.resolveSibling(""));
            FolderLock lock = FolderLock.obtain(target, MAX_WAIT);
            try {
                if (find(id).map(StoredCase::isPublished).orElse(true) || Files.exists(file)) {
                    return false; // by an import meanwhile
                }
                AtomicFile.write(file, stored.text());
                Files.delete(stored.file());
            } finally {
                lock.close();
            }
            listener.changed(editor, "publish", id, "", stored.version());
            return true;
        } finally {
            writing.unlock();
        }
    }

    /** A file called README.md is no case file. */
    private static String publishedName(String id) {
        return id + (id.equalsIgnoreCase("readme") ? "_" : "") + CaseFiles.EXTENSION;
    }

    /**
     * Takes a published case out of the corpus and keeps it as an unpublished case of the document {@code documentId}.
     *
     * @return false if there is no such published case of its own file
     */
    public boolean withdraw(String id, String documentId, String editor) throws IOException {
        writing.lock();
        try {
            Optional<StoredCase> stored = files.published(id).filter(found -> !found.isLine());
            if (stored.isEmpty()) {
                return false;
            }
            Path published = stored.get().file();
            Path target = files.casesOf(documentId).resolve(id + CaseFiles.EXTENSION);
            Files.createDirectories(target.resolveSibling(""));
            FolderLock lock = FolderLock.obtain(published.resolveSibling(""), MAX_WAIT);
            String version;
            try {
                byte[] bytes = Files.readAllBytes(published);
                version = Sha256.of(new String(bytes, StandardCharsets.UTF_8));
                if (Files.exists(target)) {
                    history.keep(id, Files.readAllBytes(target)); // left by a crash, or published by an import
                }
                AtomicFile.write(target, bytes);
                Files.delete(published);
            } finally {
                lock.close();
            }
            listener.changed(editor, "withdraw", id, version, "");
            return true;
        } finally {
            writing.unlock();
        }
    }

    /** As {@link #withdraw(String, String, String)}, for a case that comes from no document of the library. */
    public boolean withdraw(String id, String editor) throws IOException {
        writing.lock();
        try {
            Optional<StoredCase> stored = files.published(id).filter(found -> !found.isLine());
            if (stored.isPresent()) {
                places.keep(id, stored.get().file());
            }
            return stored.isPresent() && withdraw(id, WITHDRAWN, editor);
        } finally {
            writing.unlock();
        }
    }

    /** Keeps an unpublished case in the history as it is now, and returns it; empty if there is none. */
    public Optional<StoredCase> keepVersion(String id) throws IOException {
        writing.lock();
        try {
            Optional<StoredCase> stored = files.unpublished(id);
            if (stored.isPresent()) {
                history.keep(id, bytes(stored.get()));
            }
            return stored;
        } finally {
            writing.unlock();
        }
    }

    /** Writes a deleted case of the document {@code documentId} again, not published. False if the case exists. */
    public boolean putBack(String documentId, String id, String text, String editor) throws IOException {
        writing.lock();
        try {
            if (find(id).isPresent()) {
                return false;
            }
            putUnpublished(documentId, id, text);
            listener.changed(editor, "put-back", id, "", Sha256.of(text));
            return true;
        } finally {
            writing.unlock();
        }
    }

    /** Deletes a case that is not published; its last version stays in the history. Does nothing if there is none. */
    public void deleteUnpublished(String id, String editor) throws IOException {
        writing.lock();
        try {
            Optional<StoredCase> stored = keepVersion(id);
            if (stored.isPresent()) {
                Files.delete(stored.get().file());
                listener.changed(editor, "delete", id, stored.get().version(), "");
            }
        } finally {
            writing.unlock();
        }
    }
}
