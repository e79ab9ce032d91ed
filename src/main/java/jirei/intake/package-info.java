/**
 * How a source document becomes cases: one reader a layout, chosen by content.
 *
 * <p>What could not be placed is reported with its line, never dropped silently.
 *
 * <p>Depends on {@code cases} and {@code corpus}.
 */
@NullMarked
package jirei.intake;

import org.jspecify.annotations.NullMarked;
