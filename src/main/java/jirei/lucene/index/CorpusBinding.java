package jirei.lucene.index;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import jirei.corpus.text.AtomicFile;

/**
 * The corpus that an index folder belongs to. A file in the folder contains the real paths of the corpus and of the
 * folder itself: if either has been moved or copied, the folder belongs to no corpus until an index is written there
 * again. Immutable.
 */
public final class CorpusBinding {
    private static final String FILE = "CORPUS";

    private final Path folder;
    private final Path corpus;

    private CorpusBinding(Path folder, Path corpus) {
        this.folder = folder;
        this.corpus = corpus;
    }

    /** Returns the binding between {@code folder} and {@code corpus}, which need not exist yet. */
    public static CorpusBinding of(Path folder, Path corpus) {
        return new CorpusBinding(folder, corpus);
    }

    /**
     * Checks that the folder does not belong to another corpus that still exists.
     *
     * @throws IndexUnavailableException if it does; the message names both corpora and the remedy
     */
    public void check() throws IndexUnavailableException {
        List<Path> recorded = recorded();
        if (!recorded.isEmpty() && !isSame(recorded.getFirst(), corpus) && Files.isDirectory(recorded.getFirst())) {
            throw new IndexUnavailableException(
                    "索引フォルダ「" + folder + "」はコーパス「" + recorded.getFirst() + "」の索引なので、コーパス「" + real(corpus)
                            + "」には使えません。--index を省くか別のフォルダを指定するか、その索引が要らなければフォルダを消してください",
                    null);
        }
    }

    /** Returns whether the folder is known to belong to this corpus. */
    public boolean isOwn() {
        List<Path> recorded = recorded();
        return !recorded.isEmpty() && isSame(recorded.getFirst(), corpus);
    }

    /** Records that the folder belongs to this corpus. */
    public void write() throws IOException {
        if (!isOwn()) {
            AtomicFile.write(folder.resolve(FILE), real(corpus) + "\n" + real(folder) + "\n");
        }
    }

    /** Returns corpus and folder as recorded; empty if nothing is recorded, or only for a folder elsewhere. */
    private List<Path> recorded() {
        try {
            List<Path> paths = Files.readString(folder.resolve(FILE), StandardCharsets.UTF_8)
                    .lines()
                    .map(Path::of)
                    .toList();
            return paths.size() == 2 && isSame(paths.getLast(), folder) ? paths : List.of();
        } catch (IOException | InvalidPathException unknown) {
            return List.of();
        }
    }

    private static boolean isSame(Path recorded, Path now) {
        try {
            return recorded.equals(real(now)) || Files.isSameFile(recorded, now);
        } catch (IOException missing) {
            return false;
        }
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException missing) {
            return path.toAbsolutePath().normalize();
        }
    }
}
