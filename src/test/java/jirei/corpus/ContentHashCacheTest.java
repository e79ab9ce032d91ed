package jirei.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentHashCacheTest {
    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
    private static final long LARGE = 20L << 20;

    @TempDir
    Path folder;

    private final AtomicLong now = new AtomicLong();
    private final ContentHashCache cache = new ContentHashCache(now::get);

    @Test
    void aChangeThatKeepsSizeAndTimeIsFoundByContentWithinAMinute() throws Exception {
        Path file = write("a", "十二人");
        String before = cache.hash(file);
        write("a", "二十人");
        assertThat(cache.hash(file)).isEqualTo(before);

        passSeconds(29);
        cache.verify();
        assertThat(cache.hash(file)).isEqualTo(before);

        passSeconds(1);
        cache.verify();
        assertThat(cache.hash(file)).isNotEqualTo(before);
    }

    @Test
    void eachVerificationReadsABoundedAmountAndTheNextOneContinues() throws Exception {
        String[] before = new String[4];
        for (int i = 0; i < 4; i++) {
            before[i] = cache.hash(sparse(i, (byte) 1));
        }
        for (int i = 0; i < 4; i++) {
            sparse(i, (byte) 2);
        }
        passSeconds(30);

        cache.verify();
        assertThat(changed(before)).isEqualTo(2);
        passSeconds(20);
        cache.verify();
        assertThat(changed(before)).isEqualTo(4);
    }

    @Test
    void manyFilesAreVerifiedInTheCourseOfTwentySeconds() throws Exception {
        String before = "";
        for (int i = 0; i < 100; i++) {
            before = cache.hash(write("small-" + i, "前"));
        }
        for (int i = 0; i < 100; i++) {
            write("small-" + i, "後");
        }
        cache.verify();
        int rounds = 0;
        passSeconds(29);
        cache.verify();
        while (changed(before) < 100) {
            assertThat(rounds).isLessThan(20);
            int changed = changed(before);
            passSeconds(1);
            cache.verify();
            assertThat(changed(before) - changed).isLessThanOrEqualTo(6);
            rounds++;
        }
    }

    private int changed(String before) {
        int changed = 0;
        for (int i = 0; i < 100; i++) {
            changed += cache.hash(folder.resolve("small-" + i)).equals(before) ? 0 : 1;
        }
        return changed;
    }

    @Test
    void aFileLargerThanTheBoundIsVerifiedToo() throws Exception {
        Path file = folder.resolve("huge");
        write(file, 3 * LARGE, (byte) 1);
        String before = cache.hash(file);
        write(file, 3 * LARGE, (byte) 2);
        passSeconds(30);

        cache.verify();

        assertThat(cache.hash(file)).isNotEqualTo(before);
    }

    private int changed(String[] before) {
        int changed = 0;
        for (int i = 0; i < before.length; i++) {
            changed += cache.hash(folder.resolve("large-" + i)).equals(before[i]) ? 0 : 1;
        }
        return changed;
    }

    private void passSeconds(long seconds) {
        now.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }

    private Path write(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        Files.setLastModifiedTime(file, LONG_AGO);
        return file;
    }

    private Path sparse(int number, byte last) throws IOException {
        Path file = folder.resolve("large-" + number);
        write(file, LARGE, last);
        return file;
    }

    private static void write(Path file, long size, byte last) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(new byte[] {last}), size - 1);
        }
        Files.setLastModifiedTime(file, LONG_AGO);
    }
}
