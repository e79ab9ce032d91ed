/**
 * What does a page draw, and which glyphs are a line?
 *
 * <p>Depends on {@code intake.source}.
 */
@NullMarked
package jirei.intake.page;

import org.jspecify.annotations.NullMarked;
