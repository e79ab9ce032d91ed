package jirei.library;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import jirei.intake.ocr.OcrSettings;
import jirei.search.SupervisedThreads;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One program at a time has the library of a corpus. */
class LibraryLockTest {
    private static Library open(Path corpus) throws IOException {
        return Library.open(
                new Library.Settings(
                        corpus,
                        temporary -> List.of(),
                        Duration.ofMinutes(1),
                        OcrSettings.OFF,
                        1,
                        1,
                        Clock.systemUTC()),
                (editor, action, id, before, after) -> {},
                new SupervisedThreads());
    }

    @Test
    void aSecondServerDoesNotOpenTheLibraryOfTheFirst(@TempDir Path corpus) throws IOException {
        try (Library first = open(corpus)) {
            assertThatThrownBy(() -> open(corpus)).isInstanceOf(IOException.class);
            first.documents();
        }

        open(corpus).close();
    }
}
