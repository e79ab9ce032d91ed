package jirei.corpus;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import jirei.corpus.lexicon.Lexicon;
import jirei.corpus.text.CorpusDiagnostic;

/**
 * The files of a corpus directory.
 *
 * @param directory the corpus directory
 * @param cases the case files in the order of their paths below the directory
 * @param lexicon the files of the lexicon, in the same order
 * @param faults what keeps a part of the directory from being read
 */
record CorpusFiles(Path directory, List<Path> cases, List<Path> lexicon, List<CorpusDiagnostic> faults) {
    static final String CASES = "cases";
    static final String LEXICON = "lexicon";

    /** Looks for the files of {@code directory}; that it is missing or empty is a fault. */
    static CorpusFiles in(Path directory) throws IOException {
        List<CorpusDiagnostic> faults = new ArrayList<>();
        List<Path> cases = new ArrayList<>();
        List<Path> lexicon = new ArrayList<>();
        if (!Files.isDirectory(directory)) {
            faults.add(new CorpusDiagnostic(directory, 1, "コーパスのフォルダーがないため、事例のファイルを置いたフォルダーを --corpus で指定してください"));
            return new CorpusFiles(directory, cases, lexicon, faults);
        }
        collect(directory, 1, cases, faults);
        collect(directory.resolve(CASES), Integer.MAX_VALUE, cases, faults);
        collect(directory.resolve(LEXICON), Integer.MAX_VALUE, lexicon, faults);
        cases.removeIf(file -> !isCaseFile(file));
        cases.sort(byPath(directory));
        lexicon.sort(byPath(directory));
        if (cases.isEmpty() && faults.isEmpty()) {
            faults.add(new CorpusDiagnostic(
                    directory, 1, "事例のファイルが一つもないため、" + directory.resolve(CASES) + " に .md か .jsonl のファイルを置いてください"));
        }
        return new CorpusFiles(directory, cases, lexicon, faults);
    }

    /** Looks for the files of the lexicon of {@code directory} alone. */
    static CorpusFiles lexiconIn(Path directory) throws IOException {
        List<CorpusDiagnostic> faults = new ArrayList<>();
        List<Path> lexicon = new ArrayList<>();
        collect(directory.resolve(LEXICON), Integer.MAX_VALUE, lexicon, faults);
        lexicon.sort(byPath(directory));
        return new CorpusFiles(directory, List.of(), lexicon, faults);
    }

    private static Comparator<Path> byPath(Path directory) {
        return Comparator.comparing(file -> name(directory, file));
    }

    static boolean isJsonLines(Path file) {
        return foldedName(file).endsWith(".jsonl");
    }

    /** Hashes the contents, as far as {@code hashes} doesn't know them; a file that can't be read counts with its name alone. */
    CorpusSnapshot contents(ContentHashCache hashes) {
        hashes.keepOnly(Stream.concat(cases.stream(), lexicon.stream()).toList());
        return new CorpusSnapshot(byName(cases, hashes), lexiconPrint(hashes), faults);
    }

    /** The fingerprint of the lexicon and of what is shipped in the place of files that it lacks. */
    String lexiconPrint(ContentHashCache hashes) {
        return CorpusSnapshot.fingerprint(byName(lexicon, hashes), Lexicon.shippedFor(directory.resolve(LEXICON)));
    }

    private NavigableMap<String, String> byName(List<Path> files, ContentHashCache hashes) {
        NavigableMap<String, String> byName = new TreeMap<>();
        files.forEach(file -> byName.put(name(directory, file), hashes.of(file)));
        return byName;
    }

    private static void collect(Path folder, int depth, List<Path> files, List<CorpusDiagnostic> faults)
            throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), depth, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes attributes) {
                return isHidden(inner) && !inner.equals(folder)
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isSymbolicLink()) {
                    faults.add(unreadable(file));
                } else if (attributes.isRegularFile() && !isHidden(file)) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                faults.add(unreadable(file));
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static CorpusDiagnostic unreadable(Path file) {
        return new CorpusDiagnostic(file, 1, "読み取れないため、読み取りの権限とリンクの先を確かめてください");
    }

    private static boolean isCaseFile(Path file) {
        String name = foldedName(file);
        return (name.endsWith(".md") && !name.equals("readme.md")) || name.endsWith(".jsonl");
    }

    private static boolean isHidden(Path file) {
        return foldedName(file).startsWith(".");
    }

    private static String foldedName(Path file) {
        Path name = file.getFileName();
        return name == null ? "" : name.toString().toLowerCase(Locale.ROOT);
    }

    /** The path below {@code directory}, the same on every system. */
    static String name(Path directory, Path file) {
        return directory.relativize(file).toString().replace('\\', '/');
    }
}
