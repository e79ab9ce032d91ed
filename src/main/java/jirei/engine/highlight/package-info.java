/**
 * Where does a query match inside a text?
 *
 * <p>{@link jirei.engine.highlight.MatchFinder} finds match offsets, {@link jirei.engine.highlight.SectionHighlighter}
 * selects passages, {@link jirei.engine.highlight.HitLoader} loads hits with snippets.
 *
 * <p>Depends on {@code engine.query}, {@code engine.sort} and the packages before them.
 */
@NullMarked
package jirei.engine.highlight;

import org.jspecify.annotations.NullMarked;
