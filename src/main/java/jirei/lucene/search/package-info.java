/**
 * How does Lucene evaluate sets, scores, facets and groups?
 *
 * <p>{@link jirei.lucene.search.LuceneBackend} implements the search backend, {@code SectionBits} evaluates queries to
 * bit sets, {@link jirei.lucene.search.SumScoreQuery} scores top documents, {@link jirei.lucene.search.FacetCounter}
 * counts facets by section and case.
 *
 * <p>Depends on {@code engine} and the packages before it.
 */
@NullMarked
package jirei.lucene.search;

import org.jspecify.annotations.NullMarked;
