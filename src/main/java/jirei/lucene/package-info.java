/**
 * How is the embedded index opened, kept current and searched?
 *
 * <p>{@link jirei.lucene.EmbeddedIndex} opens, updates and rebuilds the index folder; {@link
 * jirei.lucene.IndexMaintainer} keeps it current in the background while an engine serves searches.
 *
 * <p>Depends on {@code engine} and the packages before it, {@code lucene.index} and {@code lucene.search}.
 */
@NullMarked
package jirei.lucene;

import org.jspecify.annotations.NullMarked;
