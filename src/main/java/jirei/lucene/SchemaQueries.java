package jirei.lucene;

import jirei.query.Facet;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Queries for the fields of the schema, independent of a request. Stateless. */
final class SchemaQueries {
    private SchemaQueries() {}

    /** Matches every section document. */
    static Query allSections() {
        return new TermQuery(new Term(IndexField.TYPE.luceneName(), IndexField.SECTION_TYPE));
    }

    /** Matches every case document. */
    static Query allCases() {
        return new TermQuery(new Term(IndexField.TYPE.luceneName(), IndexField.CASE_TYPE));
    }

    /** Matches the sections in which {@code facet} has {@code value}. */
    static Query facetValue(Facet facet, String value) {
        return new TermQuery(new Term(CaseDocuments.facetName(facet), value));
    }
}
