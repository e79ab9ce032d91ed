/**
 * How does a source document become cases?
 *
 * <p>{@link jirei.intake.Intake} reads a file, selects a {@link jirei.intake.layout.LayoutReader} by content and
 * returns an {@link jirei.intake.layout.ImportResult}. Text that cannot be assigned is reported with its line, never
 * dropped.
 *
 * <p>Depends on {@code cases}, {@code corpus} and the packages below.
 */
@NullMarked
package jirei.intake;

import org.jspecify.annotations.NullMarked;
