package jirei.corpus.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import jirei.corpus.lexicon.Lexicon;
import jirei.corpus.text.CorpusFormatException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The time to read a case file is linear in its size: twice the size takes about twice the processor time, where
 * quadratic reading takes four times as long and exponential reading does not end.
 */
@Tag("slow")
class LinearReadingTest {
    private static final int SIZE = 100_000;
    private static final double MAX_RATIO = 3;
    /** Absorbs compilation and garbage collection. */
    private static final long TOLERANCE_MILLIS = 250;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Lexicon LEXICON = Lexicon.shipped();

    static List<Arguments> patterns() {
        return List.of(
                of("open comments", size -> repeat("<!--", size)),
                of("open comments in lines", size -> repeat("<!--\n", size)),
                of("open comments in text", size -> "あ" + repeat("<!-- -", size)),
                of("comments", size -> repeat("あ<!--x-->", size)),
                of("declarations", size -> "あ" + repeat("<!A ", size)),
                of("CDATA", size -> "あ" + repeat("<![CDATA[", size)),
                of("blanks in a heading", size -> "## あ" + repeat(" ", size) + "い"),
                of("blanks before an open id", size -> "## あ" + repeat(" ", size) + "{#x"),
                of("open ids", size -> "## あ" + repeat("{#x", size)),
                of("numbered items", size -> repeat("1. あ\n", size)),
                of("numbered items below text", size -> "あ\n\n" + repeat("9) あ\n", size)),
                of("nested items", size -> repeat("- ", size)),
                of("nested numbered items", size -> repeat("1. ", size) + "あ"),
                of("nested quotes", size -> repeat(">", size)),
                of("items", size -> repeat("- あ\n", size)),
                of("brackets", size -> repeat("[", size)),
                of("closed brackets", size -> repeat("[", size / 2) + repeat("]", size / 2)),
                of("links", size -> repeat("[a](", size)),
                of("images", size -> repeat("![a](<b", size)),
                of("references", size -> repeat("[a][", size)),
                of("stars", size -> repeat("*あ ", size)),
                of("emphasis", size -> repeat("*あ **い ", size / 2) + repeat("**う* ", size / 2)),
                of("underscores", size -> repeat("_", size) + "あ"),
                of("growing code marks", size -> growing("`", size)),
                of("angle brackets", size -> "あ" + repeat("<", size)),
                of("open tags", size -> "あ" + repeat("<a b=\"", size)),
                of("addresses", size -> "あ" + repeat("<http:a", size)),
                of("entities", size -> repeat("&a", size)),
                of("link definitions", size -> repeat("[a]: b\n", size)),
                of("open titles", size -> repeat("[a]: b '\n", size)),
                of(
                        "references to a long address",
                        size -> "[a]: " + repeat("b", size / 2) + "\n\n" + repeat("[a] ", size / 2)),
                of("table rule", size -> "あ\n|" + repeat("-", size) + "x\nい"),
                of("spaced table rule", size -> "あ\n|" + repeat("- ", size) + "x\nい"),
                of("table rows", size -> repeat("|あ\n", size)),
                of("lines", size -> repeat("あ\n", size)),
                of("blank lines", size -> "- あ\n" + repeat("\n", size) + "い"),
                of("fences", size -> repeat("```\n", size)),
                of("underlined headings", size -> repeat("あ\n---\n\n", size)),
                of("sections", size -> repeat("## あ\n", size / 4)),
                of("sections between given ids", LinearReadingTest::givenIds),
                of("actors", size -> "- 主体: " + repeat("村の衆、", size)),
                of("text with actors", size -> repeat("医師会", size)),
                of("marks", size -> "か" + repeat("\u3099", size)));
    }

    private static Arguments of(String name, IntFunction<String> body) {
        return Arguments.of(name, body);
    }

    private static String repeat(String text, int size) {
        return text.repeat(Math.max(1, size / text.length()));
    }

    private static String growing(String mark, int size) {
        var text = new StringBuilder("あ");
        for (int length = 1; text.length() < size; length++) {
            text.append(mark.repeat(length)).append('あ');
        }
        return text.toString();
    }

    /** Sections whose ids are the numbers that the sections without an id try next. */
    private static String givenIds(int size) {
        int count = size / 40;
        var text = new StringBuilder();
        IntStream.rangeClosed(1, count)
                .forEach(
                        number -> text.append("## あ {#s").append(count + number).append("}\n"));
        return text + "## あ\n".repeat(count);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("patterns")
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aBodyIsReadInLinearTime(String name, IntFunction<String> body) {
        assertLinear(name, size -> "---\nid: x\ntitle: 題\n---\n\n## 節 {#s0}\n\n" + body.apply(size) + "\n");
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void frontMatterIsReadInLinearTime() {
        assertLinear("open front matter", size -> "---\n" + repeat("a: b\n", size));
        assertLinear("keys", size -> "---\n" + repeat("a: b\n", size / 3) + "---\n");
        assertLinear("blanks in a value", size -> "---\nplace: あ" + repeat(" ", size / 3) + "い\n---\n");
        assertLinear("comment signs", size -> "---\nplace: あ" + repeat(" #", size / 3) + "\n---\n");
        assertLinear("lists", size -> "---\nplace: " + repeat("[", size / 3) + "\n---\n");
    }

    private static void assertLinear(String name, IntFunction<String> text) {
        read(text.apply(SIZE / 10));
        long once = bestOf(3, text.apply(SIZE));
        long twice = bestOf(3, text.apply(2 * SIZE));

        assertThat(twice)
                .as("milliseconds of %s for twice the size", name)
                .isLessThan((long) (MAX_RATIO * once) + TOLERANCE_MILLIS);
    }

    private static long bestOf(int times, String text) {
        return IntStream.range(0, times).mapToLong(time -> read(text)).min().orElseThrow();
    }

    private static long read(String text) {
        long start = THREADS.getCurrentThreadCpuTime();
        try {
            CaseMarkdown.read(Path.of("x.md"), text, LEXICON);
        } catch (CorpusFormatException expected) {
            assertThat(expected.diagnostics()).isNotEmpty();
        }
        return TimeUnit.NANOSECONDS.toMillis(THREADS.getCurrentThreadCpuTime() - start);
    }
}
