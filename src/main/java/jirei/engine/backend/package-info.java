/**
 * What must a back end provide?
 *
 * <p>{@link jirei.engine.backend.SearchBackend} is the interface of a back end: it matches, counts, sorts and loads
 * documents over one snapshot. {@link jirei.engine.backend.DocSets} combines sets of matching sections in the
 * representation of the back end.
 *
 * <p>Depends on {@code cases}, {@code query} and {@code search}.
 */
@NullMarked
package jirei.engine.backend;

import org.jspecify.annotations.NullMarked;
