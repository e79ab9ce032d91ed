package jirei.library.words;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import jirei.analysis.JapaneseAnalyzers;
import jirei.analysis.LexiconException;
import jirei.analysis.SynonymLexicon;
import jirei.corpus.CorpusReader;
import jirei.corpus.lexicon.ActorLexicon;
import jirei.corpus.lexicon.Lexicon;
import jirei.corpus.lexicon.ThemeLexicon;
import jirei.corpus.text.AtomicFile;
import jirei.corpus.text.CorpusDiagnostic;
import jirei.corpus.text.CorpusFormatException;
import jirei.corpus.text.Sha256;
import jirei.library.cases.CaseHistory;
import jirei.library.cases.CaseStore;
import jirei.library.cases.FolderLock;
import jirei.search.SearchEngine;

/**
 * The files of the lexicon of a corpus. A change names the version it starts from, and the version before it is kept in
 * the history. Only valid files are written, each atomically. Thread-safe.
 */
public final class LexiconStore {
    private static final Duration MAX_WAIT = Duration.ofSeconds(2);

    private final CorpusReader corpus;
    private final CaseHistory history;
    private final CaseStore.ChangeListener listener;
    private final ReentrantLock writing = new ReentrantLock();

    /**
     * @param corpus the corpus directory
     * @param history keeps the versions before the changes, by the names of the files
     * @param listener receives every change, with the name of the file as the id
     */
    public LexiconStore(Path corpus, CaseHistory history, CaseStore.ChangeListener listener) {
        this.corpus = CorpusReader.of(corpus);
        this.history = history;
        this.listener = listener;
    }

    /** Returns the lexicon of {@code corpus}, which is not changed. */
    public static LexiconStore readOnly(Path corpus) {
        return new LexiconStore(
                corpus, CaseHistory.ofLexicon(corpus, 1, Clock.systemUTC()), (editor, action, id, before, after) -> {
                    throw new IOException("the lexicon is read only");
                });
    }

    /** Returns the file as it is now; the bundled one if the corpus has none. Malformed bytes are replaced. */
    public StoredLexicon read(LexiconFile file) throws IOException {
        boolean isBundled = !Files.isRegularFile(corpus.lexiconFile(file.fileName()));
        byte[] bytes = bytes(file);
        String version = HexFormat.of().formatHex(Sha256.newDigest().digest(bytes));
        return new StoredLexicon(file, new String(bytes, StandardCharsets.UTF_8), version, isBundled);
    }

    private byte[] bytes(LexiconFile file) throws IOException {
        Path own = corpus.lexiconFile(file.fileName());
        return Files.isRegularFile(own)
                ? Files.readAllBytes(own)
                : Lexicon.resource(file.fileName()).getBytes(StandardCharsets.UTF_8);
    }

    /** Returns the faults of {@code text} in the words of the command {@code check}, in line order; empty if it is valid. */
    public List<CorpusDiagnostic> faults(LexiconFile file, String text) {
        return LexiconFaults.of(file, text);
    }

    /**
     * Returns the published cases that would be invalid with {@code text}, which is valid, and are not now.
     *
     * @throws IOException if the corpus cannot be read
     */
    public List<InvalidatedCase> invalidated(LexiconFile file, String text) throws IOException {
        Lexicon now;
        try {
            now = corpus.lexicon();
        } catch (CorpusFormatException invalid) {
            now = Lexicon.shipped(); // as the indexing reads the cases
        }
        Path path = Path.of(file.fileName());
        try {
            return switch (file) {
                case SYNONYMS, USER_DICTIONARY -> List.of(); // no case names their entries
                case ACTORS ->
                    InvalidatedCase.of(
                            corpus, now, new Lexicon(ActorLexicon.parse(path, text), now.themes(), now.facets()));
                case THEMES ->
                    InvalidatedCase.of(
                            corpus, now, new Lexicon(now.actors(), ThemeLexicon.parse(path, text), now.facets()));
            };
        } catch (CorpusFormatException e) {
            throw new IllegalArgumentException("invalid " + file.fileName(), e);
        }
    }

    /**
     * Writes {@code text}; it is on the disk when this returns.
     *
     * @param version the version that the change starts from
     * @param editor the name of who changes it
     * @throws CorpusFormatException with its faults, if it is invalid; nothing is written then
     * @throws StaleLexiconException if the file has another version
     */
    public StoredLexicon save(LexiconFile file, String text, String version, String editor)
            throws IOException, CorpusFormatException, StaleLexiconException {
        List<CorpusDiagnostic> faults = faults(file, text);
        if (!faults.isEmpty()) {
            throw new CorpusFormatException(faults);
        }
        writing.lock();
        try {
            Path own = corpus.lexiconFile(file.fileName());
            Files.createDirectories(corpus.lexiconFolder());
            FolderLock lock = FolderLock.obtain(corpus.lexiconFolder(), MAX_WAIT);
            try {
                StoredLexicon before = read(file);
                if (!before.version().equals(version)) {
                    throw new StaleLexiconException(before);
                }
                String after = Sha256.of(text);
                if (!after.equals(version)) {
                    history.keep(file.fileName(), bytes(file));
                    AtomicFile.write(own, text);
                    listener.changed(editor, "lexicon", file.fileName(), version, after);
                }
                return read(file);
            } finally {
                lock.close();
            }
        } finally {
            writing.unlock();
        }
    }

    /** Returns the text of the earlier version {@code version} of {@code file}; empty if it is not kept. */
    public Optional<String> earlier(LexiconFile file, String version) throws IOException {
        for (CaseHistory.Version kept : history.versions(file.fileName())) {
            Optional<String> text = history.text(file.fileName(), kept.name());
            if (text.isPresent() && Sha256.of(text.get()).equals(version)) {
                return text;
            }
        }
        return Optional.empty();
    }

    /**
     * Returns a finder of missing words that has the synonyms and the user dictionary in force.
     *
     * @throws CorpusFormatException if one of them is invalid
     */
    public MissingWords missingWords(SearchEngine engine) throws IOException, CorpusFormatException {
        try {
            return new MissingWords(
                    engine,
                    SynonymLexicon.read(
                            new StringReader(read(LexiconFile.SYNONYMS).text())),
                    JapaneseAnalyzers.with(new StringReader(
                                    read(LexiconFile.USER_DICTIONARY).text()))
                            .nouns());
        } catch (LexiconException e) {
            throw new CorpusFormatException(
                    List.of(new CorpusDiagnostic(corpus.lexiconFolder(), e.line(), String.valueOf(e.getMessage()))));
        }
    }

    /** Returns the versions of the files before their changes, by the names of the files. */
    public CaseHistory history() {
        return history;
    }
}
