/**
 * What must a back end provide?
 *
 * <p>Sets of matching sections ({@link jirei.engine.backend.DocSet}), counts and top documents
 * ({@link jirei.engine.backend.IndexAccess}), and existence checks ({@link jirei.engine.backend.MatchProbe}).
 *
 * <p>Depends on {@code search}.
 */
@NullMarked
package jirei.engine.backend;

import org.jspecify.annotations.NullMarked;
