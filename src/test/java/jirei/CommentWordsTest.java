package jirei;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks that comments use the plain technical English of the search field. */
class CommentWordsTest {
    /** A public type, nested or not, with the doc comment before it if there is one. */
    private static final Pattern PUBLIC_TYPE =
            Pattern.compile("(?m)(?:(?<doc>/\\*\\*(?:(?!\\*/)[\\s\\S])*+\\*/)\\s*(?:^ *@[^\\n]*\\n)*)?"
                    + "^ *public (?:(?:static|final|sealed|abstract|non-sealed) )*"
                    + "(?:class|record|enum|interface|@interface) (?<name>\\w+)");

    private static final Pattern THREAD_SAFETY =
            Pattern.compile("\\b(?:Immutable|Thread-safe|Not[\\s*]+thread-safe|Stateless)\\b");

    /** Matches literals too, so that comment signs in them are skipped. */
    private static final Pattern LITERAL_OR_COMMENT = Pattern.compile("\"\"\"[\\s\\S]*?\"\"\""
            + "|\"(?:\\\\.|[^\"\\\\\\n])*+\""
            + "|'(?:\\\\.|[^'\\\\\\n])*+'"
            + "|(?<comment>/\\*[\\s\\S]*?\\*/|//[^\\n]*)");

    /** Comments of the files that are not Java; the group is the comment. */
    private static final Map<String, Pattern> COMMENTS = Map.of(
            "java",
            LITERAL_OR_COMMENT,
            "js",
            Pattern.compile("`(?:\\\\.|[^`\\\\])*+`|" + LITERAL_OR_COMMENT.pattern()),
            "jte",
            Pattern.compile("(?<comment><%--[\\s\\S]*?--%>)"),
            "tsv",
            Pattern.compile("(?m)(?<comment>^#.*)"));

    private static final Pattern LINE_BREAK = Pattern.compile("\\s*\\n\\s*\\*?\\s*");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "src/main/java",
                "src/test/java",
                "src/launcher/java",
                "src/cluster/java",
                "src/main/resources",
                "web/static",
                "web/templates"
            })
    void commentsContainNoBannedWords(String folder) throws IOException {
        List<String> found = new ArrayList<>();

        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            for (Path file : files.filter(CommentWordsTest::isChecked).toList()) {
                bannedWords(extension(file), Files.readString(file)).forEach(words -> found.add(file + ":" + words));
            }
        }

        assertThat(found).isEmpty();
    }

    @Test
    void publicTypesStateTheirThreadSafety() throws IOException {
        List<String> silent = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(CommentWordsTest::isJava).toList()) {
                silentTypes(Files.readString(file)).forEach(name -> silent.add(file + ": " + name));
            }
        }

        assertThat(silent).isEmpty();
    }

    @Test
    void typesWithoutACommentAndNestedTypesAreFound() {
        String source =
                """
                /** Immutable. */
                public record First() {
                    /** No word. */
                    @Deprecated
                    public enum Inner {}
                }
                public final class Second {
                    /** Not
                     * thread-safe. */
                    public static final class Builder {}
                }
                """;

        assertThat(silentTypes(source)).containsExactly("Inner", "Second");
    }

    /** Returns the names of the public types whose doc comment does not state their thread-safety. */
    private static List<String> silentTypes(String source) {
        return PUBLIC_TYPE
                .matcher(source)
                .results()
                .filter(type -> !statesThreadSafety(type.group("doc")))
                .map(type -> type.group("name"))
                .toList();
    }

    private static boolean statesThreadSafety(@Nullable String doc) {
        return doc != null && THREAD_SAFETY.matcher(doc).find();
    }

    private static boolean isJava(Path file) {
        return extension(file).equals("java");
    }

    /** This class has the words in its own examples. */
    private static boolean isChecked(Path file) {
        return COMMENTS.containsKey(extension(file)) && !file.endsWith("CommentWordsTest.java");
    }

    /** Returns the extension of the file name; empty for a folder. */
    private static String extension(Path file) {
        return Files.isRegularFile(file) ? file.toString().replaceFirst(".*\\.", "") : "";
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

        assertThat(bannedWords("java", source)).containsExactly("1: is looked for", "5: whoever", "5: asks");
    }

    @Test
    void commentsOfScriptsTemplatesAndTablesAreRead() {
        assertThat(bannedWords("js", "const url = `https://asked`; // told")).containsExactly("1: told");
        assertThat(bannedWords("jte", "<p>asked</p>\n<%-- told --%>")).containsExactly("2: told");
        assertThat(bannedWords("tsv", "# told\nasked\t1")).containsExactly("1: told");
    }

    /** Returns the banned words in the comments of {@code source}, each with the line on which its comment starts. */
    private static List<String> bannedWords(String extension, String source) {
        List<String> found = new ArrayList<>();
        Matcher matcher = COMMENTS.get(extension).matcher(source);
        while (matcher.find()) {
            String comment = matcher.group("comment");
            if (comment != null) {
                long line = 1
                        + source.substring(0, matcher.start())
                                .chars()
                                .filter(c -> c == '\n')
                                .count();
                BannedWords.PATTERN
                        .matcher(LINE_BREAK.matcher(comment).replaceAll(" "))
                        .results()
                        .forEach(word -> found.add(line + ": " + word.group()));
            }
        }
        return found;
    }
}
