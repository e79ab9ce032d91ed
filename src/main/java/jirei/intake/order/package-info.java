/**
 * In which order are the lines of the pages read, which are tables, and which are no content?
 *
 * <p>Depends on {@code intake.page}, {@code intake.source}.
 */
@NullMarked
package jirei.intake.order;

import org.jspecify.annotations.NullMarked;
