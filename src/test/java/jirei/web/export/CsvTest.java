package jirei.web.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Escaping of text in comma-separated values. */
class CsvTest {
    private static String row(String... texts) throws IOException {
        var out = new ByteArrayOutputStream();
        var table = new CsvTable(out, List.of(new Column("題", 1)));
        table.row(List.of(texts).stream().map(Cell::of).toList());
        table.finish("");
        return out.toString(StandardCharsets.UTF_8).substring("\uFEFF題\r\n".length());
    }

    @Test
    void theFileHasAByteOrderMarkAndCrlf() {
        String file = Exported.text(ExportFormat.CSV, "", Exported.section("夜の灯", "一行目。\n二行目。"));

        assertThat(file).startsWith("\uFEFF順位,事例番号,事例の題,").endsWith("#s1\r\n");
        assertThat(file.split("\r\n")).hasSize(2);
        assertThat(file).contains(",\"一行目。\n二行目。\",", ",38.50,", "https://example.org/7, (参照 2026-11-22)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+81", "-2", "@SUM(A1)", "＝cmd", "＋1", "－1", "＠x"})
    void formulasArePrefixedWithAnApostrophe(String formula) throws IOException {
        assertThat(row(formula)).isEqualTo("'" + formula + "\r\n");
    }

    @Test
    void formulasAfterTabsOrLineBreaksAreEscapedToo() throws IOException {
        assertThat(row("\t=1", "\r=1", "a=1")).isEqualTo("'\t=1,\"'\n=1\",a=1\r\n");
    }

    @Test
    void quotesCommasAndLineBreaksAreQuoted() throws IOException {
        assertThat(row("a\"b", "a,b", "a\r\nb", " a", "=\"x\",y"))
                .isEqualTo("\"a\"\"b\",\"a,b\",\"a\nb\",\" a\",\"'=\"\"x\"\",y\"\r\n");
    }

    @Test
    void controlCharactersAreRemovedAndUnpairedSurrogatesReplaced() throws IOException {
        assertThat(row("a\0b\u0007", "𠮷", "\uD842x", "\uFFFF")).isEqualTo("ab,𠮷,\uFFFDx,\uFFFD\r\n");
    }

    @Test
    void numbersAreWrittenPlainly() throws IOException {
        var out = new ByteArrayOutputStream();
        var table = new CsvTable(out, List.of(new Column("数", 1)));
        table.row(List.of(new Cell.Numeric(new BigDecimal("1E+3"))));
        table.finish("");

        assertThat(out.toString(StandardCharsets.UTF_8)).endsWith("\r\n1000\r\n");
    }

    @Test
    void anIncompleteFileHasARemark() {
        assertThat(Exported.text(ExportFormat.CSV, "全3件のうち、はじめの1件です。", Exported.section("夜", "灯")))
                .endsWith("\r\n※ 全3件のうち、はじめの1件です。" + ",".repeat(21) + "\r\n");
    }
}
