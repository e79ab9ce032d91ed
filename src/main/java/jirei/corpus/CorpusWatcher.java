package jirei.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Waits for changes in a corpus directory. Changes that the file system does not report, as on some network drives, are
 * missed; callers must poll as well. Not thread-safe, except {@link #wake}, {@link #problem} and {@link #close}.
 */
public final class CorpusWatcher implements AutoCloseable {
    private static final WatchEvent.Kind<?>[] KINDS = {
        StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY, StandardWatchEventKinds.ENTRY_DELETE
    };
    /** The debounce period: without events for so long, a burst of changes is considered complete. */
    private static final Duration QUIET_PERIOD = Duration.ofMillis(150);
    /** Maximum time to wait for the end of a burst of changes. */
    private static final Duration MAX_BURST = Duration.ofMillis(600);
    /** How often it is checked whether the corpus directory itself has been replaced, which causes no event. */
    private static final Duration REPLACEMENT_CHECK_INTERVAL = Duration.ofMillis(250);

    private final Path directory;
    private final @Nullable WatchService service;
    private final Map<Path, Watch> watched = new HashMap<>();
    private final Semaphore wakeUps = new Semaphore(0);
    private volatile String problem = "";
    private boolean isRegistered;

    /** A watched folder; the file key identifies the folder even after it has been renamed. */
    private record Watch(WatchKey key, @Nullable Object fileKey) {}

    /** Opens a watch service. */
    @FunctionalInterface
    interface ServiceOpener {
        WatchService open() throws IOException;
    }

    private CorpusWatcher(Path directory, @Nullable WatchService service) {
        this.directory = directory;
        this.service = service;
    }

    /**
     * Returns a watcher of {@code directory} and all folders below its {@code cases} and {@code lexicon}, which starts with the first {@link #await}. If
     * the system cannot watch, it only waits.
     */
    public static CorpusWatcher of(Path directory) {
        return of(directory, directory.getFileSystem()::newWatchService);
    }

    static CorpusWatcher of(Path directory, ServiceOpener opener) {
        try {
            return new CorpusWatcher(directory, opener.open());
        } catch (IOException | UnsupportedOperationException unavailable) {
            var polling = new CorpusWatcher(directory, null);
            polling.reportIncomplete();
            return polling;
        }
    }

    private void reportIncomplete() {
        problem = "コーパス「" + directory + "」の変更の通知を受けられないため、定期的に調べて反映します。"
                + "早く反映するには、通知の数の上限（Linux では fs.inotify.max_user_watches と max_user_instances）を上げて起動し直してください。";
    }

    /** Returns why changes are not noticed at once, in Japanese; empty if all folders are watched. */
    public String problem() {
        return problem;
    }

    private void register() {
        WatchService open = service;
        if (open == null) {
            return;
        }
        try {
            register(directory, open);
            registerBelow(directory.resolve(CorpusFiles.CASES), open);
            registerBelow(directory.resolve(CorpusFiles.LEXICON), open);
        } catch (NoSuchFileException | UncheckedIOException changing) {
            // a folder was deleted meanwhile; polling covers the rest
        } catch (IOException limit) {
            reportIncomplete();
        }
    }

    private void registerBelow(Path root, WatchService open) throws IOException {
        if (!Files.isDirectory(root)) {
            return;
        }
        try (Stream<Path> folders = Files.find(
                root,
                Integer.MAX_VALUE,
                (path, attributes) -> attributes.isDirectory(),
                FileVisitOption.FOLLOW_LINKS)) {
            for (Path folder : folders.toList()) {
                register(folder, open);
            }
        }
    }

    private void register(Path folder, WatchService open) throws IOException {
        try {
            Object fileKey = fileKey(folder);
            Watch before = watched.get(folder);
            if (before == null || !Objects.equals(before.fileKey, fileKey)) {
                watched.put(folder, new Watch(folder.register(open, KINDS), fileKey));
                if (before != null) {
                    before.key.cancel(); // it watches the folder that was here before
                }
            }
        } catch (NoSuchFileException | NotDirectoryException changing) {
            watched.remove(folder);
        }
    }

    private static @Nullable Object fileKey(Path folder) throws IOException {
        return Files.readAttributes(folder, BasicFileAttributes.class).fileKey();
    }

    /** Watches the corpus directory again if it is another one than before; returns whether it is. */
    private boolean registerIfReplaced() {
        Watch before = watched.get(directory);
        try {
            if (service == null || (before != null && Objects.equals(before.fileKey, fileKey(directory)))) {
                return false;
            }
        } catch (IOException missing) {
            return false;
        }
        register();
        return !Objects.equals(watched.get(directory), before);
    }

    /**
     * Waits for a change and then for the end of its burst.
     *
     * @return false if nothing changed within {@code max}
     */
    public boolean await(Duration max) throws InterruptedException {
        if (!isRegistered) {
            isRegistered = true;
            register();
        }
        long start = System.nanoTime();
        long left = max.toNanos();
        while (left > 0) {
            Duration slice = Duration.ofNanos(Math.min(left, REPLACEMENT_CHECK_INTERVAL.toNanos()));
            if (pollEvents(slice)) {
                awaitEndOfBurst();
                return true;
            }
            if (registerIfReplaced() || wakeUps.drainPermits() > 0) {
                return true;
            }
            left = max.toNanos() - (System.nanoTime() - start);
        }
        return false;
    }

    private void awaitEndOfBurst() throws InterruptedException {
        long start = System.nanoTime();
        boolean more = true;
        while (more && System.nanoTime() - start < MAX_BURST.toNanos()) {
            more = pollEvents(QUIET_PERIOD);
        }
    }

    private boolean pollEvents(Duration max) throws InterruptedException {
        if (service == null) {
            if (wakeUps.tryAcquire(max.toMillis(), TimeUnit.MILLISECONDS)) {
                wakeUps.release();
            }
            return false;
        }
        WatchKey key = service.poll(max.toMillis(), TimeUnit.MILLISECONDS);
        if (key == null) {
            return false;
        }
        boolean hasNewFolder = isNewFolder((Path) key.watchable(), key.pollEvents());
        if (!key.reset()) {
            watched.values().removeIf(watch -> watch.key.equals(key));
        }
        if (hasNewFolder) {
            register();
        }
        return true;
    }

    private static boolean isNewFolder(Path folder, List<WatchEvent<?>> events) {
        return events.stream()
                .anyMatch(event -> event.kind().equals(StandardWatchEventKinds.OVERFLOW)
                        || (event.kind().equals(StandardWatchEventKinds.ENTRY_CREATE)
                                && event.context() instanceof Path name
                                && Files.isDirectory(folder.resolve(name))));
    }

    /** Ends the current or else the next {@link #await}. */
    public void wake() {
        wakeUps.release();
    }

    @Override
    public void close() throws IOException {
        wake();
        if (service != null) {
            service.close();
        }
    }
}
