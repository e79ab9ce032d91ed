package jirei.lucene.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import jirei.cases.CaseStudy;
import jirei.corpus.CorpusReader;
import jirei.corpus.CorpusSnapshot;
import jirei.corpus.format.CaseJson;
import jirei.corpus.lexicon.Lexicon;
import jirei.corpus.text.CorpusDiagnostic;
import jirei.engine.schema.CaseDocumentMapper;

/**
 * Brings an index up to date with a corpus of which some files have changed: reads those again and writes what is new. A file
 * with a fault keeps the cases that it had.
 */
public final class IncrementalIndexing {
    private final CorpusReader corpus;
    private final CorpusSnapshot contents;
    private final Lexicon lexicon;
    private final IndexedFileCatalog indexed;
    private final Map<String, IndexedFile> files;
    private final NavigableSet<String> read = new TreeSet<>();
    private final Set<String> gone = new HashSet<>();
    private final Map<String, String> found = new HashMap<>();
    private final Set<String> lost = new HashSet<>();

    private IncrementalIndexing(
            CorpusReader corpus, CorpusSnapshot contents, Lexicon lexicon, IndexedFileCatalog indexed)
            throws IOException {
        this.corpus = corpus;
        this.contents = contents;
        this.lexicon = lexicon;
        this.indexed = indexed;
        this.files = indexed.all();
    }

    /** Finds out what {@code indexed} lacks of {@code contents}. */
    public static IncrementalIndexing of(
            CorpusReader corpus, CorpusSnapshot contents, Lexicon lexicon, IndexedFileCatalog indexed)
            throws IOException {
        var update = new IncrementalIndexing(corpus, contents, lexicon, indexed);
        update.plan();
        return update;
    }

    private void plan() throws IOException {
        contents.cases().forEach((name, hash) -> {
            IndexedFile before = files.get(name);
            if (before == null || !before.hash().equals(hash)) {
                read.add(name);
            }
        });
        for (String name : files.keySet()) {
            if (!contents.cases().containsKey(name) && !contents.mayHide(corpus.directory(), name)) {
                gone.add(name);
            }
        }
        Set<String> more = Set.of();
        do {
            read.addAll(more);
            Set<String> faulty = survey();
            findLost(faulty);
            more = affected();
        } while (!read.containsAll(more));
    }

    /** Which cases the files to be read hold; says which of the files have faults, or nothing but ids of other files. */
    private Set<String> survey() throws IOException {
        Set<String> faulty = new HashSet<>();
        Set<String> clashing = new HashSet<>();
        found.clear();
        corpus.read(read, lexicon, new CorpusReader.Sink() {
            @Override
            public void accept(String file, CaseStudy caseStudy) {
                found.put(caseStudy.id(), file);
            }

            @Override
            public void report(String file, CorpusDiagnostic fault) {
                faulty.add(file);
            }

            @Override
            public void reportDuplicate(String file, CorpusDiagnostic fault) {
                clashing.add(file);
            }
        });
        clashing.removeAll(found.values());
        faulty.addAll(clashing);
        return faulty;
    }

    private void findLost(Set<String> faulty) throws IOException {
        lost.clear();
        for (String file : read) {
            if (!faulty.contains(file)) {
                lost.addAll(indexed.casesOf(file));
            }
        }
        for (String file : gone) {
            lost.addAll(indexed.casesOf(file));
        }
        lost.removeAll(found.keySet());
    }

    /** Files that haven't changed but share an id with one that has: whose case counts is theirs to say too. */
    private Set<String> affected() throws IOException {
        Set<String> affected = new HashSet<>();
        boolean isFreed = !lost.isEmpty();
        for (Map.Entry<String, String> taken : found.entrySet()) {
            Optional<String> owner = indexed.fileOf(taken.getKey());
            owner.filter(contents.cases()::containsKey).ifPresent(affected::add);
            isFreed |= owner.isPresent() && !owner.get().equals(taken.getValue());
        }
        if (isFreed) {
            files.values().stream()
                    .filter(file -> !file.faults().isEmpty() && contents.cases().containsKey(file.name()))
                    .forEach(file -> affected.add(file.name()));
        }
        return affected;
    }

    /** Writes what is new, and tells the faults of all files that were read. */
    public void write(CaseIndexer writer, Consumer<CorpusDiagnostic> told) throws IOException {
        for (String id : lost) {
            writer.deleteCase(id);
        }
        for (String file : gone) {
            writer.deleteFile(file);
            files.remove(file);
        }
        var faults = new DiagnosticsByFile(told);
        corpus.read(read, lexicon, new CorpusReader.Sink() {
            @Override
            public void accept(String file, CaseStudy caseStudy) {
                writeChanged(writer, file, caseStudy);
            }

            @Override
            public void report(String file, CorpusDiagnostic fault) {
                faults.add(file, fault);
            }

            @Override
            public void reportDuplicate(String file, CorpusDiagnostic fault) {
                faults.add(file, fault);
            }
        });
        for (String file : read) {
            write(writer, new IndexedFile(file, contents.cases().getOrDefault(file, ""), faults.of(file)));
        }
        if (!contents.diagnostics().isEmpty()) {
            contents.diagnostics().forEach(fault -> faults.add("", fault));
            write(writer, new IndexedFile("", "", faults.of("")));
        }
        writer.finish();
    }

    private void write(CaseIndexer writer, IndexedFile file) throws IOException {
        writer.write(file);
        files.put(file.name(), file);
    }

    /** A file of many cases mostly changes in a few. */
    private void writeChanged(CaseIndexer writer, String file, CaseStudy caseStudy) {
        try {
            CaseStudy canonical = CaseDocumentMapper.canonical(caseStudy, lexicon);
            boolean isSame = indexed.fileOf(canonical.id()).filter(file::equals).isPresent()
                    && indexed.json(canonical.id())
                            .filter(CaseJson.write(canonical)::equals)
                            .isPresent();
            if (!isSame) {
                writer.write(canonical, file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many faults the corpus has, after {@link #write}. */
    public long faults() {
        return files.values().stream()
                .map(IndexedFile::faults)
                .mapToLong(List::size)
                .sum();
    }
}
