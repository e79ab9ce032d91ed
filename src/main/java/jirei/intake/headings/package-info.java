/**
 * Which blocks of a document are its title, its headings and its contents page?
 *
 * <p>Steps over the blocks of any format, each usable alone: {@link jirei.intake.headings.ContentsPage},
 * {@link jirei.intake.headings.NumberedHeadings}, {@link jirei.intake.headings.HeadingRules},
 * {@link jirei.intake.headings.Cover}, {@link jirei.intake.headings.TitleLine}.
 *
 * <p>Depends on {@code intake.source}, {@code intake.facts}.
 */
@NullMarked
package jirei.intake.headings;

import org.jspecify.annotations.NullMarked;
