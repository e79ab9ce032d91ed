/**
 * How does an OpenSearch cluster give the same results as the embedded index?
 *
 * <p>Lucene queries, sorts and documents are translated to the query DSL and back; their meaning is decided in {@code
 * engine}. {@link jirei.opensearch.ClusterClient} retries and fails over between nodes.
 *
 * <p>Depends on {@code engine} and the packages before it.
 */
@NullMarked
package jirei.opensearch;

import org.jspecify.annotations.NullMarked;
