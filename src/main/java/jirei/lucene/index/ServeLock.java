package jirei.lucene.index;

import java.io.IOException;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/**
 * The lock that makes one process the writer of an index folder while it serves. It is lost if its file is deleted, as
 * with the whole folder. Thread-safe.
 */
public final class ServeLock implements AutoCloseable {
    private final GenerationFolder generations;
    private @Nullable Lock lock;
    private @Nullable IOException obstacle;

    private ServeLock(GenerationFolder generations) {
        this.generations = generations;
    }

    /** Obtains the lock of {@code generations} if possible. */
    public static ServeLock of(GenerationFolder generations) {
        var lock = new ServeLock(generations);
        lock.obtain();
        return lock;
    }

    /** Obtains the lock unless it is held and valid; returns whether it is held then. */
    public synchronized boolean obtain() {
        Lock held = lock;
        if (held != null && !isValid(held)) {
            IOUtils.closeWhileHandlingException(held);
            lock = null;
        }
        if (lock == null) {
            try {
                lock = generations.serveLock();
                obstacle = null;
            } catch (LockObtainFailedException other) {
                obstacle = null;
            } catch (IOException unsupported) {
                obstacle = unsupported;
            }
        }
        return lock != null;
    }

    private static boolean isValid(Lock lock) {
        try {
            lock.ensureValid();
            return true;
        } catch (IOException | AlreadyClosedException lost) {
            return false;
        }
    }

    /** Returns whether this process is the writer. */
    public synchronized boolean isHeld() {
        return lock != null;
    }

    /**
     * Returns why the folder cannot be locked, as on a read-only file system or one without locks; null if this or
     * another process holds the lock.
     */
    @Nullable
    public synchronized IOException obstacle() {
        return obstacle;
    }

    @Override
    public synchronized void close() throws IOException {
        if (lock != null) {
            lock.close();
            lock = null;
        }
    }
}
