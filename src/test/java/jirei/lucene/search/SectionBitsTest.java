package jirei.lucene.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.FixedBitSet;
import org.junit.jupiter.api.Test;

class SectionBitsTest {
    private static final int DOCUMENTS = 5_000;

    @Test
    void slicedEvaluationGivesTheSameSet() throws Exception {
        try (var directory = new ByteBuffersDirectory();
                var reader = DirectoryReader.open(index(directory))) {
            var whole = new SectionBits(new IndexSearcher(reader));
            var sliced = new SectionBits(new SlicedIndexSearcher(reader, 700));
            for (Query query : List.of(
                    new TermQuery(new Term("text", "海")),
                    new TermQuery(new Term("text", "島")),
                    new PhraseQuery("text", "海", "島"),
                    new TermQuery(new Term("text", "空")))) {
                FixedBitSet found = sliced.matching(query);

                assertThat(found).as("%s", query).isEqualTo(whole.matching(query));
            }
        }
    }

    /** Two segments, the first with deleted documents. */
    private static ByteBuffersDirectory index(ByteBuffersDirectory directory) throws IOException {
        var settings = new IndexWriterConfig(new WhitespaceAnalyzer())
                .setMergePolicy(NoMergePolicy.INSTANCE)
                .setMaxBufferedDocs(DOCUMENTS / 2);
        try (var writer = new IndexWriter(directory, settings)) {
            for (int i = 0; i < DOCUMENTS; i++) {
                var document = new Document();
                document.add(
                        new TextField("text", (i % 3 == 0 ? "海 " : "山 ") + (i % 7 == 0 ? "島" : "岬"), Field.Store.NO));
                document.add(new TextField("number", Integer.toString(i), Field.Store.NO));
                writer.addDocument(document);
            }
            writer.deleteDocuments(new Term("number", "21"), new Term("number", "1400"));
        }
        return directory;
    }
}
