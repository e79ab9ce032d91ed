/**
 * How are cases read from a collection in the 見える化 layout?
 *
 * <p>In steps: classify lines ({@link jirei.intake.mieruka.LineGroupType}), split the cases
 * ({@link jirei.intake.mieruka.CaseSplitter}), parse the front page and the body, align headings with texts
 * ({@link jirei.intake.mieruka.HeadingAligner}), assemble sections and report doubts
 * ({@link jirei.intake.mieruka.WarningMessages}).
 *
 * <p>Depends on {@code cases}, {@code corpus} and {@code intake.layout}.
 */
@NullMarked
package jirei.intake.mieruka;

import org.jspecify.annotations.NullMarked;
