/**
 * How is the embedded index opened, kept current and searched?
 *
 * <p>{@code EmbeddedIndex} opens, updates and rebuilds the index folder; {@code IndexMaintainer} keeps it
 * current in the background while an engine answers.
 *
 * <p>Depends on {@code engine} and the packages before it, {@code lucene.index} and {@code lucene.search}.
 */
@NullMarked
package jirei.lucene;

import org.jspecify.annotations.NullMarked;
