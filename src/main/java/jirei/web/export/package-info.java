/**
 * How are results written to files?
 *
 * <p>{@link jirei.web.export.ExportFormat} opens a {@link jirei.web.export.SectionWriter} or a
 * {@link jirei.web.export.TableWriter} on a stream: CSV, Excel, Word, Markdown, RIS, BibTeX. Writers stream: they
 * hold at most one section in memory, Excel at most 50 rows; only a Word document is held as a whole, and bounded. Feeds
 * and charts are small enough for memory.
 *
 * <p>Depends on {@code cases}, {@code web.page}, {@code web.page.charts} and {@code web.page.compare}.
 */
@NullMarked
package jirei.web.export;

import org.jspecify.annotations.NullMarked;
