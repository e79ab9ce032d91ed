package jirei.corpus;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import jirei.cases.CaseStudy;

/**
 * Reads the cases of a corpus directory: {@code *.md} and {@code *.jsonl} directly in it and anywhere below its folder {@code
 * cases}, but for files called README.md and hidden ones.
 *
 * <p>A fault costs one case, never the rest. One case is held in memory at a time.
 */
public final class CorpusReader {
    private final Path corpusDirectory;

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

    /**
     * Reads all cases in the order of their paths and lines. An id that stands twice is a fault of the later case, which is
     * left out. Where the corpus's own lexicon has faults, they are told and the shipped one is used.
     *
     * @throws IOException if the directory itself can't be read for another reason than that it is missing
     */
    public void read(Consumer<CaseStudy> cases, Consumer<CorpusFault> faults) throws IOException {
        CorpusFiles files = CorpusFiles.in(corpusDirectory);
        files.faults().forEach(faults);
        new Run(usableLexicon(faults), cases, faults).read(files.cases());
    }

    /**
     * The SHA-256 over the names and contents of case files and lexicon, as 64 hexadecimal digits: the same for the same
     * corpus, wherever it lies.
     */
    public String fingerprint() throws IOException {
        return CorpusFiles.in(corpusDirectory).fingerprint();
    }

    private Lexicon usableLexicon(Consumer<CorpusFault> faults) throws IOException {
        try {
            return lexicon();
        } catch (CorpusFormatException e) {
            e.faults().forEach(faults);
            return Lexicon.shipped();
        }
    }

    /** One reading of all files. */
    private static final class Run {
        private final Lexicon lexicon;
        private final Consumer<CaseStudy> cases;
        private final Consumer<CorpusFault> faults;
        private final Map<String, String> places = new HashMap<>();

        Run(Lexicon lexicon, Consumer<CaseStudy> cases, Consumer<CorpusFault> faults) {
            this.lexicon = lexicon;
            this.cases = cases;
            this.faults = faults;
        }

        void read(List<Path> files) {
            for (Path file : files) {
                try {
                    if (CorpusFiles.isJsonLines(file)) {
                        readLines(file);
                    } else {
                        readMarkdown(file);
                    }
                } catch (IOException e) {
                    faults.accept(new CorpusFault(file, 1, "ファイルを読み取れないため、読み取りの権限を確かめてください"));
                }
            }
        }

        private void readMarkdown(Path file) throws IOException {
            try {
                give(CaseMarkdown.read(file, CorpusText.read(file), lexicon), file, 1);
            } catch (CorpusFormatException e) {
                e.faults().forEach(faults);
            }
        }

        private void readLines(Path file) throws IOException {
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
                var bytes = new ByteArrayOutputStream();
                int line = 1;
                for (int next = in.read(); next >= 0; next = in.read()) {
                    if (next == '\n') {
                        readLine(file, line, bytes);
                        line++;
                    } else {
                        bytes.write(next);
                    }
                }
                readLine(file, line, bytes);
            }
        }

        private void readLine(Path file, int line, ByteArrayOutputStream bytes) {
            try {
                String json = CorpusText.decode(file, line, bytes.toByteArray()).strip();
                bytes.reset();
                if (!json.isEmpty()) {
                    give(CaseJson.read(file, line, json, lexicon), file, line);
                }
            } catch (CorpusFormatException e) {
                bytes.reset();
                e.faults().forEach(faults);
            }
        }

        private void give(CaseStudy caseStudy, Path file, int line) {
            String earlier = places.putIfAbsent(caseStudy.id(), file + ":" + line);
            if (earlier == null) {
                cases.accept(caseStudy);
            } else {
                faults.accept(new CorpusFault(
                        file, line, "id「" + caseStudy.id() + "」の事例が " + earlier + " にもあるため、別の id に変えるか、どちらかを消してください"));
            }
        }
    }
}
