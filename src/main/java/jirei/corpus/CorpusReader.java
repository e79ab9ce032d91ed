package jirei.corpus;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NavigableSet;
import java.util.function.Consumer;
import jirei.cases.CaseStudy;
import jirei.corpus.lexicon.Lexicon;
import jirei.corpus.text.CorpusDiagnostic;
import jirei.corpus.text.CorpusFormatException;

/**
 * Reads the cases of a corpus directory: {@code *.md} and {@code *.jsonl} directly in it and anywhere below its folder {@code
 * cases}, but for files called README.md and hidden ones.
 *
 * <p>A fault costs one case, never the rest. A handful of cases is held in memory at a time.
 */
public final class CorpusReader {
    private final Path corpusDirectory;
    private final ContentHashCache hashes = new ContentHashCache();

    private CorpusReader(Path corpusDirectory) {
        this.corpusDirectory = corpusDirectory;
    }

    /** A reader of {@code corpusDirectory}, which is looked at when it is read. */
    public static CorpusReader of(Path corpusDirectory) {
        return new CorpusReader(corpusDirectory);
    }

    /**
     * Reads the corpus's own lexicon, or the shipped one where it has none.
     *
     * @throws CorpusFormatException with all faults of the lexicon, if it has any
     */
    public Lexicon lexicon() throws IOException, CorpusFormatException {
        return Lexicon.read(corpusDirectory.resolve(CorpusFiles.LEXICON));
    }

    /** Where the corpus's own file {@code name} of the lexicon lies, whether there is one or not. */
    public Path lexiconFile(String name) {
        return corpusDirectory.resolve(CorpusFiles.LEXICON).resolve(name);
    }

    /** Opens the corpus's own file {@code name} of the lexicon, or the shipped one where it has none; the caller closes it. */
    public Reader openLexiconFile(String name) throws IOException {
        Path own = lexiconFile(name);
        return Files.isRegularFile(own) ? Files.newBufferedReader(own) : new StringReader(Lexicon.resource(name));
    }

    /** Copies the corpus's own lexicon below {@code directory}, so that a reader of that directory has the same one. */
    public void copyLexicon(Path directory) throws IOException {
        for (Path file : CorpusFiles.in(corpusDirectory).lexicon()) {
            Path copy = directory.resolve(CorpusFiles.name(corpusDirectory, file));
            Files.createDirectories(copy.resolveSibling(""));
            Files.copy(file, copy);
        }
    }

    /**
     * Reads all cases in the order of their paths and lines and hands them over in the calling thread. An id that stands twice is a fault of the later case, which is
     * left out. Where the corpus's own lexicon has faults, they are told and the shipped one is used.
     *
     * @throws IOException if the directory itself can't be read for another reason than that it is missing
     */
    public void read(Consumer<CaseStudy> cases, Consumer<CorpusDiagnostic> faults) throws IOException {
        CorpusFiles files = CorpusFiles.in(corpusDirectory);
        files.faults().forEach(faults);
        var handOver = new ParallelCaseReader.Taking() {
            @Override
            public void take(Path file, CaseStudy caseStudy) {
                cases.accept(caseStudy);
            }

            @Override
            public void fault(CorpusDiagnostic fault) {
                faults.accept(fault);
            }

            @Override
            public void clash(CorpusDiagnostic fault) {
                faults.accept(fault);
            }
        };
        try (var reading = new ParallelCaseReader(usableLexicon(faults), handOver)) {
            reading.read(files.cases());
        }
    }

    /** Takes what is read of named files. */
    public interface Taking {
        /** Takes a case of {@code file}, a path below the corpus directory. */
        void take(String file, CaseStudy caseStudy);

        /** Takes a fault of {@code file}, a path below the corpus directory. */
        void fault(String file, CorpusDiagnostic fault);

        /** Takes the fault of a case of {@code file} that was read well but whose id stands in an earlier one. */
        void clash(String file, CorpusDiagnostic fault);
    }

    /**
     * Reads the cases of {@code files}, paths below the corpus directory, as {@link #read(Consumer, Consumer)} does but with
     * {@code lexicon}. A file that isn't there has a fault.
     */
    public void read(NavigableSet<String> files, Lexicon lexicon, Taking taking) throws IOException {
        var handOver = new ParallelCaseReader.Taking() {
            @Override
            public void take(Path file, CaseStudy caseStudy) {
                taking.take(CorpusFiles.name(corpusDirectory, file), caseStudy);
            }

            @Override
            public void fault(CorpusDiagnostic fault) {
                taking.fault(CorpusFiles.name(corpusDirectory, fault.file()), fault);
            }

            @Override
            public void clash(CorpusDiagnostic fault) {
                taking.clash(CorpusFiles.name(corpusDirectory, fault.file()), fault);
            }
        };
        try (var reading = new ParallelCaseReader(lexicon, handOver)) {
            reading.read(files.stream().map(corpusDirectory::resolve).toList());
        }
    }

    /** As {@link CorpusSnapshot#fingerprint}. */
    public String fingerprint() throws IOException {
        return contents().fingerprint();
    }

    /** What the directory holds now; files that haven't changed since the last look aren't read again. */
    public CorpusSnapshot contents() throws IOException {
        return CorpusFiles.in(corpusDirectory).contents(hashes);
    }

    /** The fingerprint of the lexicon alone, as in {@link CorpusSnapshot#lexicon}; reads no case. */
    public String lexiconPrint() throws IOException {
        return CorpusFiles.lexiconIn(corpusDirectory).lexiconPrint(hashes);
    }

    /** Whether reading all that the directory holds takes a while: more than {@code limit} bytes, or very many files. */
    public boolean isLargerThan(long limit) throws IOException {
        return CorpusSizeEstimate.exceeds(corpusDirectory, limit);
    }

    /** The corpus directory. */
    public Path directory() {
        return corpusDirectory;
    }

    private Lexicon usableLexicon(Consumer<CorpusDiagnostic> faults) {
        try {
            return lexicon();
        } catch (CorpusFormatException e) {
            e.faults().forEach(faults);
        } catch (IOException e) {
            Path folder = corpusDirectory.resolve(CorpusFiles.LEXICON);
            faults.accept(new CorpusDiagnostic(folder, 1, "actors.txt か themes.txt を読み取れないため、読み取りの権限を確かめてください"));
        }
        return Lexicon.shipped();
    }
}
