/**
 * How do search results leave the program as files?
 *
 * <p>{@link jirei.web.export.ExportFormat} opens a {@link jirei.web.export.SectionWriter} or a
 * {@link jirei.web.export.TableWriter} on a stream: CSV, Excel, Markdown, RIS, BibTeX. Writers stream and hold one section at most.
 *
 * <p>Depends on {@code cases} and {@code web.page}.
 */
@NullMarked
package jirei.web.export;

import org.jspecify.annotations.NullMarked;
