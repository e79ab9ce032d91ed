/**
 * The embedded engine behind {@code search}: fields, index writing, searching, facets, snippets.
 *
 * <p>Depends on {@code cases}, {@code corpus}, {@code analysis}, {@code query} and {@code search}.
 */
@NullMarked
package jirei.lucene;

import org.jspecify.annotations.NullMarked;
