/**
 * How does an OpenSearch cluster give the same results as the embedded index?
 *
 * <p>Lucene queries, sorts and documents are translated to the query DSL and back; their meaning is decided in {@code
 * engine}. {@link jirei.opensearch.ClusterClient} retries and fails over between nodes.
 *
 * <p>Depends on {@code cases}, {@code analysis}, {@code query}, {@code search}, {@code corpus}, {@code corpus.text},
 * {@code corpus.lexicon}, {@code engine}, {@code engine.backend}, {@code engine.schema}, {@code engine.query},
 * {@code engine.sort} and {@code engine.vocabulary}.
 */
@NullMarked
package jirei.opensearch;

import org.jspecify.annotations.NullMarked;
