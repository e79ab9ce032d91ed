package jirei.library.cases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import jirei.corpus.text.AtomicFile;

/**
 * The places in the corpus from which cases without a document were withdrawn, so that they are published there again: a file {@code
 * sources/withdrawn/places/CASE.txt} each. Written by one thread at a time.
 */
final class WithdrawnPlaces {
    private final Path corpus;
    private final Path folder;

    WithdrawnPlaces(Path corpus) {
        this.corpus = corpus;
        this.folder =
                corpus.resolve(CaseStore.SOURCES).resolve(CaseStore.WITHDRAWN).resolve("places");
    }

    /** Keeps the place of a case that is about to be withdrawn, on the disk when this returns. */
    void keep(String id, Path file) throws IOException {
        Files.createDirectories(folder);
        AtomicFile.write(place(id), corpus.relativize(file).toString().replace('\\', '/'));
    }

    /** Returns the place of a case; empty if it is unknown, or no place in the corpus. */
    Optional<Path> of(String id) throws IOException {
        if (!Files.isRegularFile(place(id))) {
            return Optional.empty();
        }
        Path file = corpus.resolve(Files.readString(place(id)).strip()).normalize();
        return Optional.of(file).filter(inside -> inside.startsWith(corpus.normalize()));
    }

    private Path place(String id) {
        return folder.resolve(id + ".txt");
    }
}
