package jirei.lucene.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jirei.corpus.text.AtomicFile;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.IOFunction;

/**
 * The index folder: one subfolder per generation of the index, and a pointer file that names the current one. A
 * generation is published atomically, only when it is complete, so that readers see either the old generation or the
 * new one. Thread-safe.
 */
public final class GenerationFolder {
    private static final String CURRENT = "CURRENT";
    /** The time from which generations are numbered. */
    private static final Instant EPOCH = Instant.parse("2020-01-01T00:00:00Z");

    /** The highest number given by this process, in any folder. */
    private static final AtomicInteger LAST_NUMBER = new AtomicInteger();

    private static final Pattern NAME = Pattern.compile("generation-(\\d{6,9})");

    private final Path folder;
    private final IOFunction<Path, Directory> opener;

    private GenerationFolder(Path folder, IOFunction<Path, Directory> opener) {
        this.folder = folder;
        this.opener = opener;
    }

    /**
     * Returns the generations in {@code folder}, which is created if it does not exist.
     *
     * @throws IndexUnavailableException if the folder cannot be created
     */
    public static GenerationFolder in(Path folder) throws IndexUnavailableException {
        return in(folder, FSDirectory::open);
    }

    static GenerationFolder in(Path folder, IOFunction<Path, Directory> opener) throws IndexUnavailableException {
        try {
            Files.createDirectories(folder);
            return new GenerationFolder(folder, opener);
        } catch (IOException e) {
            throw notWritable(folder, e);
        }
    }

    /** Returns the exception for a folder that cannot be written, with a Japanese message that names the remedy. */
    public static IndexUnavailableException notWritable(Path folder, Exception cause) {
        return new IndexUnavailableException(
                "索引フォルダ「" + folder + "」に書き込めません。書き込みの権限と空き容量を確かめるか、--index で別のフォルダを指定してください", cause);
    }

    /** Opens the directory of {@code generation}; the caller closes it. */
    public Directory open(Path generation) throws IOException {
        return opener.apply(generation);
    }

    /** Whether the pointer file exists, even if the generation it names does not. */
    public boolean isNamed() {
        return Files.exists(folder.resolve(CURRENT));
    }

    /** Returns the current generation; empty if none is published. */
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
     * Obtains the build lock, which keeps other processes from building here until it is closed.
     *
     * @throws IndexUnavailableException if another process is building, or the folder is not writable
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

    /**
     * Obtains the serve lock, which makes this process the one that updates the index until it is closed.
     *
     * @throws LockObtainFailedException if another process holds it
     * @throws IOException if the folder is not writable or its file system has no locks
     */
    Lock serveLock() throws IOException {
        return FSDirectory.open(folder).obtainLock("serve.lock");
    }

    /** Returns the folder. */
    Path folder() {
        return folder;
    }

    /**
     * Creates the empty folder of the next generation. Its number is the time in seconds, or more, so that no number is
     * used twice, even if generations or the whole folder have been deleted.
     */
    public Path begin() throws IOException {
        int last = (int) Duration.between(EPOCH, Instant.now()).toSeconds() - 1;
        for (Path generation : all()) {
            last = Math.max(last, numberOf(generation));
        }
        int lastExisting = last;
        int next = LAST_NUMBER.updateAndGet(before -> Math.max(before, lastExisting) + 1);
        return Files.createDirectory(folder.resolve(String.format(Locale.ROOT, "generation-%09d", next)));
    }

    /** Makes {@code generation} the current one, atomically. */
    public void publish(Path generation) throws IOException {
        AtomicFile.syncDirectory(folder); // makes the folder entry of the generation durable
        AtomicFile.write(folder.resolve(CURRENT), generation.getFileName() + "\n");
    }

    /**
     * Deletes every generation except the current one and {@code kept}. Files that cannot be deleted now are left for
     * the next call.
     */
    public void deleteAllBut(Optional<Path> kept) throws IOException {
        Optional<Path> current = current();
        for (Path generation : all()) {
            if (!current.equals(Optional.of(generation)) && !kept.equals(Optional.of(generation))) {
                delete(generation);
            }
        }
    }

    /** Returns all generations: the current one first, then the others from the newest to the oldest. */
    List<Path> newestFirst() throws IOException {
        List<Path> generations = all();
        generations.sort(Comparator.<Path>comparingInt(generation -> numberOf(generation))
                .reversed());
        Optional<Path> current = current();
        current.ifPresent(published -> {
            generations.remove(published);
            generations.addFirst(published);
        });
        return generations;
    }

    /** Deletes {@code generation} after a failed build, unless it is the current one. */
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
            // an open reader on Windows blocks deletion; the next build deletes them
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

    /** Returns the generation number of {@code directory}; 0 if it is unknown, as for a directory in memory. */
    static int numberOf(Directory directory) {
        return FilterDirectory.unwrap(directory) instanceof FSDirectory onDisk ? numberOf(onDisk.getDirectory()) : 0;
    }

    private static int numberOf(Path generation) {
        var matcher = NAME.matcher(generation.getFileName().toString());
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    }
}
