/**
 * How are results written to files?
 *
 * <p>{@link jirei.web.export.ExportFormat} opens a {@link jirei.web.export.SectionWriter} or a
 * {@link jirei.web.export.TableWriter} on a stream: CSV, Excel, Markdown, RIS, BibTeX. Writers stream: they hold at
 * most one section in memory, Excel at most 50 rows.
 *
 * <p>Depends on {@code cases} and {@code web.page.compare}.
 */
@NullMarked
package jirei.web.export;

import org.jspecify.annotations.NullMarked;
