package jirei.lucene.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import jirei.engine.schema.IndexManifest;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.SegmentInfos;

/** Inspects the current generation of an index folder, which may change between two calls. Thread-safe. */
public final class CurrentGeneration {
    private final GenerationFolder generations;

    /** Creates an inspector of {@code generations}. */
    public CurrentGeneration(GenerationFolder generations) {
        this.generations = generations;
    }

    /** Returns the manifest of the last commit; empty if there is no readable index. */
    public Optional<IndexManifest> manifest() throws IOException {
        Optional<Path> generation = generations.current();
        if (generation.isEmpty()) {
            return Optional.empty();
        }
        try (var directory = generations.open(generation.get())) {
            return Optional.of(
                    IndexManifest.of(SegmentInfos.readLatestCommit(directory).getUserData()));
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    /** Returns the files of the last commit; empty if there is no readable index. */
    public Optional<CommitFiles> files() throws IOException {
        return CommitFiles.current(generations);
    }

    /** Returns whether there is an index whose files fail their checksums. Reads all files. */
    public boolean isDamaged() throws IOException {
        if (!generations.isNamed()) {
            return false;
        }
        Optional<Path> generation = generations.current();
        if (generation.isEmpty()) {
            return true;
        }
        try (var directory = generations.open(generation.get())) {
            return !ChecksumVerifier.isIntact(directory);
        }
    }

    /** Returns the size of the index in bytes; 0 if there is none. */
    public long size() throws IOException {
        Optional<Path> generation = generations.current();
        if (generation.isEmpty()) {
            return 0;
        }
        try (var directory = generations.open(generation.get())) {
            return ChecksumVerifier.size(directory);
        }
    }

    /** Returns the fingerprint of the contents. */
    public String contentFingerprint() throws IOException {
        try (var directory = generations.open(generations.current().orElseThrow());
                var reader = DirectoryReader.open(directory)) {
            return IndexFingerprint.of(reader);
        }
    }
}
