package jirei.library.cases;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The right to write case files into a folder, which one import has at a time. The lock is a file in the folder, which
 * is deleted at the end; a process that is killed loses its lock. Not thread-safe.
 */
public final class FolderLock implements AutoCloseable {
    /** The name of the lock's file. */
    public static final String FILE = ".jirei-import.lock";

    private static final Duration RETRY = Duration.ofMillis(100);

    /** Number of retries to open the file; on Windows it cannot be opened while the import before deletes it. */
    private static final int MAX_OPEN_RETRIES = 20;

    private final Path file;
    private int failedOpens;
    private @Nullable FileChannel channel;

    private FolderLock(Path file) {
        this.file = file;
    }

    /**
     * Waits until no other import writes into {@code folder}, which exists.
     *
     * @param waiting called once if another import does
     * @throws IOException if the folder cannot be written; a file system without locks is used without one
     */
    public static FolderLock obtain(Path folder, Runnable waiting) throws IOException {
        var lock = new FolderLock(folder.resolve(FILE));
        boolean isFirst = true;
        while (!lock.tryObtain()) {
            if (isFirst && lock.failedOpens == 0) {
                waiting.run();
                isFirst = false;
            }
            LockSupport.parkNanos(RETRY.toNanos());
        }
        return lock;
    }

    /**
     * Waits at most {@code max} until nobody else writes into {@code folder}, which exists.
     *
     * @throws IOException if somebody still does, or the folder cannot be written
     */
    public static FolderLock obtain(Path folder, Duration max) throws IOException {
        var lock = new FolderLock(folder.resolve(FILE));
        long deadline = System.nanoTime() + max.toNanos();
        while (!lock.tryObtain()) {
            if (System.nanoTime() > deadline) {
                throw new IOException("an import writes into " + folder);
            }
            LockSupport.parkNanos(RETRY.toNanos());
        }
        return lock;
    }

    private boolean tryObtain() throws IOException {
        FileChannel opened;
        try {
            opened = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            failedOpens = 0;
        } catch (IOException e) {
            failedOpens++;
            if (failedOpens > MAX_OPEN_RETRIES || !Files.exists(file)) {
                throw e;
            }
            return false;
        }
        try {
            // a byte behind the contents, since Windows lets nobody read locked ones
            if (opened.tryLock(Long.MAX_VALUE - 1, 1, false) != null && isCurrent(opened)) {
                channel = opened;
                return true;
            }
        } catch (OverlappingFileLockException otherThread) {
            // as if another process had it
        } catch (IOException noLocks) {
            channel = opened;
            return true;
        }
        opened.close();
        return false;
    }

    /** Returns whether {@code opened} still has the name; the import before may have deleted it. */
    private boolean isCurrent(FileChannel opened) throws IOException {
        String owner = ProcessHandle.current().pid() + " " + System.nanoTime();
        opened.truncate(0);
        opened.write(ByteBuffer.wrap(owner.getBytes(StandardCharsets.UTF_8)));
        return Files.exists(file) && Files.readString(file).equals(owner);
    }

    @Override
    public void close() throws IOException {
        FileChannel opened = channel;
        channel = null;
        if (opened != null) {
            Files.deleteIfExists(file);
            opened.close();
        }
    }
}
