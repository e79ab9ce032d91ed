package jirei.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class TerminalTextTest {
    @ParameterizedTest
    @CsvSource({
        "1B", "9B", "0A", "0D", "08", "7F", "00", "85", "2028", "2029", "061C", "200E", "202E", "2066", "2069", "D800"
    })
    void aControlIsEscapedAsInJson(String hex) {
        String control = String.valueOf((char) Integer.parseInt(hex, 16));

        String escaped = TerminalText.escapeLine("題" + control + "[2J");

        assertThat(escaped)
                .isEqualTo("題\\u" + "0".repeat(4 - hex.length()) + hex.toLowerCase(java.util.Locale.ROOT) + "[2J");
        assertThat(JsonMapper.shared().readValue("\"" + escaped + "\"", String.class))
                .isEqualTo("題" + control + "[2J");
    }

    @Test
    void textIsKept() {
        String text = "葛\uDB40\uDD00飾\t👨‍👩‍👧 か\u3099「x」\u3000\\";

        assertThat(TerminalText.escapeLine(text)).isEqualTo(text);
    }

    @Test
    void theLogKeepsItsLinesAndEscapesTheRest() {
        var bytes = new ByteArrayOutputStream();
        var log = TerminalText.escaping(new PrintStream(bytes, true, StandardCharsets.UTF_8));

        log.writeBytes("題\u009B2J\u001B[0m\n".getBytes(StandardCharsets.UTF_8));
        log.println("二行目\u202E");

        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("題\\u009b2J\\u001b[0m\n二行目\\u202e\n");
    }
}
