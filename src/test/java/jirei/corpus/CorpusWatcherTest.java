package jirei.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import jirei.Eventually;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusWatcherTest {
    @TempDir
    Path folder;

    @Test
    void aReplacedCorpusFolderIsWatched() throws Exception {
        Path corpus = folder.resolve("corpus");
        Files.createDirectories(corpus.resolve("cases"));
        try (CorpusWatcher watcher = CorpusWatcher.of(corpus)) {
            drain(watcher);
            Files.move(corpus, folder.resolve("away"));
            Files.createDirectories(corpus.resolve("cases"));
            assertThat(watcher.await(Eventually.LIMIT)).as("the replacement").isTrue();
            drain(watcher);

            Files.writeString(corpus.resolve("cases/a.md"), "");

            assertThat(watcher.await(Eventually.LIMIT))
                    .as("a change in the new folder")
                    .isTrue();
        }
    }

    @Test
    void aReplacedInnerFolderIsWatched() throws Exception {
        Path corpus = folder.resolve("corpus");
        Path cases = Files.createDirectories(corpus.resolve("cases"));
        try (CorpusWatcher watcher = CorpusWatcher.of(corpus)) {
            drain(watcher);
            Files.move(cases, folder.resolve("away"));
            Files.createDirectories(cases);
            drain(watcher);

            Files.writeString(cases.resolve("a.md"), "");

            assertThat(watcher.await(Eventually.LIMIT)).isTrue();
        }
    }

    @Test
    void aSystemThatCannotWatchIsReportedAndOnlyWaits() throws Exception {
        try (CorpusWatcher watcher = CorpusWatcher.of(folder, () -> {
            throw new IOException("User limit of inotify instances reached or too many open files");
        })) {
            assertThat(watcher.problem()).contains("定期的に調べて反映します", folder.toString());
            assertThat(watcher.await(Duration.ofMillis(1))).isFalse();

            watcher.wake();
            assertThat(watcher.await(Eventually.LIMIT)).isTrue();
        }
    }

    @Test
    void aWakeUpEndsTheWait() throws Exception {
        try (CorpusWatcher watcher = CorpusWatcher.of(folder)) {
            watcher.wake();

            assertThat(watcher.await(Eventually.LIMIT)).isTrue();
            assertThat(watcher.problem()).isEmpty();
        }
    }

    /** Waits until no events are left. */
    private static void drain(CorpusWatcher watcher) throws InterruptedException {
        while (watcher.await(Duration.ofMillis(400))) {
            // more may follow
        }
    }
}
