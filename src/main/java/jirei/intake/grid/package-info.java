/**
 * Which cells of a table share a row and a column, and how is each row written so that it can be read alone?
 */
@NullMarked
package jirei.intake.grid;

import org.jspecify.annotations.NullMarked;
