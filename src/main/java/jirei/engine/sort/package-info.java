/**
 * In what order are hits, cases and facet values returned?
 *
 * <p>Every order is total. {@link jirei.engine.sort.HitSorts} and {@link jirei.engine.sort.CaseSorts} are Lucene sorts,
 * {@link jirei.engine.sort.FacetCountOrder} orders facet values.
 *
 * <p>Depends on {@code cases}, {@code query}, {@code search}, {@code corpus.lexicon} and {@code engine.schema}.
 */
@NullMarked
package jirei.engine.sort;

import org.jspecify.annotations.NullMarked;
