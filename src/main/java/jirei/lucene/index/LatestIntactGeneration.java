package jirei.lucene.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import jirei.engine.schema.IndexManifest;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/** The newest index that is whole and of this program: mostly the one that answers while the next one is built. */
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

    public static LatestIntactGeneration in(GenerationFolder generations) throws IOException {
        for (Path generation : generations.newestFirst()) {
            Optional<LatestIntactGeneration> whole = whole(generations, generation);
            if (whole.isPresent()) {
                return whole.get();
            }
        }
        return new LatestIntactGeneration(null, null, null);
    }

    private static Optional<LatestIntactGeneration> whole(GenerationFolder generations, Path generation)
            throws IOException {
        Directory directory = generations.open(generation);
        try {
            if (ChecksumVerifier.isWhole(directory)) {
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

    /** Where it lies; empty if there is none. */
    public Optional<Path> generation() {
        return Optional.ofNullable(generation);
    }

    /** What it holds; null if there is none. */
    @Nullable
    public IndexedFileCatalog files() {
        return reader == null ? null : new IndexedFileCatalog(reader);
    }

    @Override
    public void close() throws IOException {
        IOUtils.close(reader, directory);
    }
}
