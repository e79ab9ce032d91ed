package jirei.lucene.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import jirei.engine.schema.IndexManifest;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/**
 * The newest intact generation with the schema of this program: usually the current one while the next is being built.
 * Closing it closes its reader. Thread-safe.
 */
public final class LatestIntactGeneration implements AutoCloseable {
    private final @Nullable Path generation;
    private final @Nullable Directory directory;
    private final @Nullable DirectoryReader reader;

    private LatestIntactGeneration(
            @Nullable Path generation, @Nullable Directory directory, @Nullable DirectoryReader reader) {
        this.generation = generation;
        this.directory = directory;
        this.reader = reader;
    }

    /** Opens the newest intact generation of {@code generations}; reads all its files to verify them. */
    public static LatestIntactGeneration in(GenerationFolder generations) throws IOException {
        for (Path generation : generations.newestFirst()) {
            Optional<LatestIntactGeneration> intact = openIfIntact(generations, generation);
            if (intact.isPresent()) {
                return intact.get();
            }
        }
        return new LatestIntactGeneration(null, null, null);
    }

    private static Optional<LatestIntactGeneration> openIfIntact(GenerationFolder generations, Path generation)
            throws IOException {
        Directory directory = generations.open(generation);
        try {
            if (ChecksumVerifier.isIntact(directory)) {
                DirectoryReader reader = DirectoryReader.open(directory);
                if (IndexManifest.of(reader.getIndexCommit().getUserData()).schema() == IndexManifest.SCHEMA) {
                    return Optional.of(new LatestIntactGeneration(generation, directory, reader));
                }
                reader.close();
            }
        } catch (IOException | RuntimeException unreadable) {
            IOUtils.closeWhileHandlingException(directory);
            return Optional.empty();
        }
        directory.close();
        return Optional.empty();
    }

    /** Returns the folder of the generation; empty if there is none. */
    public Optional<Path> generation() {
        return Optional.ofNullable(generation);
    }

    /** Returns the catalog of its files; null if there is no intact generation. */
    @Nullable
    public IndexedFileCatalog files() {
        return reader == null ? null : new IndexedFileCatalog(reader);
    }

    @Override
    public void close() throws IOException {
        IOUtils.close(reader, directory);
    }
}
