/**
 * What does a case say about its place, its year and its region?
 *
 * <p>{@link jirei.intake.facts.CaseFacts} decides by the strong places of a text, in their order: labels, title,
 * header, cover. {@link jirei.intake.facts.PlaceName}, {@link jirei.intake.facts.FiscalYear} and
 * {@link jirei.intake.facts.FigureScanner} read a single line.
 *
 * <p>Depends on {@code cases}, {@code intake.source}.
 */
@NullMarked
package jirei.intake.facts;

import org.jspecify.annotations.NullMarked;
