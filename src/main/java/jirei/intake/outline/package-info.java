/**
 * How are cases read from a document without a known layout?
 *
 * <p>{@link jirei.intake.outline.OutlineReader} finds the title, splits the outline into cases and sections, and
 * extracts place, year and figures ({@link jirei.intake.outline.CaseMetadataExtractor}).
 *
 * <p>Depends on {@code cases}, {@code corpus}, {@code intake.layout}, {@code intake.source}.
 */
@NullMarked
package jirei.intake.outline;

import org.jspecify.annotations.NullMarked;
