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

    /** Matches literals too, so that comment signs in them are skipped. */
    private static final Pattern LITERAL_OR_COMMENT = Pattern.compile("\"\"\"[\\s\\S]*?\"\"\""
            + "|\"(?:\\\\.|[^\"\\\\\\n])*+\""
            + "|'(?:\\\\.|[^'\\\\\\n])*+'"
            + "|(?<comment>/\\*[\\s\\S]*?\\*/|//[^\\n]*)");

    private static final Pattern LINE_BREAK = Pattern.compile("\\s*\\n\\s*\\*?\\s*");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "src/cluster/java",
                "src/launcher/java",
                "src/main/java/jirei/analysis",
                "src/main/java/jirei/cases",
                "src/main/java/jirei/cli",
                "src/main/java/jirei/corpus",
                "src/main/java/jirei/evaluation",
                "src/main/java/jirei/intake",
                "src/test/java/jirei/analysis",
                "src/test/java/jirei/bench",
                "src/test/java/jirei/cases",
                "src/test/java/jirei/cli",
                "src/test/java/jirei/corpus",
                "src/test/java/jirei/evaluation",
                "src/test/java/jirei/intake",
                "src/test/java/jirei/query"
            })
    void commentsContainNoBannedWords(String folder) throws IOException {
        List<String> found = new ArrayList<>();

        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                bannedWords(Files.readString(file)).forEach(words -> found.add(file + ":" + words));
            }
        }

        assertThat(found).isEmpty();
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
