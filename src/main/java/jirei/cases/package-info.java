/**
 * What a case is: a {@link jirei.cases.CaseStudy} with its {@link jirei.cases.Section}s, the place it comes from and where
 * that place stands ({@link jirei.cases.RegionFigures}).
 *
 * <p>Records that check themselves: whoever holds one may rely on it. Nothing here reads a file, but for the
 * list of {@link jirei.cases.Municipality municipalities} that the program brings along, or knows how a case is searched.
 *
 * <p>Depends on nothing.
 */
@NullMarked
package jirei.cases;

import org.jspecify.annotations.NullMarked;
