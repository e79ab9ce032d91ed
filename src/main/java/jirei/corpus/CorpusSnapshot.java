package jirei.corpus;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import jirei.corpus.text.CorpusDiagnostic;

/**
 * What a corpus directory held at one look.
 *
 * @param cases the hash of the contents of each case file, by its path below the directory with {@code /} on every system;
 *     empty for a file that can't be read
 * @param lexicon the fingerprint of the lexicon
 * @param faults what keeps a part of the directory from being read
 */
public record CorpusSnapshot(NavigableMap<String, String> cases, String lexicon, List<CorpusDiagnostic> faults) {
    /** Takes copies. */
    public CorpusSnapshot {
        cases = Collections.unmodifiableNavigableMap(new TreeMap<>(cases));
        faults = List.copyOf(faults);
    }

    /**
     * The SHA-256 over the names and contents of case files and lexicon, as 64 hexadecimal digits: the same for the same
     * corpus, wherever it lies.
     */
    public String fingerprint() {
        return fingerprint(cases, List.of(lexicon));
    }

    /** The fingerprint of {@code hashes} by file, and of {@code others} behind them. */
    static String fingerprint(Map<String, String> hashes, List<String> others) {
        var digest = ContentHashCache.sha256();
        hashes.forEach((name, hash) -> {
            digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update((hash + "\n").getBytes(StandardCharsets.UTF_8));
        });
        for (String other : others) {
            digest.update(new byte[1]); // in no name and no hash
            digest.update(other.getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Whether {@code file}, a path below {@code directory} that isn't among the cases, may be there without being seen. */
    public boolean mayHide(Path directory, String file) {
        Path missing = directory.resolve(file);
        return faults.stream().anyMatch(fault -> missing.startsWith(fault.file()));
    }
}
