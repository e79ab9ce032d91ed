package jirei.lucene.search;

import java.io.IOException;
import java.util.List;
import jirei.engine.backend.IndexAccess;
import jirei.engine.highlight.HitLoader;
import jirei.search.Hit;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TopFieldCollectorManager;

/** The index of this process. */
public record LuceneIndexAccess(IndexSearcher searcher, HitLoader hits) implements IndexAccess {
    @Override
    public long count(Query query) throws IOException {
        return searcher.count(query);
    }

    @Override
    public long docCount() {
        return searcher.getIndexReader().numDocs();
    }

    @Override
    public List<ScoreDoc> topDocs(Query query, Sort order, int limit) throws IOException {
        var manager = new TopFieldCollectorManager(order, limit, null, limit);
        return List.of(searcher.search(query, manager).scoreDocs);
    }

    @Override
    public List<Hit> hitsWithoutHighlights(List<ScoreDoc> sections) throws IOException {
        return hits.unmarked(sections);
    }
}
