package jirei.corpus;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import jirei.corpus.lexicon.Lexicon;
import jirei.corpus.text.CorpusDiagnostic;
import org.jspecify.annotations.Nullable;

/**
 * The files of a corpus directory. Immutable.
 *
 * @param directory the corpus directory
 * @param cases the case files, ordered by path relative to the directory
 * @param lexicon the lexicon files, ordered likewise
 * @param diagnostics the parts of the directory that cannot be read
 */
record CorpusFiles(Path directory, List<Path> cases, List<Path> lexicon, List<CorpusDiagnostic> diagnostics) {
    static final String CASES = "cases";
    static final String LEXICON = "lexicon";
    /** The end of the names of files that are being written. */
    private static final String UNFINISHED = ".next";

    /** Lists the files of {@code directory}. A missing directory or one without cases gives a diagnostic. */
    static CorpusFiles in(Path directory) throws IOException {
        List<CorpusDiagnostic> diagnostics = new ArrayList<>();
        List<Path> cases = new ArrayList<>();
        List<Path> lexicon = new ArrayList<>();
        if (!Files.isDirectory(directory)) {
            diagnostics.add(
                    new CorpusDiagnostic(directory, 1, "コーパスのフォルダーがありません。事例のファイルを置いたフォルダーを --corpus で指定してください"));
            return new CorpusFiles(directory, cases, lexicon, diagnostics);
        }
        collect(directory, 1, cases, diagnostics);
        collect(directory.resolve(CASES), Integer.MAX_VALUE, cases, diagnostics);
        collect(directory.resolve(LEXICON), Integer.MAX_VALUE, lexicon, diagnostics);
        cases.removeIf(file -> !isCaseFile(file));
        lexicon.removeIf(file -> lowerCaseName(file).endsWith(UNFINISHED));
        sort(cases, directory);
        sort(lexicon, directory);
        if (cases.isEmpty() && diagnostics.isEmpty()) {
            diagnostics.add(new CorpusDiagnostic(
                    directory, 1, "事例のファイルが一つもありません。" + directory.resolve(CASES) + " に .md か .jsonl のファイルを置いてください"));
        }
        return new CorpusFiles(directory, cases, lexicon, diagnostics);
    }

    /** Lists only the lexicon files of {@code directory}. */
    static CorpusFiles lexiconIn(Path directory) throws IOException {
        List<CorpusDiagnostic> diagnostics = new ArrayList<>();
        List<Path> lexicon = new ArrayList<>();
        collect(directory.resolve(LEXICON), Integer.MAX_VALUE, lexicon, diagnostics);
        lexicon.removeIf(file -> lowerCaseName(file).endsWith(UNFINISHED));
        sort(lexicon, directory);
        return new CorpusFiles(directory, List.of(), lexicon, diagnostics);
    }

    /** Sorts {@code files} by name; each name is computed once, which counts for many files. */
    private static void sort(List<Path> files, Path directory) {
        Map<String, Path> byName = new TreeMap<>();
        files.forEach(file -> byName.put(name(directory, file), file));
        files.clear();
        files.addAll(byName.values());
    }

    static boolean isJsonLines(Path file) {
        return lowerCaseName(file).endsWith(".jsonl");
    }

    /**
     * Hashes the files that {@code hashes} does not have; an unreadable file has the empty hash.
     *
     * @param statistics the fingerprint of the statistics
     */
    CorpusSnapshot snapshot(ContentHashCache hashes, String statistics) {
        hashes.retainAll(Stream.concat(cases.stream(), lexicon.stream()).toList());
        return new CorpusSnapshot(byName(cases, hashes), lexiconFingerprint(hashes, statistics), diagnostics);
    }

    /**
     * Returns the fingerprint of the lexicon, including the bundled files used for those that are missing, and of {@code
     * statistics}.
     */
    String lexiconFingerprint(ContentHashCache hashes, String statistics) {
        Stream<String> others =
                Stream.concat(Lexicon.shippedFor(directory.resolve(LEXICON)).stream(), Stream.of(statistics));
        return CorpusSnapshot.fingerprint(byName(lexicon, hashes), others.toList());
    }

    private NavigableMap<String, String> byName(List<Path> files, ContentHashCache hashes) {
        NavigableMap<String, String> byName = new TreeMap<>();
        files.forEach(file -> byName.put(name(directory, file), hashes.hash(file)));
        return byName;
    }

    private static void collect(Path folder, int depth, List<Path> files, List<CorpusDiagnostic> diagnostics)
            throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), depth, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes attributes) {
                if (!isDecodable(inner)) {
                    diagnostics.add(undecodable(inner));
                    return FileVisitResult.SKIP_SUBTREE;
                }
                return isHidden(inner) && !inner.equals(folder)
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isSymbolicLink()) {
                    diagnostics.add(unreadable(file));
                } else if (!isDecodable(file)) {
                    diagnostics.add(undecodable(file));
                } else if (attributes.isRegularFile() && !isHidden(file)) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                diagnostics.add(unreadable(file));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path inner, @Nullable IOException e) {
                if (e != null) { // its other files may be missing
                    diagnostics.add(unreadable(inner));
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static CorpusDiagnostic unreadable(Path file) {
        return new CorpusDiagnostic(file, 1, "読み取れません。読み取りの権限とリンクの先を確かめてください");
    }

    /** Returns whether the name of {@code file} can be converted to text and back. */
    private static boolean isDecodable(Path file) {
        Path name = file.getFileName();
        try {
            return name == null || file.resolveSibling(name.toString()).equals(file);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static CorpusDiagnostic undecodable(Path file) {
        return new CorpusDiagnostic(file, 1, "名前に UTF-8 でない文字があって読めません。「mv」や「convmv」で名前を変えてください");
    }

    private static boolean isCaseFile(Path file) {
        String name = lowerCaseName(file);
        return (name.endsWith(".md") && !name.equals("readme.md")) || name.endsWith(".jsonl");
    }

    private static boolean isHidden(Path file) {
        return lowerCaseName(file).startsWith(".");
    }

    private static String lowerCaseName(Path file) {
        Path name = file.getFileName();
        return name == null ? "" : name.toString().toLowerCase(Locale.ROOT);
    }

    /** Returns the path of {@code file} relative to {@code directory}, with {@code /} on every system. */
    static String name(Path directory, Path file) {
        return directory.relativize(file).toString().replace('\\', '/');
    }
}
