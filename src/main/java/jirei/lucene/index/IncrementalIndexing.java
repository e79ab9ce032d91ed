package jirei.lucene.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
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
 * Updates an index after some files of the corpus have changed: reads those files again and writes the changed cases. A
 * file with a fault keeps its indexed cases. Not thread-safe; for one update.
 */
public final class IncrementalIndexing {
    private final CorpusReader corpus;
    private final CorpusSnapshot contents;
    private final Lexicon lexicon;
    private final IndexedFileCatalog indexed;
    private final Map<String, IndexedFile> files;
    private final NavigableSet<String> filesToRead = new TreeSet<>();
    private final Set<String> deletedFiles = new HashSet<>();
    private final Map<String, String> casesRead = new HashMap<>();
    private final Set<String> deletedCases = new HashSet<>();

    private IncrementalIndexing(
            CorpusReader corpus, CorpusSnapshot contents, Lexicon lexicon, IndexedFileCatalog indexed)
            throws IOException {
        this.corpus = corpus;
        this.contents = contents;
        this.lexicon = lexicon;
        this.indexed = indexed;
        this.files = indexed.all();
    }

    /** Compares {@code indexed} with {@code contents} and plans the update. */
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
                filesToRead.add(name);
            }
        });
        for (String name : files.keySet()) {
            if (!contents.cases().containsKey(name) && !contents.mayHide(corpus.directory(), name)) {
                deletedFiles.add(name);
            }
        }
        Set<String> additional = Set.of();
        do {
            filesToRead.addAll(additional);
            Set<String> faulty = survey();
            findDeletedCases(faulty);
            additional = affected();
        } while (!filesToRead.containsAll(additional));
    }

    /**
     * Reads the IDs of the cases in the files to be read.
     *
     * @return the files that have faults or only case IDs of other files
     */
    private Set<String> survey() throws IOException {
        Set<String> faulty = new HashSet<>();
        Set<String> duplicates = new HashSet<>();
        casesRead.clear();
        corpus.read(filesToRead, lexicon, new CorpusReader.Sink() {
            @Override
            public void accept(String file, int line, CaseStudy caseStudy) {
                casesRead.put(caseStudy.id(), file);
            }

            @Override
            public void report(String file, CorpusDiagnostic fault) {
                faulty.add(file);
            }

            @Override
            public void reportDuplicate(String file, CorpusDiagnostic fault) {
                duplicates.add(file);
            }
        });
        duplicates.removeAll(casesRead.values());
        faulty.addAll(duplicates);
        return faulty;
    }

    private void findDeletedCases(Set<String> faulty) throws IOException {
        deletedCases.clear();
        for (String file : filesToRead) {
            if (!faulty.contains(file)) {
                deletedCases.addAll(indexed.casesOf(file));
            }
        }
        for (String file : deletedFiles) {
            deletedCases.addAll(indexed.casesOf(file));
        }
        deletedCases.removeAll(casesRead.keySet());
    }

    /**
     * Returns the unchanged files that share a case ID with a changed one: they must be read again to decide which file
     * provides the case.
     */
    private Set<String> affected() throws IOException {
        Set<String> affected = new HashSet<>();
        boolean isFreed = !deletedCases.isEmpty();
        for (Map.Entry<String, String> taken : casesRead.entrySet()) {
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

    /**
     * Writes the changes and waits until they are in the index.
     *
     * @param listener receives the faults of all files read
     */
    public void write(CaseIndexer writer, Consumer<CorpusDiagnostic> listener) throws IOException {
        for (String id : deletedCases) {
            writer.deleteCase(id);
        }
        for (String file : deletedFiles) {
            writer.deleteFile(file);
            files.remove(file);
        }
        var faults = new DiagnosticsByFile(listener);
        corpus.read(filesToRead, lexicon, new CorpusReader.Sink() {
            @Override
            public void accept(String file, int line, CaseStudy caseStudy) {
                writeChanged(writer, file, caseStudy, failure -> {
                    Path path = corpus.directory().resolve(file);
                    faults.add(file, CorpusDiagnostic.ofFailure(path, line, failure));
                });
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
        writer.finish(); // a case that cannot be indexed is a fault of its file
        for (String file : filesToRead) {
            write(writer, new IndexedFile(file, contents.cases().getOrDefault(file, ""), faults.of(file)));
        }
        if (!contents.diagnostics().isEmpty()) {
            contents.diagnostics().forEach(fault -> faults.add("", fault));
            write(writer, new IndexedFile("", "", faults.of("")));
        }
    }

    private void write(CaseIndexer writer, IndexedFile file) throws IOException {
        writer.write(file);
        files.put(file.name(), file);
    }

    /** Skips unchanged cases, since in a file of many cases usually only a few change. */
    private void writeChanged(CaseIndexer writer, String file, CaseStudy caseStudy, Consumer<Throwable> rejected) {
        try {
            CaseStudy canonical = CaseDocumentMapper.canonical(caseStudy, lexicon, corpus.statistics());
            boolean isSame = indexed.fileOf(canonical.id()).filter(file::equals).isPresent()
                    && indexed.json(canonical.id())
                            .filter(CaseJson.write(canonical)::equals)
                            .isPresent();
            if (!isSame) {
                writer.write(canonical, file, rejected);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the number of faults of the corpus, after {@link #write}. */
    public long faults() {
        return files.values().stream()
                .map(IndexedFile::faults)
                .mapToLong(List::size)
                .sum();
    }
}
