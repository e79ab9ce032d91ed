/**
 * Which sections, cases and regions are similar?
 *
 * <p>{@link jirei.engine.similar.MoreLikeThisSearch} searches by {@link jirei.engine.similar.SignificantTerms};
 * {@link jirei.engine.similar.RegionSimilaritySearch} compares figures of regions.
 *
 * <p>Depends on {@code engine.query}, {@code engine.sort} and the packages before them.
 */
@NullMarked
package jirei.engine.similar;

import org.jspecify.annotations.NullMarked;
