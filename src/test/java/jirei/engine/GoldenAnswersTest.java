package jirei.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jirei.corpus.CorpusReader;
import jirei.lucene.EmbeddedIndex;
import jirei.search.SearchEngine;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compares the results of many requests over the shipped cases with recorded ones: an optimization must not change
 * them. After an intended change of results or of a shipped case, copy the new results that this test writes to
 * {@code target/golden}.
 */
@Tag("slow")
class GoldenAnswersTest {
    private static final Path ANSWERS = Path.of("src/test/resources/golden/answers.tsv");
    private static final Path FOUND = Path.of("target/golden/answers.tsv");

    @Test
    void theResultsEqualTheRecordedOnes(@TempDir Path folder) throws Exception {
        List<String> expected = Files.readAllLines(ANSWERS);
        EmbeddedIndex index = EmbeddedIndex.of(CorpusReader.of(Path.of("corpus")), folder);
        index.rebuild(done -> {}, fault -> {
            throw new AssertionError(fault.toString());
        });
        List<String> found = new ArrayList<>();
        try (SearchEngine engine = index.open()) {
            for (String line : expected) {
                found.add(GoldenAnswer.line(engine, line.split("\t", 2)[0]));
            }
        }
        Files.createDirectories(FOUND.getParent());
        Files.write(FOUND, found);

        assertThat(found)
                .as("request, counts, widening, first hits, then digests of hits, snippets, facets, words, marks,"
                        + " the rest")
                .containsExactlyElementsOf(expected);
    }
}
