/**
 * How does a search without hits go on?
 *
 * <p>{@link jirei.engine.advice.NoHitsAdvisor} names what prevents hits, such as a place without cases or a filter, and
 * counts other searches that find something. It executes them as the engine would, so its counts are those of the results.
 *
 * <p>Depends on {@code cases}, {@code query}, {@code search} and the packages of {@code engine} that match and correct queries.
 */
@NullMarked
package jirei.engine.advice;

import org.jspecify.annotations.NullMarked;
