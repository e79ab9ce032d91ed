/**
 * How do the rows of a table become cases?
 *
 * <p>{@link jirei.intake.table.CaseTableReader} finds the header of each sheet ({@link jirei.intake.table.HeaderFinder}),
 * matches its columns with the fields of a case by name and content ({@link jirei.intake.table.ColumnMapping}) and builds
 * a case from each row.
 *
 * <p>Depends on {@code cases}, {@code corpus.lexicon}, {@code intake.source}, {@code intake.layout} and
 * {@code intake.sheet}.
 */
@NullMarked
package jirei.intake.table;

import org.jspecify.annotations.NullMarked;
