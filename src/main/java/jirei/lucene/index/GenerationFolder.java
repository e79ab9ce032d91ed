package jirei.lucene.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jirei.corpus.text.AtomicFile;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;

/**
 * The index folder: a folder for each generation of the index, and a file that names the one that answers. A generation is
 * named only when it is complete, in one atomic step; whoever reads sees the old one or the new one.
 */
public final class GenerationFolder {
    private static final String CURRENT = "CURRENT";
    private static final Pattern NAME = Pattern.compile("generation-(\\d{6,9})");

    private final Path folder;
    private final Opening opening;

    /** How the folder of a generation is opened. */
    interface Opening {
        Directory open(Path generation) throws IOException;
    }

    private GenerationFolder(Path folder, Opening opening) {
        this.folder = folder;
        this.opening = opening;
    }

    /**
     * The generations in {@code folder}, which is made if it isn't there.
     *
     * @throws IndexUnavailableException if the folder can't be made
     */
    public static GenerationFolder in(Path folder) throws IndexUnavailableException {
        return in(folder, FSDirectory::open);
    }

    static GenerationFolder in(Path folder, Opening opening) throws IndexUnavailableException {
        try {
            Files.createDirectories(folder);
            return new GenerationFolder(folder, opening);
        } catch (IOException e) {
            throw notWritable(folder, e);
        }
    }

    public static IndexUnavailableException notWritable(Path folder, Exception cause) {
        return new IndexUnavailableException(
                "索引フォルダ「" + folder + "」に書き込めません。書き込みの権限と空き容量を確かめるか、--index で別のフォルダを指定してください", cause);
    }

    /** Opens the folder of {@code generation}. */
    public Directory open(Path generation) throws IOException {
        return opening.open(generation);
    }

    /** Whether some generation is said to answer, be it there or not. */
    public boolean isNamed() {
        return Files.exists(folder.resolve(CURRENT));
    }

    /** The generation that answers; empty where none is complete. */
    public Optional<Path> current() throws IOException {
        Path pointer = folder.resolve(CURRENT);
        if (!Files.isRegularFile(pointer)) {
            return Optional.empty();
        }
        String name = new String(Files.readAllBytes(pointer), StandardCharsets.ISO_8859_1).strip();
        return NAME.matcher(name).matches()
                ? Optional.of(folder.resolve(name)).filter(Files::isDirectory)
                : Optional.empty();
    }

    /**
     * Keeps every other process from building here until the lock is closed.
     *
     * @throws IndexUnavailableException if another process builds now, or the folder isn't writable
     */
    public Lock lock() throws IndexUnavailableException {
        try {
            return FSDirectory.open(folder).obtainLock("build.lock");
        } catch (LockObtainFailedException e) {
            throw new IndexUnavailableException("索引フォルダ「" + folder + "」では、ほかの jirei がいま索引を作っています。終わってからもう一度お試しください", e);
        } catch (IOException e) {
            throw notWritable(folder, e);
        }
    }

    /** Makes this process the one that keeps the index up to date, until the lock is closed; empty if another one is. */
    public Optional<Lock> keep() throws IndexUnavailableException {
        try {
            return Optional.of(FSDirectory.open(folder).obtainLock("serve.lock"));
        } catch (LockObtainFailedException other) {
            return Optional.empty();
        } catch (IOException e) {
            throw notWritable(folder, e);
        }
    }

    /** Makes the folder of the next generation, empty. */
    public Path begin() throws IOException {
        int last = 0;
        for (Path generation : all()) {
            last = Math.max(last, numberOf(generation));
        }
        return Files.createDirectory(folder.resolve(String.format(Locale.ROOT, "generation-%06d", last + 1)));
    }

    /** Lets {@code generation} answer from now on. */
    public void publish(Path generation) throws IOException {
        AtomicFile.syncDirectory(folder); // the generation's own name
        AtomicFile.write(folder.resolve(CURRENT), generation.getFileName() + "\n");
    }

    /** Deletes every generation but the one that answers and {@code kept}; what can't be deleted now is left for the next time. */
    public void deleteAllBut(Optional<Path> kept) throws IOException {
        Optional<Path> current = current();
        for (Path generation : all()) {
            if (!current.equals(Optional.of(generation)) && !kept.equals(Optional.of(generation))) {
                delete(generation);
            }
        }
    }

    /** The generation that answers, if there is one, and then the others, the newest first. */
    List<Path> newestFirst() throws IOException {
        List<Path> generations = all();
        generations.sort(Comparator.<Path>comparingInt(generation -> numberOf(generation))
                .reversed());
        Optional<Path> current = current();
        current.ifPresent(answering -> {
            generations.remove(answering);
            generations.addFirst(answering);
        });
        return generations;
    }

    /** Deletes {@code generation}, which didn't become complete. */
    public void abandon(Path generation) throws IOException {
        if (!current().equals(Optional.of(generation))) {
            delete(generation);
        }
    }

    private static void delete(Path generation) {
        try (Stream<Path> files = Files.walk(generation)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException inUse) {
            // a reader on Windows keeps its files; they go with the next build
        }
    }

    private List<Path> all() throws IOException {
        List<Path> generations = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, "generation-*")) {
            for (Path entry : entries) {
                if (NAME.matcher(entry.getFileName().toString()).matches()) {
                    generations.add(entry);
                }
            }
        }
        return generations;
    }

    /** Which generation lies in {@code directory}; 0 where that can't be told. */
    static int numberOf(Directory directory) {
        return FilterDirectory.unwrap(directory) instanceof FSDirectory onDisk ? numberOf(onDisk.getDirectory()) : 0;
    }

    private static int numberOf(Path generation) {
        var matcher = NAME.matcher(generation.getFileName().toString());
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    }
}
