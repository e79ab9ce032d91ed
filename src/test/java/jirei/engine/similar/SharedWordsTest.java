package jirei.engine.similar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import jirei.cases.Prefecture;
import jirei.engine.World;
import jirei.search.Deadline;
import jirei.search.SimilarCase;
import jirei.search.SimilarSection;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The words that explain why texts are similar are distinctive. */
class SharedWordsTest {
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/similar/words.tsv", delimiter = '\t', quoteCharacter = '`')
    void sharedWordsAreDistinctive(String why, String text, String other, String words, @TempDir Path folder)
            throws Exception {
        String[] common = Collections.nCopies(14, "機関の会長が会議で話す。").toArray(String[]::new);
        String[] rest = Collections.nCopies(80, "雨が降る。").toArray(String[]::new);
        List<String> expected = Stream.of(Objects.requireNonNullElse(words, "").split("、", -1))
                .filter(word -> word.length() > 1)
                .toList();
        try (World world = new World(folder)
                .with(1, Prefecture.OSAKA, "", text)
                .with(2, Prefecture.OSAKA, "", other)
                .with(3, Prefecture.OSAKA, "", common)
                .with(4, Prefecture.OSAKA, "", rest)) {
            SimilarSection section = world.engine().similarSections("case-1", "s1", 10, Deadline.NONE).stream()
                    .filter(similar -> similar.hit().caseId().equals("case-2"))
                    .findFirst()
                    .orElseThrow();
            SimilarCase caseStudy = world.engine().similarCases("case-1", 10, Deadline.NONE).stream()
                    .filter(similar -> similar.id().equals("case-2"))
                    .findFirst()
                    .orElseThrow();

            assertThat(section.words()).as(why).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(caseStudy.words()).as(why).containsExactlyInAnyOrderElementsOf(expected);
        }
    }
}
