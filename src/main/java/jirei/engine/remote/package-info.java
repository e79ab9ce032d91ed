/**
 * How is a back end in another process searched in few round trips?
 *
 * <p>{@link jirei.engine.remote.BatchedEvaluation} runs a computation with placeholder counts and fetches all missing counts in one
 * request.
 *
 * <p>Depends on the other packages of {@code engine}.
 */
@NullMarked
package jirei.engine.remote;

import org.jspecify.annotations.NullMarked;
