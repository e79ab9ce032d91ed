package jirei.lucene;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/** The index that answers while the next one is built, if it is whole and of this program. */
final class LastIndex implements AutoCloseable {
    private final @Nullable Directory directory;
    private final @Nullable DirectoryReader reader;

    private LastIndex(@Nullable Directory directory, @Nullable DirectoryReader reader) {
        this.directory = directory;
        this.reader = reader;
    }

    static LastIndex none() {
        return new LastIndex(null, null);
    }

    static LastIndex in(Generations generations) throws IOException {
        Optional<Path> generation = generations.current();
        if (generation.isEmpty()) {
            return none();
        }
        Directory directory = generations.open(generation.get());
        try {
            if (IndexCheck.isWhole(directory)) {
                DirectoryReader reader = DirectoryReader.open(directory);
                if (IndexManifest.of(reader.getIndexCommit().getUserData()).schema() == IndexManifest.SCHEMA) {
                    return new LastIndex(directory, reader);
                }
                reader.close();
            }
        } catch (IOException | RuntimeException unreadable) {
            IOUtils.closeWhileHandlingException(directory);
            return none();
        }
        directory.close();
        return none();
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
