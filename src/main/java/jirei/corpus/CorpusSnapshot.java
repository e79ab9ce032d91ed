package jirei.corpus;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import jirei.corpus.text.CorpusDiagnostic;
import jirei.corpus.text.Sha256;

/**
 * The contents of a corpus directory at one point in time. Immutable.
 *
 * @param cases the SHA-256 of each case file by its path relative to the directory, with {@code /} on every system; the
 *     hash is empty for an unreadable file
 * @param lexicon the fingerprint of lexicon and statistics
 * @param diagnostics the parts of the directory that cannot be read
 */
public record CorpusSnapshot(NavigableMap<String, String> cases, String lexicon, List<CorpusDiagnostic> diagnostics) {
    /** Copies its arguments. */
    public CorpusSnapshot {
        cases = Collections.unmodifiableNavigableMap(new TreeMap<>(cases));
        diagnostics = List.copyOf(diagnostics);
    }

    /**
     * Returns the SHA-256 over the names and contents of the case files, the lexicon and the parts that cannot be read,
     * as 64 hexadecimal digits. It does not depend on the location of the corpus.
     */
    public String fingerprint() {
        Stream<String> unreadable =
                diagnostics.stream().map(diagnostic -> diagnostic.file().getFileName() + diagnostic.problem());
        return fingerprint(cases, Stream.concat(Stream.of(lexicon), unreadable).toList());
    }

    /** Returns the fingerprint of {@code hashes} by file, followed by {@code others}. */
    static String fingerprint(Map<String, String> hashes, List<String> others) {
        var digest = Sha256.newDigest();
        hashes.forEach((name, hash) -> {
            digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update((hash + "\n").getBytes(StandardCharsets.UTF_8));
        });
        for (String other : others) {
            digest.update(new byte[1]); // a separator that occurs in no name and no hash
            digest.update(other.getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /**
     * Returns whether {@code file}, which is not among the cases, may exist in a part of {@code directory} that could
     * not be read.
     *
     * @param file a path relative to {@code directory}
     */
    public boolean mayHide(Path directory, String file) {
        Path missing = directory.resolve(file);
        return diagnostics.stream().anyMatch(diagnostic -> missing.startsWith(diagnostic.file()));
    }
}
