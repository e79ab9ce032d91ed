package jirei.lucene.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import jirei.cases.CaseStudy;
import jirei.corpus.CorpusReader;
import jirei.corpus.CorpusSnapshot;
import jirei.corpus.format.CaseJson;
import jirei.corpus.lexicon.Lexicon;
import jirei.corpus.text.CorpusDiagnostic;
import jirei.corpus.text.CorpusFormatException;
import jirei.engine.schema.CaseDocumentMapper;
import jirei.engine.vocabulary.VocabularyEntry;
import org.jspecify.annotations.Nullable;

/** Writes a whole corpus into an empty index. Not thread-safe; for one build. */
public final class FullIndexing {
    private final CorpusReader corpus;
    private final CorpusSnapshot contents;
    private final Lexicon lexicon;
    private final @Nullable IndexedFileCatalog last;
    private final CaseIndexer writer;
    private final DiagnosticsByFile faults;
    private final LongConsumer progress;
    private final Set<String> written = new HashSet<>();
    private final NavigableSet<String> faulty = new TreeSet<>();
    private final Set<String> duplicates = new HashSet<>();
    private long faultCount;

    /**
     * @param last the catalog that cases of faulty files are kept from; null to leave them out
     * @param progress receives the number of cases written so far, after each
     */
    public FullIndexing(
            CorpusReader corpus,
            CorpusSnapshot contents,
            Lexicon lexicon,
            @Nullable IndexedFileCatalog last,
            CaseIndexer writer,
            DiagnosticsByFile faults,
            LongConsumer progress) {
        this.corpus = corpus;
        this.contents = contents;
        this.lexicon = lexicon;
        this.last = last;
        this.writer = writer;
        this.faults = faults;
        this.progress = progress;
    }

    /** Returns the number of faults of the corpus, after {@link #write}. */
    public long faults() {
        return faultCount;
    }

    /**
     * Writes all files and waits until they are in the index.
     *
     * @throws IOException if a file cannot be read or a case cannot be written
     */
    public void write() throws IOException {
        contents.diagnostics().forEach(fault -> faults.add("", fault));
        corpus.read(new TreeSet<>(contents.cases().keySet()), lexicon, new CorpusReader.Sink() {
            @Override
            public void accept(String file, int line, CaseStudy caseStudy) {
                FullIndexing.this.index(file, line, caseStudy);
            }

            @Override
            public void report(String file, CorpusDiagnostic fault) {
                faulty.add(file);
                faults.add(file, fault);
            }

            @Override
            public void reportDuplicate(String file, CorpusDiagnostic fault) {
                duplicates.add(file);
                faults.add(file, fault);
            }
        });
        writer.finish(); // a case that cannot be indexed is a fault of its file
        faulty.addAll(duplicates);
        if (last != null) {
            keepFrom(last);
            writer.finish();
        }
        for (Map.Entry<String, String> file : contents.cases().entrySet()) {
            write(new IndexedFile(file.getKey(), file.getValue(), faults.of(file.getKey())));
        }
        if (!contents.diagnostics().isEmpty()) {
            write(new IndexedFile("", "", faults.of("")));
        }
    }

    private void write(IndexedFile file) throws IOException {
        writer.write(file);
        faultCount += file.faults().size();
    }

    private void index(String file, int line, CaseStudy caseStudy) {
        CaseStudy canonical = CaseDocumentMapper.canonical(caseStudy, lexicon, corpus.statistics());
        duplicates.remove(file);
        written.add(canonical.id());
        try {
            writer.write(canonical, file, failure -> {
                written.remove(canonical.id());
                faulty.add(file);
                Path path = corpus.directory().resolve(file);
                faults.add(file, CorpusDiagnostic.ofFailure(path, line, failure));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        progress.accept(written.size());
    }

    private void keepFrom(IndexedFileCatalog last) throws IOException {
        for (String name : List.copyOf(faulty)) {
            keep(last, name);
        }
        for (IndexedFile file : last.all().values()) {
            if (!contents.cases().containsKey(file.name()) && contents.mayHide(corpus.directory(), file.name())) {
                write(file);
                keep(last, file.name());
            }
        }
    }

    private void keep(IndexedFileCatalog last, String file) throws IOException {
        for (String id : new TreeSet<>(last.casesOf(file))) {
            String json = last.json(id).orElseThrow();
            if (!written.contains(id)) {
                try {
                    index(file, 1, CaseJson.read(Path.of(file), 1, json, lexicon));
                } catch (CorpusFormatException outdated) {
                    faults.add(file, outdated.diagnostics().getFirst());
                }
            }
        }
    }

    /** Returns the words of the corpus, best suggestions first. */
    public List<VocabularyEntry> words() {
        return writer.words();
    }
}
