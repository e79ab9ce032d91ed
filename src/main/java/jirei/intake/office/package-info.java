/**
 * Which paragraphs, headings, table rows and notes does a word processing document have?
 *
 * <p>{@link jirei.intake.office.WordDocument} reads docx and {@link jirei.intake.office.OpenDocumentText} odt files as
 * {@link jirei.intake.office.OfficeElement}s; {@link jirei.intake.office.OfficeOutline} finds title and headings among
 * them and leaves out tables of contents.
 *
 * <p>Depends on {@code intake.source}.
 */
@NullMarked
package jirei.intake.office;

import org.jspecify.annotations.NullMarked;
