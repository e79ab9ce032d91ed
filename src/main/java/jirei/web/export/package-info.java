/**
 * What is found leaves the program in files: tables (CSV, Excel), text to read (Markdown) and references (RIS, BibTeX).
 *
 * <p>{@link jirei.web.export.ExportFormat} opens a {@link jirei.web.export.SectionWriter} or a
 * {@link jirei.web.export.TableWriter} on a stream; both write as they are told and hold nothing back, so that thousands of
 * sections need no more memory than one.
 *
 * <p>Depends on {@code cases} and {@code web.page}.
 */
@NullMarked
package jirei.web.export;

import org.jspecify.annotations.NullMarked;
