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

/** Uses more documents than a window has, so that non-competitive documents are skipped. */
@Tag("slow")
class SumScoreQueryTest {
    private static final int DOCUMENTS = 20_000;
    private static final String[] FIELDS = {"text", "heading"};
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

    /** The first word is the most frequent; each further word is half as frequent as the one before. */
    private String words(int count) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            words.add(WORDS[Math.min(WORDS.length - 1, Integer.numberOfTrailingZeros(random.nextInt() | 1 << 30))]);
        }
        return String.join(" ", words);
    }

    @Test
    void topDocsEqualThoseOfABooleanQuery() throws IOException {
        for (int round = 0; round < 60; round++) {
            List<Query> clauses = clauses();
            FixedBitSet matches = matches(round % 4 == 0 ? 0.01 : random.nextDouble());

            List<Scored> topDocs = topDocs(new SumScoreQuery(matches, clauses, Deadline.NONE), 10, 10);

            assertSame(round, topDocs, topDocs(booleanQuery(matches, clauses), 10, Integer.MAX_VALUE));
            assertThat(topDocs(new SumScoreQuery(matches, clauses, Deadline.NONE), 10, Integer.MAX_VALUE))
                    .as("round %s, complete scoring", round)
                    .isEqualTo(topDocs);
        }
    }

    @Test
    void thousandsOfTopDocsHaveTheSameOrder() throws IOException {
        List<Query> clauses = clauses();
        FixedBitSet matches = matches(0.7);

        assertSame(
                0,
                topDocs(new SumScoreQuery(matches, clauses, Deadline.NONE), 3_000, 3_000),
                topDocs(booleanQuery(matches, clauses), 3_000, 3_000));
    }

    @Test
    void slicedSearchGivesTheSameTopDocs() throws IOException {
        var sliced = new SlicedIndexSearcher(reader, 1_500);
        assertThat(sliced.getSlices()).hasSizeGreaterThan(10);
        for (int round = 0; round < 60; round++) {
            List<Query> clauses = clauses();
            FixedBitSet matches = matches(random.nextDouble());

            assertThat(topDocs(sliced, new SumScoreQuery(matches, clauses, Deadline.NONE), 10, 10))
                    .as("round %s", round)
                    .isEqualTo(topDocs(new SumScoreQuery(matches, clauses, Deadline.NONE), 10, 10));
        }
    }

    @Test
    void aSliceObeysTheDeadlineOfItsSearch() throws IOException {
        var ticks = new AtomicLong();
        LongSupplier clock = () -> ticks.getAndIncrement() == 0 ? 0 : 2_000_000_000;

        Deadline deadline = Deadline.after(Duration.ofSeconds(1), clock);
        List<Scored> topDocs = topDocs(
                new SlicedIndexSearcher(reader, 1_500), new SumScoreQuery(matches(1), clauses(), deadline), 10, 10);

        assertThat(topDocs).isEmpty();
    }

    @Test
    void docsThatMatchNoClauseRankLast() throws IOException {
        FixedBitSet matches = matches(1);
        List<Query> clauses = List.of(term("heading", "峠"));

        long scored = topDocs(new SumScoreQuery(matches, clauses, Deadline.NONE), DOCUMENTS, DOCUMENTS).stream()
                .takeWhile(hit -> hit.score() > 0)
                .count();

        assertThat(scored).isEqualTo(searcher.count(clauses.getFirst()));
    }

    private static void assertSame(int round, List<Scored> topDocs, List<Scored> expected) {
        assertThat(topDocs).as("round %s", round).hasSameSizeAs(expected);
        for (int i = 0; i < topDocs.size(); i++) {
            assertThat(topDocs.get(i).score())
                    .as("round %s, rank %s", round, i + 1)
                    .isCloseTo(expected.get(i).score(), within(1e-4f));
        }
    }

    private record Scored(int document, float score) {}

    private List<Scored> topDocs(Query query, int limit, int totalHitsThreshold) throws IOException {
        return topDocs(searcher, query, limit, totalHitsThreshold);
    }

    private static List<Scored> topDocs(IndexSearcher searcher, Query query, int limit, int totalHitsThreshold)
            throws IOException {
        var manager = new TopFieldCollectorManager(ORDER, limit, null, totalHitsThreshold);
        return Stream.of(searcher.search(query, manager).scoreDocs)
                .map(hit -> new Scored(hit.doc, HitSorts.scoreOf(hit)))
                .toList();
    }

    private static Query booleanQuery(FixedBitSet matches, List<Query> clauses) {
        var sum = new BooleanQuery.Builder().add(new BoostQuery(new BitSetQuery(matches), 0), Occur.MUST);
        clauses.forEach(clause -> sum.add(clause, Occur.SHOULD));
        return sum.build();
    }

    private FixedBitSet matches(double share) {
        var matches = new FixedBitSet(DOCUMENTS);
        for (int doc = 0; doc < DOCUMENTS; doc++) {
            if (random.nextDouble() < share) {
                matches.set(doc);
            }
        }
        return matches;
    }

    private List<Query> clauses() {
        List<Query> clauses = new ArrayList<>();
        int count = 1 + random.nextInt(12);
        for (int i = 0; i < count; i++) {
            clauses.add(new BoostQuery(clause(random.nextInt(5)), 0.1f + 5 * random.nextFloat()));
        }
        return clauses;
    }

    private Query clause(int kind) {
        String field = FIELDS[random.nextInt(FIELDS.length)];
        String word = WORDS[random.nextInt(WORDS.length)];
        String other = WORDS[random.nextInt(WORDS.length)];
        return switch (kind) {
            case 0, 1 -> term(field, word);
            case 2 -> new PhraseQuery(field, word, other);
            case 3 -> new DisjunctionMaxQuery(List.of(term(field, word), new PhraseQuery(field, other, word)), 0);
            default -> new ConstantScoreQuery(WordQueryFactory.anyOf(List.of(term(field, word), term(field, other))));
        };
    }

    private static Query term(String field, String word) {
        return new TermQuery(new Term(field, word));
    }
}
