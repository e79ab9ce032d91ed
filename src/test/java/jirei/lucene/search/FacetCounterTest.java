package jirei.lucene.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import jirei.engine.schema.CaseDocumentMapper;
import jirei.query.Facet;
import jirei.query.Filters;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.TaskExecutor;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.junit.jupiter.api.Test;

class FacetCounterTest {
    private static final int DOCUMENTS = 3_000;
    private static final int CASE = 7;

    private final Random random = new Random(5);

    @Test
    void parallelCountsEqualSequentialCounts() throws IOException {
        try (var directory = new ByteBuffersDirectory();
                var reader = DirectoryReader.open(index(directory));
                var threads = Executors.newFixedThreadPool(3)) {
            var counter = FacetCounter.of(reader, every(CASE));
            var executor = new TaskExecutor(threads);
            Set<Facet> facets = Facet.ordered(Facet.fixed().toList());
            var sequential = counter.counts(facets, every(2), Filters.NONE);

            assertThat(sequential.keySet()).isEqualTo(facets);
            assertThat(sequential.get(Facet.KIND)).isNotEmpty();
            for (int limit = 1; limit <= facets.size() + 1; limit++) {
                assertThat(counter.counts(facets, every(2), Filters.NONE, executor, limit))
                        .as("%s tasks", limit)
                        .isEqualTo(sequential);
            }
            assertThat(counter.counts(Set.of(), every(2), Filters.NONE, executor, 2))
                    .isEmpty();
        }
    }

    /** Every {@code step}th document, the last among them. */
    private static FixedBitSet every(int step) {
        var set = new FixedBitSet(DOCUMENTS);
        for (int doc = DOCUMENTS - 1; doc >= 0; doc -= step) {
            set.set(doc);
        }
        return set;
    }

    private Directory index(Directory directory) throws IOException {
        try (var writer = new IndexWriter(directory, new IndexWriterConfig())) {
            for (int i = 0; i < DOCUMENTS; i++) {
                var document = new Document();
                for (Facet facet : Facet.Fixed.values()) {
                    for (int value = random.nextInt(3); value > 0; value--) {
                        document.add(new SortedSetDocValuesField(
                                CaseDocumentMapper.facetName(facet), new BytesRef("値" + random.nextInt(9))));
                    }
                }
                writer.addDocument(document);
            }
            writer.forceMerge(1);
        }
        return directory;
    }
}
