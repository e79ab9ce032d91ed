package jirei.lucene.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import jirei.engine.schema.IndexField;
import jirei.engine.schema.SchemaQueries;
import jirei.engine.schema.StoredCaseReader;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;

/** Looks up the files and cases of an index, and the file of each case. Thread-safe. */
public final class IndexedFileCatalog {
    private final IndexSearcher searcher;

    /** @param reader not closed with this */
    public IndexedFileCatalog(IndexReader reader) {
        this.searcher = new IndexSearcher(reader);
    }

    /** Returns all files by name, in the order of names. */
    Map<String, IndexedFile> all() throws IOException {
        Map<String, IndexedFile> files = new TreeMap<>();
        for (String type : List.of(IndexField.FILE_TYPE, IndexField.FAULTY_FILE_TYPE)) {
            for (Document document : documents(type(type), IndexField.FILE, IndexField.HASH, IndexField.FAULT)) {
                var file = IndexedFile.of(document);
                files.put(file.name(), file);
            }
        }
        return files;
    }

    /**
     * Returns the faults of all files as {@code file:line: problem}, in the order of files and lines, at most {@code
     * limit}.
     */
    public List<String> faults(int limit) throws IOException {
        Map<String, IndexedFile> files = new TreeMap<>();
        for (Document document : documents(type(IndexField.FAULTY_FILE_TYPE), IndexField.FILE, IndexField.FAULT)) {
            var file = IndexedFile.of(document);
            files.put(file.name(), file);
        }
        return files.values().stream()
                .flatMap(file ->
                        file.faults().stream().map(fault -> file.name().isEmpty() ? fault : file.name() + ":" + fault))
                .limit(limit)
                .toList();
    }

    /** Returns the IDs of the cases read from {@code file}. */
    Set<String> casesOf(String file) throws IOException {
        Set<String> ids = new HashSet<>();
        var from = new TermQuery(new Term(IndexField.CASE_FILE.luceneName(), file));
        for (Document document : documents(from, IndexField.CASE_ID)) {
            ids.add(document.get(IndexField.CASE_ID.luceneName()));
        }
        return ids;
    }

    /** Returns the file that the case {@code id} was read from; empty if there is no such case. */
    Optional<String> fileOf(String id) throws IOException {
        return documents(caseQuery(id), IndexField.CASE_FILE).stream()
                .map(document -> document.get(IndexField.CASE_FILE.luceneName()))
                .findFirst();
    }

    /** Returns the case {@code id} as a line of JSON; empty if there is no such case. */
    Optional<String> json(String id) throws IOException {
        ScoreDoc[] hits = searcher.search(caseQuery(id), 1).scoreDocs;
        return hits.length == 0
                ? Optional.empty()
                : Optional.of(new StoredCaseReader(searcher.storedFields()).json(hits[0].doc));
    }

    private static Query caseQuery(String id) {
        return new BooleanQuery.Builder()
                .add(SchemaQueries.allCases(), Occur.FILTER)
                .add(new TermQuery(caseTerm(id)), Occur.FILTER)
                .build();
    }

    /** The term of the documents of the case {@code id}. */
    static Term caseTerm(String id) {
        return new Term(IndexField.CASE_ID.luceneName(), id);
    }

    private static Query type(String type) {
        return new TermQuery(new Term(IndexField.TYPE.luceneName(), type));
    }

    private List<Document> documents(Query query, IndexField... fields) throws IOException {
        Set<String> names = new HashSet<>();
        for (IndexField field : fields) {
            names.add(field.luceneName());
        }
        List<Document> documents = new ArrayList<>();
        int size = Math.max(1, searcher.count(query));
        for (ScoreDoc hit : searcher.search(query, size).scoreDocs) {
            documents.add(searcher.storedFields().document(hit.doc, names));
        }
        return documents;
    }
}
