package jirei;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks that templates, scripts and messages use the terms of the list. */
class TermsTest {
    private static final Path LIST = Path.of("src/site/markdown/terms.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([^|\\n]+) \\| (`[^|\\n]+) \\|.*$");
    private static final Pattern AVOIDED = Pattern.compile("``\\s?(.+?)\\s?``|`([^`]+)`");
    /** The literals of a source file; comments are skipped. */
    private static final Pattern LITERAL = Pattern.compile("/\\*[\\s\\S]*?\\*/|//[^\\n]*"
            + "|(?<literal>\"\"\"[\\s\\S]*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*+\"|`(?:\\\\.|[^`\\\\])*+`)");

    /** They read what people type or wrote, which may be anything. */
    private static final Set<String> READERS =
            Set.of("QueryField.java", "QuestionStopWords.java", "QueryRewriter.java", "FacetValues.java");
    /** The help shows two spellings that are treated as equal. */
    private static final Set<String> EXAMPLES = Set.of("「取組」と「取り組み」", "\"取り組み\"");

    /** A term and what is not written instead. */
    private record Term(String used, Pattern avoided) {}

    private static List<Term> terms() throws IOException {
        List<Term> terms = new ArrayList<>();
        Matcher rows = ROW.matcher(Files.readString(LIST));
        while (rows.find()) {
            Matcher avoided = AVOIDED.matcher(rows.group(2));
            while (avoided.find()) {
                terms.add(new Term(
                        rows.group(1),
                        Pattern.compile(avoided.group(1) == null ? avoided.group(2) : avoided.group(1))));
            }
        }
        return terms;
    }

    @Test
    void theListHasTerms() throws IOException {
        assertThat(terms()).hasSizeGreaterThan(20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"src/main/java", "web/templates", "web/static"})
    void textsUseTheTermsOfTheList(String folder) throws IOException {
        List<Term> terms = terms();
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            for (Path file : files.filter(TermsTest::hasTexts).toList()) {
                for (String text : texts(file)) {
                    terms.stream()
                            .filter(term -> term.avoided().matcher(text).find())
                            .forEach(term -> found.add(file + ": " + text.strip() + " → " + term.used()));
                }
            }
        }
        assertThat(found).isEmpty();
    }

    private static boolean hasTexts(Path file) {
        String name = file.getFileName().toString();
        boolean isReader = READERS.contains(name) || file.startsWith("src/main/java/jirei/intake");
        return name.matches(".+\\.(?:java|jte|js)") && !isReader;
    }

    private static List<String> texts(Path file) throws IOException {
        String source = Files.readString(file);
        for (String example : EXAMPLES) {
            source = source.replace(example, "");
        }
        if (file.toString().endsWith(".jte")) {
            return source.lines().toList();
        }
        List<String> literals = new ArrayList<>();
        Matcher found = LITERAL.matcher(source);
        while (found.find()) {
            if (found.group("literal") != null) {
                literals.add(found.group("literal"));
            }
        }
        return literals;
    }
}
