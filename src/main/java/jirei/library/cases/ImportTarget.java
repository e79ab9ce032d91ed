package jirei.library.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import jirei.cases.CaseStudy;
import jirei.corpus.CaseLocations;
import jirei.corpus.format.CaseJson;
import jirei.corpus.format.CaseMarkdown;
import jirei.corpus.lexicon.Lexicon;
import jirei.corpus.text.CorpusFormatException;
import jirei.intake.ReadDocument;
import jirei.intake.layout.CaseIds;
import org.jspecify.annotations.Nullable;

/**
 * Writes the case files of an import. A case that the corpus has already is found by its id, in any of its files. One
 * folder is locked at a time. Not thread-safe, except for {@link #stop}.
 */
public final class ImportTarget implements AutoCloseable {
    private static final String CASES = "cases";
    private static final int MAX_ID_LENGTH = 100;

    private final Path corpus;
    private final Lexicon lexicon;
    private final boolean replace;
    private final Consumer<String> messages;
    private final Set<String> ids = new HashSet<>();
    private final ReentrantLock writing = new ReentrantLock();
    private @Nullable CaseLocations existing;
    private @Nullable Path lockedFolder;
    private volatile @Nullable FolderLock lock;

    /**
     * A case that was written or left as it is. Immutable.
     *
     * @param file the file of the case
     * @param beside the file of the new version, if it was written beside
     * @param kept the place of the version that was kept, for messages
     */
    public record Written(Path file, ImportedCaseFile.Outcome outcome, Path beside, String kept) {
        /** Returns the file of the new version for messages: only its name, if it is in the folder of the other. */
        public String besideName() {
            boolean isNear = beside.resolveSibling("").equals(file.resolveSibling(""));
            return isNear ? String.valueOf(beside.getFileName()) : beside.toString();
        }

        /** Returns a sentence in Japanese that says how to use the new version. */
        public String remedy() {
            return kept.equals(file.toString()) ? "見比べて直すか、--replace で置き換えてください。" : "見比べて直してください。";
        }
    }

    /**
     * Creates a target that writes into {@code corpus}.
     *
     * @param replace whether manual changes are overwritten
     * @param messages receives a sentence in Japanese when another import has to be waited for
     */
    public ImportTarget(Path corpus, Lexicon lexicon, boolean replace, Consumer<String> messages) {
        this.corpus = corpus;
        this.lexicon = lexicon;
        this.replace = replace;
        this.messages = messages;
    }

    /**
     * Returns {@code found} with an id that no case of another document has: one of the same name in another folder, or
     * of the same layout. The id is the same whenever the document is imported.
     *
     * @param origin the document
     */
    public ReadDocument.ReadCase withOwnId(ReadDocument.ReadCase found, ImportedCaseFile.Origin origin, Path folder)
            throws IOException {
        List<String> candidates = candidates(found.id(), origin.path());
        for (String id : candidates) {
            boolean isSame = imported(id, folder)
                    .filter(existing -> existing.sha256().equals(origin.sha256()))
                    .isPresent();
            if (isSame && !ids.contains(id)) {
                return found.withId(id);
            }
        }
        for (String id : candidates) {
            boolean isOther = imported(id, folder)
                    .filter(existing -> !existing.hasPathOf(origin))
                    .isPresent();
            if (!isOther && !ids.contains(id)) {
                return found.withId(id);
            }
        }
        return found;
    }

    /** Returns the ids that a case may have: its own, with a hash of file and folder, and with one of the whole path. */
    private static List<String> candidates(String id, String path) {
        String[] names = path.split("/", -1);
        String near = names.length < 2 ? path : names[names.length - 2] + "/" + names[names.length - 1];
        String start = id.substring(
                0, Math.min(id.length(), MAX_ID_LENGTH - CaseIds.hash(path).length() - 1));
        return List.of(id, start + "-" + CaseIds.hash(near), start + "-" + CaseIds.hash(path));
    }

    /** Returns the document from which the case with {@code id} was imported; empty if there is no such case. */
    private Optional<ImportedCaseFile.Origin> imported(String id, Path folder) throws IOException {
        Path expected = folder.resolve(id + ".md");
        if (Files.exists(expected)) {
            return new ImportedCaseFile(expected).origin();
        }
        Optional<CaseLocations.Location> elsewhere = existing(folder).of(id).filter(location -> !location.isLine());
        return elsewhere.isPresent() ? new ImportedCaseFile(elsewhere.get().file()).origin() : Optional.empty();
    }

    /**
     * Writes a case into {@code folder}, or over the file that has its id.
     *
     * @param origin the document
     * @return empty if this import has written a case with the same id before
     * @throws IOException if the file cannot be written
     */
    public Optional<Written> write(
            ReadDocument.ReadCase found, ReadDocument document, ImportedCaseFile.Origin origin, Path folder)
            throws IOException {
        if (!ids.add(found.id())) {
            return Optional.empty();
        }
        lock(folder);
        writing.lock();
        try {
            Path expected = folder.resolve(found.id() + ".md");
            Optional<CaseLocations.Location> elsewhere =
                    Files.exists(expected) ? Optional.empty() : existing(folder).of(found.id());
            Path target = elsewhere
                    .filter(location -> !location.isLine())
                    .map(CaseLocations.Location::file)
                    .orElse(expected);
            var file = new ImportedCaseFile(target);
            ImportedCaseFile.Outcome outcome;
            if (elsewhere.isPresent() && elsewhere.get().isLine()) {
                boolean isSame = isSame(elsewhere.get(), found);
                outcome = isSame ? ImportedCaseFile.Outcome.UNCHANGED : file.writeBeside(found.markdown(), origin);
            } else {
                outcome = document.isCaseFile()
                        ? file.copy(found.markdown(), replace)
                        : file.write(found.markdown(), origin, replace);
            }
            Path place = elsewhere.map(CaseLocations.Location::file).orElse(target);
            String kept = elsewhere.map(CaseLocations.Location::toString).orElse(target.toString());
            return Optional.of(new Written(place, outcome, file.beside(), kept));
        } finally {
            writing.unlock();
        }
    }

    private void lock(Path folder) throws IOException {
        if (folder.equals(lockedFolder)) {
            return;
        }
        unlock();
        Files.createDirectories(folder);
        lock = FolderLock.obtain(
                folder,
                () -> messages.accept(
                        "フォルダ「" + folder + "」には別の取り込みが書いているため、終わるのを待っています。待たないときは Ctrl+C で止め、後で取り込み直してください。"));
        lockedFolder = folder;
    }

    private void unlock() throws IOException {
        lockedFolder = null;
        FolderLock held = lock;
        lock = null;
        if (held != null) {
            held.close();
        }
    }

    private CaseLocations existing(Path folder) throws IOException {
        CaseLocations read = existing;
        if (read == null) {
            read = CaseLocations.in(corpusOf(folder));
            existing = read;
        }
        return read;
    }

    /** Returns the corpus that {@code folder} belongs to; the folder itself if it is no part of another one. */
    private Path corpusOf(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        if (absolute.startsWith(corpus.toAbsolutePath().normalize())) {
            return corpus;
        }
        Path parent = absolute.getParent();
        if (parent != null && absolute.endsWith(CASES)) {
            return parent;
        }
        boolean isCorpus = Files.isDirectory(absolute.resolve(CASES));
        Path grandparent = parent == null ? null : parent.getParent();
        return parent != null && grandparent != null && parent.endsWith(CASES) && !isCorpus ? grandparent : folder;
    }

    /** Returns whether a line of JSON has the same case as the case file that would be written. */
    private boolean isSame(CaseLocations.Location line, ReadDocument.ReadCase found) throws IOException {
        try (var lines = Files.lines(line.file())) {
            String json = lines.skip(line.line() - 1L).findFirst().orElse("");
            CaseStudy before = CaseJson.read(line.file(), line.line(), json, lexicon);
            CaseStudy after = CaseMarkdown.read(Path.of(found.id() + ".md"), found.markdown(), lexicon);
            return before.equals(after);
        } catch (CorpusFormatException | UncheckedIOException invalid) {
            return false;
        }
    }

    /** Waits until a case file that is being written is complete, and lets no other be written by another thread. */
    public void stop() {
        writing.lock();
        close();
    }

    /** Unlocks the folder. */
    @Override
    public void close() {
        try {
            unlock();
        } catch (IOException e) {
            // the next import deletes the file of the lock
        }
    }
}
