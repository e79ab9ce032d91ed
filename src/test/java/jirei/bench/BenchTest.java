package jirei.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import jirei.cases.CaseStudy;
import jirei.cli.Main;
import jirei.query.Facet;
import jirei.query.QueryExpression;
import jirei.query.QueryParser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks that the benchmark runs, without measuring anything. */
@Tag("slow")
class BenchTest {
    @TempDir
    private Path folder;

    @Test
    void generatedCasesAreReproducible() throws Exception {
        CaseStudy caseStudy = BenchCorpus.generator().of(7, 100);

        assertThat(BenchCorpus.generator().of(7, 100)).isEqualTo(caseStudy);
        assertThat(BenchCorpus.generator().of(8, 100).title()).isNotEqualTo(caseStudy.title());
    }

    @Test
    void aSmallCorpusIsAPrefixOfALargeOne() throws Exception {
        BenchCorpus small = BenchCorpus.in(folder.resolve("small"), 100);
        BenchCorpus large = BenchCorpus.in(folder.resolve("large"), 150);

        List<String> lines = Files.readAllLines(small.folder().resolve("cases-0000.jsonl"));

        assertThat(Files.readAllLines(large.folder().resolve("cases-0000.jsonl")))
                .startsWith(lines.subList(0, lines.size() - 1).toArray(String[]::new));
        assertThat(large.textBytes()).isGreaterThan(small.textBytes());
    }

    @Test
    void thereAreManyQueriesOfEveryKind() throws IOException {
        List<BenchQuery> queries = BenchQuery.all();

        assertThat(queries).hasSizeGreaterThanOrEqualTo(200).doesNotHaveDuplicates();
        assertThat(SearchBench.kinds(queries)).hasSizeGreaterThanOrEqualTo(12);
        assertThat(queries).allSatisfy(query -> {
            assertThat(QueryParser.parse(query.text()).expression()).isInstanceOf(QueryExpression.class);
            assertThat(query.facet().isEmpty()
                            || List.of(Facet.Fixed.values()).stream()
                                    .anyMatch(facet -> facet.id().equals(query.facet())))
                    .as(query.facet())
                    .isTrue();
        });
    }

    @Test
    void theBaselineRunsEveryQuery() throws Exception {
        BenchCorpus corpus = BenchCorpus.in(folder.resolve("corpus"), 60);
        Path index = folder.resolve("index");
        try (Program product = Program.start(
                folder.resolve("log.txt"),
                Main.class,
                "index",
                "--corpus",
                corpus.folder().toString(),
                "--index",
                index.toString())) {
            product.await();
        }
        List<BenchQuery> queries = BenchQuery.all();

        try (BaselineSearch baseline = BaselineSearch.open(corpus.folder(), index, queries)) {
            for (int number = 0; number < queries.size(); number++) {
                baseline.full(number);
                baseline.top(number);
            }
        }
        BaselineIndexing.main(
                new String[] {corpus.folder().toString(), folder.resolve("bare").toString(), "2"});

        assertThat(BenchCorpus.sizeOf(folder.resolve("bare"))).isPositive();
    }

    @Test
    void tablesAndChartShowEverySize() throws IOException {
        SortedMap<Integer, Results> sizes = new TreeMap<>();
        for (int size : List.of(1_000, 10_000)) {
            Results results = Results.in(folder.resolve(size + ".properties"));
            results.put("api.1.p50", size / 1_000.0);
            sizes.put(size, results);
        }

        assertThat(Tables.of(sizes)).contains("| | 1,000 | 10,000 |", "1.00, –, – | 10, –, –");
        assertThat(GrowthPicture.of(sizes)).contains(">1 k<", ">10 k<", "Jirei over HTTP");
    }
}
