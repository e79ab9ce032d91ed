/**
 * How does a source document become cases?
 *
 * <p>{@link jirei.intake.Intake} reads a file, selects a {@code LayoutReader} by content and returns an
 * {@code ImportResult}. Text that cannot be assigned is reported with its line, never dropped.
 *
 * <p>Depends on {@code cases}, {@code corpus} and the packages below.
 */
@NullMarked
package jirei.intake;

import org.jspecify.annotations.NullMarked;
