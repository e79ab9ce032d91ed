/**
 * How is a table of municipal statistics read?
 *
 * <p>{@link jirei.corpus.statistics.RegionTable} reads the bundled table and tables of the user, and reports every
 * fault by line.
 *
 * <p>Depends on {@code cases} and {@code corpus.text}.
 */
@NullMarked
package jirei.corpus.statistics;

import org.jspecify.annotations.NullMarked;
