/**
 * Where does a query match inside a text?
 *
 * <p>{@link jirei.engine.highlight.MatchFinder} finds match offsets, {@link jirei.engine.highlight.SectionHighlighter}
 * selects passages, {@link jirei.engine.highlight.HitLoader} loads hits with snippets.
 *
 * <p>Depends on {@code cases}, {@code analysis}, {@code query}, {@code search}, {@code engine.backend},
 * {@code engine.schema} and {@code engine.query}.
 */
@NullMarked
package jirei.engine.highlight;

import org.jspecify.annotations.NullMarked;
