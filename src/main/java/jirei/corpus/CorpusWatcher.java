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
 * Waits for changes in a corpus directory. What the system doesn't tell, as on some network drives, isn't noticed here: look
 * from time to time all the same.
 */
public final class CorpusWatcher implements AutoCloseable {
    private static final WatchEvent.Kind<?>[] KINDS = {
        StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY, StandardWatchEventKinds.ENTRY_DELETE
    };
    /** A writer that pauses for so long has done. */
    private static final Duration QUIET = Duration.ofMillis(150);
    /** How long a writer that never pauses is waited for. */
    private static final Duration MAX_QUIET_PERIOD = Duration.ofMillis(600);

    private final Path directory;
    private final WatchService service;
    private final Set<Path> watched = new HashSet<>();
    private boolean isRegistered;

    private CorpusWatcher(Path directory, WatchService service) {
        this.directory = directory;
        this.service = service;
    }

    /** Watches {@code directory} and all folders below it from the first {@link #await} on. */
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
        } catch (IOException | UncheckedIOException notTold) {
            // a folder that is gone again, or more of them than the system watches
        }
    }

    /** Waits until something has changed and no more does for a moment; false where nothing does within {@code max}. */
    public boolean await(Duration max) throws InterruptedException {
        if (!isRegistered) {
            isRegistered = true;
            register();
        }
        if (!tell(max)) {
            return false;
        }
        long start = System.nanoTime();
        boolean more = true;
        while (more && System.nanoTime() - start < MAX_QUIET_PERIOD.toNanos()) {
            more = tell(QUIET);
        }
        return true;
    }

    private boolean tell(Duration max) throws InterruptedException {
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
