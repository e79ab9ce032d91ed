package jirei.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Waits for changes in a corpus directory. Changes that the file system does not report, as on some network drives, are
 * missed; callers must poll as well. Not thread-safe.
 */
public final class CorpusWatcher implements AutoCloseable {
    private static final WatchEvent.Kind<?>[] KINDS = {
        StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY, StandardWatchEventKinds.ENTRY_DELETE
    };
    /** The debounce period: without events for so long, a burst of changes is considered complete. */
    private static final Duration QUIET_PERIOD = Duration.ofMillis(150);
    /** Maximum time to wait for the end of a burst of changes. */
    private static final Duration MAX_BURST = Duration.ofMillis(600);

    private final Path directory;
    private final WatchService service;
    private final Set<Path> watched = new HashSet<>();
    private boolean isRegistered;

    private CorpusWatcher(Path directory, WatchService service) {
        this.directory = directory;
        this.service = service;
    }

    /** Returns a watcher of {@code directory} and all folders below it, which starts with the first {@link #await}. */
    public static CorpusWatcher of(Path directory) throws IOException {
        return new CorpusWatcher(directory, directory.getFileSystem().newWatchService());
    }

    private void register() {
        try (Stream<Path> folders = Files.find(
                directory,
                Integer.MAX_VALUE,
                (path, attributes) -> attributes.isDirectory(),
                FileVisitOption.FOLLOW_LINKS)) {
            for (Path folder : folders.toList()) {
                if (!watched.contains(folder)) {
                    folder.register(service, KINDS);
                    watched.add(folder);
                }
            }
        } catch (IOException | UncheckedIOException incomplete) {
            // a folder was deleted meanwhile, or the limit of watched folders is reached: polling covers the rest
        }
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
        if (!pollEvents(max)) {
            return false;
        }
        long start = System.nanoTime();
        boolean more = true;
        while (more && System.nanoTime() - start < MAX_BURST.toNanos()) {
            more = pollEvents(QUIET_PERIOD);
        }
        return true;
    }

    private boolean pollEvents(Duration max) throws InterruptedException {
        WatchKey key = service.poll(max.toMillis(), TimeUnit.MILLISECONDS);
        if (key == null) {
            return false;
        }
        boolean hasNew =
                key.pollEvents().stream().anyMatch(event -> !event.kind().equals(StandardWatchEventKinds.ENTRY_MODIFY));
        if (!key.reset()) {
            watched.remove(key.watchable());
        }
        if (hasNew) {
            register();
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        service.close();
    }
}
