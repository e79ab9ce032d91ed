package jirei.engine.schema;

import java.util.Collection;
import jirei.query.Facet;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** Queries for the fields of the schema, independent of a request. Stateless. */
public final class SchemaQueries {
    private SchemaQueries() {}

    /** Matches every section document. */
    public static Query allSections() {
        return new TermQuery(new Term(IndexField.TYPE.luceneName(), IndexField.SECTION_TYPE));
    }

    /** Matches the first section of every case. */
    public static Query firstSections() {
        return new TermQuery(new Term(IndexField.TYPE.luceneName(), IndexField.FIRST_SECTION_TYPE));
    }

    /** Matches the sections and the documents of the cases {@code ids}. */
    public static Query caseIds(Collection<String> ids) {
        return new TermInSetQuery(
                IndexField.CASE_ID.luceneName(), ids.stream().map(BytesRef::new).toList());
    }

    /** Matches every case document. */
    public static Query allCases() {
        return new TermQuery(new Term(IndexField.TYPE.luceneName(), IndexField.CASE_TYPE));
    }

    /** Matches the sections with {@code value} in {@code facet}. */
    public static Query facetValue(Facet facet, String value) {
        return new TermQuery(new Term(CaseDocumentMapper.facetName(facet), value));
    }
}
