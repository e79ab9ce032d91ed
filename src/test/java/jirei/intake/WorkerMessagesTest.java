package jirei.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import jirei.intake.layout.ImportWarning;
import jirei.intake.ocr.OcrMode;
import jirei.intake.ocr.OcrSettings;
import org.junit.jupiter.api.Test;

/** A message that is written as a line and read is the same. */
class WorkerMessagesTest {
    private static final String HARD = "一\n二\r\n\t三\\n \\ \"四\" \u2028\u0085\u0000\u001B \uD83D\uDE00";

    @Test
    void messagesSurviveAnyCharacter() {
        var document = new ReadDocument(
                HARD,
                HARD,
                "行",
                true,
                false,
                List.of(
                        new ReadDocument.ReadCase("a", HARD, "", 3, HARD),
                        new ReadDocument.ReadCase("b", "", "", 0, "")),
                List.of(new ImportWarning(1, 2, "", HARD, HARD)));
        var reply =
                new WorkerMessages.Reply(WorkerMessages.Kind.READ, HARD, "", 0, 0, List.of("talk", "", HARD), document);
        var setup = new WorkerMessages.Setup(
                HARD, 120, "^取組[0-9]", HARD, new OcrSettings(OcrMode.ALL, HARD, 3, Duration.ofSeconds(7)), List.of());
        var request = new WorkerMessages.Request("", HARD, 7, true);

        assertThat(WorkerMessages.Reply.of(fields(reply.line()))).isEqualTo(reply);
        assertThat(WorkerMessages.Setup.of(fields(setup.line()))).isEqualTo(setup);
        assertThat(WorkerMessages.Request.of(fields(request.line()))).isEqualTo(request);
    }

    private static Iterator<String> fields(String line) {
        List<String> lines = line.lines().filter(one -> !one.isEmpty()).toList();
        assertThat(lines).hasSize(1);
        return WorkerMessages.fields(lines.getFirst()).orElseThrow();
    }
}
