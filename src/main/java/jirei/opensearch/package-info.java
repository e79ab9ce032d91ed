/**
 * The distributed engine: the same search over an index that an OpenSearch cluster holds. Lucene's queries, orders and documents are
 * translated; what they are is decided where the embedded engine decides it.
 */
@NullMarked
package jirei.opensearch;

import org.jspecify.annotations.NullMarked;
