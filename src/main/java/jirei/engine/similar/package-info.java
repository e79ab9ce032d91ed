/**
 * Which sections, cases and regions are similar?
 *
 * <p>{@link jirei.engine.similar.MoreLikeThisSearch} searches by {@link jirei.engine.similar.SignificantTerms};
 * {@link jirei.engine.similar.RegionSimilaritySearch} compares figures of regions.
 *
 * <p>Depends on {@code cases}, {@code analysis}, {@code search}, {@code engine.backend}, {@code engine.schema},
 * {@code engine.query}, {@code engine.sort} and {@code engine.highlight}.
 */
@NullMarked
package jirei.engine.similar;

import org.jspecify.annotations.NullMarked;
