/**
 * Which blocks of a document are its title, its headings, its contents page, and where do its cases start?
 *
 * <p>Steps over the blocks of any format, each usable alone: {@link jirei.intake.structure.ContentsPage},
 * {@link jirei.intake.structure.NumberedHeadings}, {@link jirei.intake.structure.HeadingRules},
 * {@link jirei.intake.structure.CaseSeparators}, {@link jirei.intake.structure.Cover}.
 *
 * <p>Depends on {@code cases}, {@code intake.source}, {@code intake.facts}.
 */
@NullMarked
package jirei.intake.structure;

import org.jspecify.annotations.NullMarked;
