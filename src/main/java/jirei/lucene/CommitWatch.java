package jirei.lucene;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import jirei.lucene.index.CommitFiles;
import jirei.lucene.index.CurrentGeneration;
import org.jspecify.annotations.Nullable;

/**
 * Compares the commit that is being searched with the files on disk, and verifies their checksums if a read failed. Not
 * thread-safe, except {@link #suspect}.
 */
final class CommitWatch {
    /** The minimum pause between two verifications, which read the whole index. */
    private static final Duration VERIFY_INTERVAL = Duration.ofSeconds(10);

    private static final int VERIFY_TIME_RATIO = 10;

    private final AtomicBoolean isSuspected = new AtomicBoolean();
    private @Nullable CommitFiles opened;
    /** The id of a commit that was found damaged; empty if there is none. */
    private String rejected = "";

    private long nextVerification = System.nanoTime();

    /** What has become of the commit that is being searched. */
    enum Finding {
        INTACT,
        /** Its files are gone from the disk, but the open ones can still be read. */
        LOST,
        /** It cannot be read any more. */
        DAMAGED
    }

    /** Records the commit that is searched from now on. */
    void open(Optional<CommitFiles> commit) {
        opened = commit.orElse(null);
        rejected = "";
    }

    /** Records that the current commit is damaged, so that it is not opened. */
    void reject(Optional<CommitFiles> commit) {
        opened = null;
        rejected = commit.map(CommitFiles::id).orElse("");
        nextVerification = System.nanoTime() + VERIFY_INTERVAL.toNanos();
    }

    /** Lets the next {@link #inspect} verify the checksums, since a read failed. */
    void suspect() {
        isSuspected.set(true);
    }

    boolean isSuspected() {
        return isSuspected.get();
    }

    /** Returns whether {@code now} is a commit on disk other than the searched one. */
    boolean isNew(Optional<CommitFiles> now) {
        CommitFiles before = opened;
        return now.isPresent()
                && !now.get().id().equals(rejected)
                && (before == null || !now.get().id().equals(before.id()));
    }

    /** Compares the searched commit with the files on disk. A newer commit on disk counts as intact. */
    Finding inspect(CurrentGeneration current) throws IOException {
        Optional<CommitFiles> now = current.files();
        CommitFiles before = opened;
        if (before == null) {
            reconsider(current, now);
            return Finding.INTACT;
        }
        boolean isSame = now.isPresent() && now.get().id().equals(before.id());
        if (now.isPresent() && !isSame) {
            return Finding.INTACT;
        }
        CommitFiles.Change change = before.change();
        if (isSame && change == CommitFiles.Change.NONE && !(isSuspected() && isVerificationDue())) {
            return Finding.INTACT;
        }
        if (isSame && !verifyDamage(current)) {
            opened = change == CommitFiles.Change.NONE ? now.get() : null; // null: opened again
            return Finding.INTACT;
        }
        reject(now);
        boolean isReadable =
                change == CommitFiles.Change.REMOVED || (now.isEmpty() && change == CommitFiles.Change.NONE);
        return isReadable ? Finding.LOST : Finding.DAMAGED;
    }

    /** Accepts a rejected commit whose files have been restored. */
    private void reconsider(CurrentGeneration current, Optional<CommitFiles> now) throws IOException {
        boolean isRejected = now.isPresent() && now.get().id().equals(rejected);
        if (isRejected && isVerificationDue() && !verifyDamage(current)) {
            rejected = "";
        }
    }

    private boolean isVerificationDue() {
        return System.nanoTime() - nextVerification >= 0;
    }

    private boolean verifyDamage(CurrentGeneration current) throws IOException {
        long start = System.nanoTime();
        isSuspected.set(false);
        boolean isDamaged = current.isDamaged();
        long pause = (System.nanoTime() - start) * VERIFY_TIME_RATIO;
        nextVerification = System.nanoTime() + Math.max(pause, VERIFY_INTERVAL.toNanos());
        return isDamaged;
    }
}
