/**
 * How are cases read from a document without a known layout?
 *
 * <p>{@link jirei.intake.outline.OutlineReader} finds the title, splits the outline into cases and sections, and
 * takes place, year and figures from the lines that {@code FactLines} collects.
 *
 * <p>Depends on {@code cases}, {@code corpus}, {@code intake.layout}, {@code intake.source}, {@code intake.facts},
 * {@code intake.headings}, {@code intake.separation}.
 */
@NullMarked
package jirei.intake.outline;

import org.jspecify.annotations.NullMarked;
