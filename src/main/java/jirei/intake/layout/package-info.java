/**
 * What does a layout reader receive, and what does it return?
 *
 * <p>{@link jirei.intake.source.SourceDocument} goes in, {@link jirei.intake.layout.ImportResult} comes out; identifiers,
 * region figures and string similarity are shared by all layouts.
 *
 * <p>Depends on {@code cases} and {@code corpus}.
 */
@NullMarked
package jirei.intake.layout;

import org.jspecify.annotations.NullMarked;
