/**
 * Which rows and cells does a spreadsheet, CSV or TSV file have?
 *
 * <p>{@link jirei.intake.sheet.Spreadsheet} and {@link jirei.intake.sheet.SeparatedText} return each
 * {@link jirei.intake.sheet.Sheet} as displayed text, with merged cells filled downwards. What the rows mean is decided
 * by {@code intake.table}.
 *
 * <p>Depends on {@code intake.source} and {@code intake.document}.
 */
@NullMarked
package jirei.intake.sheet;

import org.jspecify.annotations.NullMarked;
