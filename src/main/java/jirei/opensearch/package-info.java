/**
 * How is the same search answered by an OpenSearch cluster?
 *
 * <p>Lucene queries, sorts and documents are translated to the query DSL and back; what they mean is decided in {@code engine}.
 * {@link jirei.opensearch.ClusterClient} retries and fails over between nodes.
 *
 * <p>Depends on {@code engine} and the packages before it.
 */
@NullMarked
package jirei.opensearch;

import org.jspecify.annotations.NullMarked;
