package jirei.corpus;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jirei.cases.CaseStudy;
import jirei.cases.RegionStatistics;
import jirei.corpus.lexicon.Lexicon;
import jirei.corpus.statistics.RegionTable;
import jirei.corpus.text.CorpusDiagnostic;
import jirei.corpus.text.CorpusFormatException;

/**
 * Reads the cases of a corpus directory: the files {@code *.md} and {@code *.jsonl} in the directory itself and
 * anywhere below its folder {@code cases}, except README.md and hidden files.
 *
 * <p>An invalid case is reported and skipped; the others are read. Memory holds a bounded number of cases at a time.
 * Thread-safe.
 */
public final class CorpusReader {
    private final Path corpusDirectory;
    private final Supplier<RegionStatistics> statistics;
    private final ContentHashCache hashes = new ContentHashCache();

    private CorpusReader(Path corpusDirectory, Supplier<RegionStatistics> statistics) {
        this.corpusDirectory = corpusDirectory;
        this.statistics = statistics;
    }

    /**
     * Returns a reader of {@code corpusDirectory} with the bundled statistics. The directory is accessed by the reading
     * methods only.
     */
    public static CorpusReader of(Path corpusDirectory) {
        return new CorpusReader(corpusDirectory, RegionTable::shipped);
    }

    /** Returns a reader of {@code corpusDirectory} with the statistics of this one. */
    public CorpusReader in(Path directory) {
        return new CorpusReader(directory, statistics);
    }

    /** Returns this reader with other statistics for cases without figures. */
    public CorpusReader with(RegionStatistics other) {
        return new CorpusReader(corpusDirectory, () -> other);
    }

    /** Returns the statistics for cases without figures. */
    public RegionStatistics statistics() {
        return statistics.get();
    }

    /**
     * Reads the lexicon of the corpus; the bundled files replace missing ones.
     *
     * @throws CorpusFormatException with all diagnostics of the lexicon, if it is invalid
     */
    public Lexicon lexicon() throws IOException, CorpusFormatException {
        return Lexicon.read(corpusDirectory.resolve(CorpusFiles.LEXICON));
    }

    /** Returns the folder of the lexicon; it need not exist. */
    public Path lexiconFolder() {
        return corpusDirectory.resolve(CorpusFiles.LEXICON);
    }

    /** Returns the path of the lexicon file {@code name} in the corpus; the file need not exist. */
    public Path lexiconFile(String name) {
        return corpusDirectory.resolve(CorpusFiles.LEXICON).resolve(name);
    }

    /** Opens the lexicon file {@code name} of the corpus, or the bundled one if it is missing; the caller closes it. */
    public Reader openLexiconFile(String name) throws IOException {
        Path own = lexiconFile(name);
        return Files.isRegularFile(own) ? Files.newBufferedReader(own) : new StringReader(Lexicon.resource(name));
    }

    /** Copies the lexicon files of the corpus to {@code directory}, so that a reader of it has the same lexicon. */
    public void copyLexicon(Path directory) throws IOException {
        for (Path file : CorpusFiles.in(corpusDirectory).lexicon()) {
            Path copy = directory.resolve(CorpusFiles.name(corpusDirectory, file));
            Files.createDirectories(copy.resolveSibling(""));
            Files.copy(file, copy);
        }
    }

    /**
     * Reads all cases in the order of their paths and lines and passes them on in the calling thread. A case whose id
     * occurred before is reported and skipped. Faults of the texts of the site are reported too. If the lexicon of the corpus is invalid, its diagnostics are reported
     * and the bundled one is used.
     *
     * @throws IOException if the directory exists but cannot be read
     */
    public void read(Consumer<CaseStudy> cases, Consumer<CorpusDiagnostic> diagnostics) throws IOException {
        CorpusFiles files = CorpusFiles.in(corpusDirectory);
        files.diagnostics().forEach(diagnostics);
        SiteProperties.check(corpusDirectory, diagnostics);
        var sink = new Sink() {
            @Override
            public void accept(String file, int line, CaseStudy caseStudy) {
                cases.accept(caseStudy);
            }

            @Override
            public void report(String file, CorpusDiagnostic diagnostic) {
                diagnostics.accept(diagnostic);
            }

            @Override
            public void reportDuplicate(String file, CorpusDiagnostic diagnostic) {
                diagnostics.accept(diagnostic);
            }
        };
        try (var reader = new ParallelCaseReader(corpusDirectory, usableLexicon(diagnostics), sink)) {
            reader.read(files.cases());
        }
    }

    /**
     * Receives cases and diagnostics with the file they come from, a path relative to the corpus directory. Not
     * thread-safe: called by the reading thread only.
     */
    public interface Sink {
        /** Receives a case of {@code file}, which starts in {@code line}, from 1. */
        void accept(String file, int line, CaseStudy caseStudy);

        /** Receives a diagnostic of {@code file}. */
        void report(String file, CorpusDiagnostic diagnostic);

        /** Receives the diagnostic of a valid case of {@code file} whose id occurred in an earlier one. */
        void reportDuplicate(String file, CorpusDiagnostic diagnostic);
    }

    /**
     * Reads the cases of {@code files}, paths relative to the corpus directory, as {@link #read(Consumer, Consumer)}
     * does but with {@code lexicon}. A missing file gives a diagnostic.
     */
    public void read(NavigableSet<String> files, Lexicon lexicon, Sink sink) throws IOException {
        try (var reader = new ParallelCaseReader(corpusDirectory, lexicon, sink)) {
            reader.read(files.stream().map(corpusDirectory::resolve).toList());
        }
    }

    /** Returns the fingerprint of the corpus, as {@link CorpusSnapshot#fingerprint}. */
    public String fingerprint() throws IOException {
        return snapshot().fingerprint();
    }

    /**
     * Returns the current contents of the directory. Only files that changed since the last call are read again, and
     * some of those that seem unchanged, so that a change that keeps size and time is found within about a minute.
     */
    public CorpusSnapshot snapshot() throws IOException {
        hashes.verify();
        return CorpusFiles.in(corpusDirectory).snapshot(hashes, statistics().fingerprint());
    }

    /** Returns the fingerprint of lexicon and statistics, as {@link CorpusSnapshot#lexicon}, without reading any case. */
    public String lexiconFingerprint() throws IOException {
        return CorpusFiles.lexiconIn(corpusDirectory)
                .lexiconFingerprint(hashes, statistics().fingerprint());
    }

    /** Returns whether the directory holds more than {@code limit} bytes or more than 1,000 files. */
    public boolean isLargerThan(long limit) throws IOException {
        return CorpusSizeEstimate.exceeds(corpusDirectory, limit);
    }

    /** Returns the names of the case files, relative to the corpus directory. */
    public NavigableSet<String> caseFiles() throws IOException {
        NavigableSet<String> names = new TreeSet<>();
        for (Path file : CorpusFiles.in(corpusDirectory).cases()) {
            names.add(CorpusFiles.name(corpusDirectory, file));
        }
        return names;
    }

    /** Returns the case files, then the lexicon files, each in the order of their paths. */
    public List<Path> files() throws IOException {
        CorpusFiles files = CorpusFiles.in(corpusDirectory);
        return Stream.concat(files.cases().stream(), files.lexicon().stream()).toList();
    }

    /** Returns the corpus directory. */
    public Path directory() {
        return corpusDirectory;
    }

    private Lexicon usableLexicon(Consumer<CorpusDiagnostic> diagnostics) {
        try {
            return lexicon();
        } catch (CorpusFormatException e) {
            e.diagnostics().forEach(diagnostics);
        } catch (IOException e) {
            Path folder = corpusDirectory.resolve(CorpusFiles.LEXICON);
            diagnostics.accept(new CorpusDiagnostic(folder, 1, "actors.txt か themes.txt を読み取れません。読み取りの権限を確かめてください"));
        }
        return Lexicon.shipped();
    }
}
