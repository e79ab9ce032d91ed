package jirei.library.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The last versions of a case are kept in the order in which they were replaced. */
class CaseHistoryTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-30T12:00:00Z"), ZoneOffset.UTC);
    private static final Clock MORNING = Clock.fixed(Instant.parse("2026-11-30T06:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path corpus;

    private static void keep(CaseHistory history, String text) throws IOException {
        history.keep("lamp-1", text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> texts(CaseHistory history) throws IOException {
        return history.versions("lamp-1").stream()
                .map(version -> {
                    try {
                        return history.text("lamp-1", version.name()).orElseThrow();
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                })
                .toList();
    }

    @Test
    void versionsOfOneMillisecondAndOfAClockSetBackAreInOrder() throws IOException {
        var history = new CaseHistory(corpus, 50, NOON);
        for (int number = 0; number < 20; number++) {
            keep(history, "第" + number + "版");
        }
        keep(new CaseHistory(corpus, 50, MORNING), "朝の版");

        List<String> texts = texts(history);

        assertThat(texts).hasSize(21).startsWith("朝の版", "第19版").endsWith("第1版", "第0版");
    }

    @Test
    void olderVersionsThanTheLimitAreDeleted() throws IOException {
        var history = new CaseHistory(corpus, 3, NOON);
        for (String text : List.of("一", "二", "三", "四", "五")) {
            keep(history, text);
        }

        assertThat(texts(history)).containsExactly("五", "四", "三");
        var one = new CaseHistory(corpus, 1, NOON);
        keep(one, "六");
        assertThat(texts(one)).containsExactly("六");
    }

    @Test
    void theNewestVersionIsNotKeptTwiceAndAnOlderOneIs() throws IOException {
        var history = new CaseHistory(corpus, 50, NOON);
        for (String text : List.of("一", "一", "二", "一")) {
            keep(history, text);
        }

        assertThat(texts(history)).containsExactly("一", "二", "一");
    }

    @Test
    void filesThatAreNoVersionsAreIgnored() throws IOException {
        var history = new CaseHistory(corpus, 50, NOON);
        keep(history, "一");
        Files.writeString(corpus.resolve(".history/lamp-1/notes.md"), "覚え書き");
        Files.writeString(corpus.resolve(".history/lamp-1/20261130T120000000Z-0000000000000000.md.next"), "半");

        assertThat(texts(history)).containsExactly("一");
        assertThat(history.text("lamp-1", "../lamp-1/notes.md")).isEmpty();
    }
}
