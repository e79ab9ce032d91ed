package jirei.library.editors;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.stream.IntStream;
import jirei.MovableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditLogTest {
    private static final Editor YAMADA = new Editor("山田");

    @TempDir
    private Path folder;

    private final MovableClock clock = new MovableClock();

    private AuditLog log() {
        return new AuditLog(folder.resolve(AuditLog.FILE), clock);
    }

    @Test
    void aChangeIsOneLine() throws Exception {
        log().append(YAMADA, "publish", "case-1", null, "ab12");
        log().append(YAMADA, "withdraw", "case-1", "ab12", null);

        assertThat(Files.readAllLines(folder.resolve(".library/audit.jsonl")))
                .containsExactly(
                        "{\"time\":\"2026-11-22T20:00:00Z\",\"editor\":\"山田\",\"action\":\"publish\",\"object\":\"case-1\",\"after\":\"ab12\"}",
                        "{\"time\":\"2026-11-22T20:00:00Z\",\"editor\":\"山田\",\"action\":\"withdraw\",\"object\":\"case-1\",\"before\":\"ab12\"}");
    }

    @Test
    void theNewestChangesComeFirst() throws Exception {
        for (int i = 1; i <= 5; i++) {
            clock.move(Duration.ofMinutes(1));
            log().append(YAMADA, "save", "case-" + i, "a", "b");
        }

        assertThat(log().newest(2)).extracting(AuditLog.Entry::object).containsExactly("case-5", "case-4");
        assertThat(log().newest(2).getFirst())
                .isEqualTo(new AuditLog.Entry(clock.instant(), "山田", "save", "case-5", "a", "b"));
        assertThat(log().newest(100)).hasSize(5);
        assertThat(log().newest(0)).isEmpty();
    }

    @Test
    void aLogWithoutChangesIsEmpty() throws Exception {
        assertThat(log().newest(10)).isEmpty();
    }

    @Test
    void aLineThatACrashCutOffHarmsNoOther() throws Exception {
        log().append(YAMADA, "save", "case-1", "a", "b");
        Files.writeString(folder.resolve(AuditLog.FILE), "{\"time\":\"2026-11", StandardOpenOption.APPEND);

        log().append(YAMADA, "save", "case-2", "a", "b");

        assertThat(log().newest(10)).extracting(AuditLog.Entry::object).containsExactly("case-2", "case-1");
    }

    @Test
    void aHostileIdStaysInItsLine() throws Exception {
        log().append(YAMADA, "save", "a\n{\"editor\":\"佐藤\"}\u2028", "a", "b");

        assertThat(log().newest(10)).singleElement().satisfies(entry -> assertThat(entry.editor())
                .isEqualTo("山田"));
    }

    @Test
    void changesAtTheSameTimeAreAllWritten() throws Exception {
        AuditLog log = log();
        IntStream.range(0, 50).parallel().forEach(i -> {
            try {
                log.append(YAMADA, "save", "case-" + i, "a", "b");
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });

        assertThat(log.newest(100))
                .extracting(AuditLog.Entry::object)
                .doesNotHaveDuplicates()
                .hasSize(50);
    }
}
