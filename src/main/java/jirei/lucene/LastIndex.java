package jirei.lucene;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/** The newest index that is whole and of this program: mostly the one that answers while the next one is built. */
final class LastIndex implements AutoCloseable {
    private final @Nullable Path generation;
    private final @Nullable Directory directory;
    private final @Nullable DirectoryReader reader;

    private LastIndex(@Nullable Path generation, @Nullable Directory directory, @Nullable DirectoryReader reader) {
        this.generation = generation;
        this.directory = directory;
        this.reader = reader;
    }

    static LastIndex in(Generations generations) throws IOException {
        for (Path generation : generations.newestFirst()) {
            Optional<LastIndex> whole = whole(generations, generation);
            if (whole.isPresent()) {
                return whole.get();
            }
        }
        return new LastIndex(null, null, null);
    }

    private static Optional<LastIndex> whole(Generations generations, Path generation) throws IOException {
        Directory directory = generations.open(generation);
        try {
            if (IndexCheck.isWhole(directory)) {
                DirectoryReader reader = DirectoryReader.open(directory);
                if (IndexManifest.of(reader.getIndexCommit().getUserData()).schema() == IndexManifest.SCHEMA) {
                    return Optional.of(new LastIndex(generation, directory, reader));
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
    Optional<Path> generation() {
        return Optional.ofNullable(generation);
    }

    /** What it holds; null if there is none. */
    @Nullable
    IndexedFiles files() {
        return reader == null ? null : new IndexedFiles(reader);
    }

    @Override
    public void close() throws IOException {
        IOUtils.close(reader, directory);
    }
}
