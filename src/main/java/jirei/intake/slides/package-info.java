/**
 * Which titles, texts and notes do the slides of a presentation have, in which order?
 *
 * <p>{@link jirei.intake.slides.PowerPointSlides} reads pptx and {@link jirei.intake.slides.OpenDocumentSlides} odp
 * files as {@link jirei.intake.slides.Slide}s, which order their boxes by position.
 *
 * <p>Depends on {@code intake.source}.
 */
@NullMarked
package jirei.intake.slides;

import org.jspecify.annotations.NullMarked;
