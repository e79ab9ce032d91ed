package jirei.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The characters of a word match a text as a word, but not within other words. */
class WordEdgesTest {
    private static final JapaneseAnalyzers ANALYZERS = analyzers();

    @ParameterizedTest(name = "{0} in {1}: {2} ({3})")
    @MethodSource("listed")
    void aWordMatchesAsListed(String word, String text, String matches, String gloss) throws Exception {
        List<Set<String>> terms = positions(text);
        List<String> pattern = WordEdges.terms(JapaneseAnalyzers.foldWidthAndCase(word));

        boolean found = IntStream.rangeClosed(0, terms.size() - pattern.size())
                .anyMatch(start -> IntStream.range(0, pattern.size())
                        .allMatch(i -> terms.get(start + i).contains(pattern.get(i))));

        assertThat(found).isEqualTo(matches.equals("yes"));
    }

    /** Returns whether {@code term} is marked as the edge of a word. */
    static boolean isMarked(String term) {
        return term.charAt(0) >= WordEdges.START && term.charAt(0) <= WordEdges.PLACE;
    }

    private static List<Set<String>> positions(String text) throws IOException {
        List<Set<String>> positions = new ArrayList<>();
        try (TokenStream stream = ANALYZERS.bigrams().tokenStream("f", text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            var increment = stream.addAttribute(PositionIncrementAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                if (increment.getPositionIncrement() > 0) {
                    positions.add(new HashSet<>());
                }
                positions.getLast().add(term.toString());
            }
            stream.end();
        }
        return positions;
    }

    private static JapaneseAnalyzers analyzers() {
        try (Reader dictionary = Files.newBufferedReader(Path.of("corpus/lexicon/user-dictionary.txt"))) {
            return JapaneseAnalyzers.with(dictionary);
        } catch (IOException | LexiconException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Arguments> listed() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/analysis/word-edges.tsv")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> Arguments.of((Object[]) line.split("\t", -1)))
                .toList();
    }
}
