package jirei.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jirei.corpus.CorpusReader;
import jirei.corpus.text.CorpusFormatException;
import jirei.lucene.EmbeddedIndex;
import jirei.query.SearchRequest;
import jirei.search.Deadline;
import jirei.search.SearchResults;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cases are indexed in parallel, in nondeterministic order; results must not depend on it. */
@Tag("slow")
class RepeatedIndexTest {
    @TempDir
    private Path folder;

    @Test
    void theSameCorpusGivesTheSameAnswersEachTime() throws Exception {
        BenchCorpus corpus = BenchCorpus.in(folder.resolve("corpus"), 200);

        assertThat(answers(corpus, "first")).isEqualTo(answers(corpus, "second"));
        assertThat(vocabulary("first")).isEqualTo(vocabulary("second"));
    }

    private byte[] vocabulary(String name) throws IOException {
        Path index = folder.resolve(name);
        return Files.readAllBytes(
                index.resolve(Files.readString(index.resolve("CURRENT")).strip())
                        .resolve("vocabulary.bin"));
    }

    private List<Object> answers(BenchCorpus corpus, String name) throws IOException, CorpusFormatException {
        var index = EmbeddedIndex.of(CorpusReader.of(corpus.folder()), folder.resolve(name));
        index.rebuild(done -> {}, fault -> {});
        List<Object> answers = new ArrayList<>();
        try (var engine = index.open()) {
            List<BenchQuery> queries = BenchQuery.all();
            for (int number = 0; number < queries.size(); number += 8) {
                SearchResults results =
                        engine.search(SearchRequest.of(queries.get(number).text()));
                answers.add(List.of(results.total(), results.hits(), results.facets()));
            }
            answers.add(engine.similarCases("bench-1", 10, Deadline.NONE));
            answers.add(engine.suggest("かいご", 10, Deadline.NONE));
        }
        return answers;
    }
}
