package jirei;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks that comments use the plain technical English of the search field. */
class CommentWordsTest {
    private static final Pattern BANNED = Pattern.compile(
            "\\b(?:stands?|stood|whoever|whatever|asks?|asked|asking|tells?|told|telling|mends?|mended|journeys?|glance"
                    + "|(?:is|are|be|was|were) looked for|looks? for|by and by|at hand)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern PUBLIC_TYPE =
            Pattern.compile("(?m)^(/\\*\\*(?:(?!\\*/)[\\s\\S])*+\\*/)\\s*(?:^@[^\\n]*\\n)*"
                    + "public (?:(?:final|sealed|abstract|non-sealed) )*(?:class|record|enum|interface) ");

    private static final Pattern THREAD_SAFETY =
            Pattern.compile("\\b(?:Immutable|Thread-safe|Not[\\s*]+thread-safe|Stateless)\\b");

    /** Matches literals too, so that comment signs in them are skipped. */
    private static final Pattern LITERAL_OR_COMMENT = Pattern.compile("\"\"\"[\\s\\S]*?\"\"\""
            + "|\"(?:\\\\.|[^\"\\\\\\n])*+\""
            + "|'(?:\\\\.|[^'\\\\\\n])*+'"
            + "|(?<comment>/\\*[\\s\\S]*?\\*/|//[^\\n]*)");

    private static final Pattern LINE_BREAK = Pattern.compile("\\s*\\n\\s*\\*?\\s*");

    @ParameterizedTest
    @ValueSource(strings = {"src/main/java", "src/test/java", "src/launcher/java", "src/cluster/java"})
    void commentsContainNoBannedWords(String folder) throws IOException {
        List<String> found = new ArrayList<>();

        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            for (Path file : files.filter(CommentWordsTest::isChecked).toList()) {
                bannedWords(Files.readString(file)).forEach(words -> found.add(file + ":" + words));
            }
        }

        assertThat(found).isEmpty();
    }

    @Test
    void publicTypesStateTheirThreadSafety() throws IOException {
        List<String> silent = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(CommentWordsTest::isChecked).toList()) {
                Matcher type = PUBLIC_TYPE.matcher(Files.readString(file));
                if (type.find() && !THREAD_SAFETY.matcher(type.group(1)).find()) {
                    silent.add(file.toString());
                }
            }
        }

        assertThat(silent).isEmpty();
    }

    /** This class has the words in its own examples. */
    private static boolean isChecked(Path file) {
        return file.toString().endsWith(".java") && !file.endsWith("CommentWordsTest.java");
    }

    @Test
    void bannedWordsAreFoundInCommentsOnly() {
        String source =
                """
                /**
                 * What is looked
                 * for.
                 */
                String s = "// asked"; // whoever asks
                """;

        assertThat(bannedWords(source)).containsExactly("1: is looked for", "5: whoever", "5: asks");
    }

    /** Returns the banned words in the comments of {@code source}, each with the line on which its comment starts. */
    private static List<String> bannedWords(String source) {
        List<String> found = new ArrayList<>();
        Matcher matcher = LITERAL_OR_COMMENT.matcher(source);
        while (matcher.find()) {
            String comment = matcher.group("comment");
            if (comment != null) {
                long line = 1
                        + source.substring(0, matcher.start())
                                .chars()
                                .filter(c -> c == '\n')
                                .count();
                BANNED.matcher(LINE_BREAK.matcher(comment).replaceAll(" "))
                        .results()
                        .forEach(word -> found.add(line + ": " + word.group()));
            }
        }
        return found;
    }
}
