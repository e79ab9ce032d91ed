package jirei.lucene.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import jirei.engine.query.WordQueryFactory;
import jirei.engine.sort.HitSorts;
import jirei.search.Deadline;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.FixedBitSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Over more documents than one window has, so that those that can't reach the page are passed over. */
@Tag("slow")
class SumScoreQueryTest {
    private static final int DOCUMENTS = 20_000;
    private static final String[] PARTS = {"text", "heading"};
    private static final String[] WORDS = {"海", "山", "川", "谷", "島", "岬", "湖", "沼", "滝", "峠"};
    private static final Sort ORDER = new Sort(SortField.FIELD_SCORE, SortField.FIELD_DOC);

    private final Random random = new Random(20261123);
    private final Directory directory = new ByteBuffersDirectory();
    private DirectoryReader reader;
    private IndexSearcher searcher;

    @BeforeEach
    void write() throws IOException {
        var settings = new IndexWriterConfig(new WhitespaceAnalyzer()).setMaxBufferedDocs(7_000);
        try (var writer = new IndexWriter(directory, settings)) {
            for (int i = 0; i < DOCUMENTS; i++) {
                var document = new Document();
                document.add(new TextField("text", words(1 + random.nextInt(12)), Field.Store.NO));
                document.add(new TextField("heading", words(random.nextInt(3)), Field.Store.NO));
                writer.addDocument(document);
            }
        }
        reader = DirectoryReader.open(directory);
        searcher = new IndexSearcher(reader);
    }

    @AfterEach
    void close() throws IOException {
        reader.close();
        directory.close();
    }

    /** The first word is frequent, each next one half as much. */
    private String words(int count) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            words.add(WORDS[Math.min(WORDS.length - 1, Integer.numberOfTrailingZeros(random.nextInt() | 1 << 30))]);
        }
        return String.join(" ", words);
    }

    @Test
    void theBestAreThoseOfTheSumOfAllWays() throws IOException {
        for (int round = 0; round < 60; round++) {
            List<Query> ways = ways();
            FixedBitSet found = found(round % 4 == 0 ? 0.01 : random.nextDouble());

            List<Best> best = best(new SumScoreQuery(found, ways, Deadline.NONE), 10, 10);

            assertSame(round, best, best(plain(found, ways), 10, Integer.MAX_VALUE));
            assertThat(best(new SumScoreQuery(found, ways, Deadline.NONE), 10, Integer.MAX_VALUE))
                    .as("round %s, when all are wanted", round)
                    .isEqualTo(best);
        }
    }

    @Test
    void thousandsOfTheBestComeInTheSameOrder() throws IOException {
        List<Query> ways = ways();
        FixedBitSet found = found(0.7);

        assertSame(
                0,
                best(new SumScoreQuery(found, ways, Deadline.NONE), 3_000, 3_000),
                best(plain(found, ways), 3_000, 3_000));
    }

    @Test
    void inPartsTheSameAreTheBest() throws IOException {
        var parts = new SlicedIndexSearcher(reader, 1_500);
        assertThat(parts.getSlices()).hasSizeGreaterThan(10);
        for (int round = 0; round < 60; round++) {
            List<Query> ways = ways();
            FixedBitSet found = found(random.nextDouble());

            assertThat(best(parts, new SumScoreQuery(found, ways, Deadline.NONE), 10, 10))
                    .as("round %s", round)
                    .isEqualTo(best(new SumScoreQuery(found, ways, Deadline.NONE), 10, 10));
        }
    }

    @Test
    void aPartEndsWithTheTimeOfTheSearchThatAskedForIt() throws IOException {
        var ticks = new AtomicLong();
        LongSupplier clock = () -> ticks.getAndIncrement() == 0 ? 0 : 2_000_000_000;

        Deadline deadline = Deadline.after(Duration.ofSeconds(1), clock);
        List<Best> best =
                best(new SlicedIndexSearcher(reader, 1_500), new SumScoreQuery(found(1), ways(), deadline), 10, 10);

        assertThat(best).isEmpty();
    }

    @Test
    void whatMatchesNoWayComesLast() throws IOException {
        FixedBitSet found = found(1);
        List<Query> ways = List.of(term("heading", "峠"));

        long scored = best(new SumScoreQuery(found, ways, Deadline.NONE), DOCUMENTS, DOCUMENTS).stream()
                .takeWhile(hit -> hit.score() > 0)
                .count();

        assertThat(scored).isEqualTo(searcher.count(ways.getFirst()));
    }

    private static void assertSame(int round, List<Best> best, List<Best> expected) {
        assertThat(best).as("round %s", round).hasSameSizeAs(expected);
        for (int i = 0; i < best.size(); i++) {
            assertThat(best.get(i).score())
                    .as("round %s, rank %s", round, i + 1)
                    .isCloseTo(expected.get(i).score(), within(1e-4f));
        }
    }

    private record Best(int document, float score) {}

    private List<Best> best(Query query, int limit, int counted) throws IOException {
        return best(searcher, query, limit, counted);
    }

    private static List<Best> best(IndexSearcher searcher, Query query, int limit, int counted) throws IOException {
        var manager = new TopFieldCollectorManager(ORDER, limit, null, counted);
        return Stream.of(searcher.search(query, manager).scoreDocs)
                .map(hit -> new Best(hit.doc, HitSorts.scoreOf(hit)))
                .toList();
    }

    private static Query plain(FixedBitSet found, List<Query> ways) {
        var sum = new BooleanQuery.Builder().add(new BoostQuery(new BitSetQuery(found), 0), Occur.MUST);
        ways.forEach(way -> sum.add(way, Occur.SHOULD));
        return sum.build();
    }

    private FixedBitSet found(double share) {
        var found = new FixedBitSet(DOCUMENTS);
        for (int doc = 0; doc < DOCUMENTS; doc++) {
            if (random.nextDouble() < share) {
                found.set(doc);
            }
        }
        return found;
    }

    private List<Query> ways() {
        List<Query> ways = new ArrayList<>();
        int count = 1 + random.nextInt(12);
        for (int i = 0; i < count; i++) {
            ways.add(new BoostQuery(way(random.nextInt(5)), 0.1f + 5 * random.nextFloat()));
        }
        return ways;
    }

    private Query way(int kind) {
        String part = PARTS[random.nextInt(PARTS.length)];
        String word = WORDS[random.nextInt(WORDS.length)];
        String other = WORDS[random.nextInt(WORDS.length)];
        return switch (kind) {
            case 0, 1 -> term(part, word);
            case 2 -> new PhraseQuery(part, word, other);
            case 3 -> new DisjunctionMaxQuery(List.of(term(part, word), new PhraseQuery(part, other, word)), 0);
            default -> new ConstantScoreQuery(WordQueryFactory.anyOf(List.of(term(part, word), term(part, other))));
        };
    }

    private static Query term(String part, String word) {
        return new TermQuery(new Term(part, word));
    }
}
