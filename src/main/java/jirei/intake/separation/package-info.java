/**
 * Where do the cases of a document start and end?
 *
 * <p>{@link jirei.intake.separation.CaseSeparators} finds what repeats in the same shape: headers with a number, places,
 * forms; {@link jirei.intake.separation.RowCases} reads the rows of tables. A
 * {@link jirei.intake.separation.SplitRule} of the user overrides both.
 *
 * <p>Depends on {@code cases}, {@code intake.source}, {@code intake.facts}, {@code intake.headings}.
 */
@NullMarked
package jirei.intake.separation;

import org.jspecify.annotations.NullMarked;
