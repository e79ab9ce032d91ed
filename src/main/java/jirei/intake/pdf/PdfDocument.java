package jirei.intake.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jirei.intake.ocr.Ocr;
import jirei.intake.order.RuledTables;
import jirei.intake.order.RuledTables.Grid;
import jirei.intake.order.RunningHeaderDetector;
import jirei.intake.page.Content;
import jirei.intake.page.Glyph;
import jirei.intake.page.LineBuilder;
import jirei.intake.page.Page;
import jirei.intake.page.PrintedLine;
import jirei.intake.source.Budget;
import jirei.intake.source.DocumentLimitException;
import jirei.intake.source.Format;
import jirei.intake.source.JapaneseText;
import jirei.intake.source.Limits;
import jirei.intake.source.SourceDocument;
import jirei.intake.source.SourceFile;
import jirei.intake.source.SourceFormatException;
import jirei.intake.source.UnreadableMessages;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;

/** Reads PDFs in reading order, with headings detected by structure, bookmarks and fonts. Stateless. */
public final class PdfDocument {
    private static final int MAX_BOOKMARKS = 10_000;
    private static final int MAX_BOOKMARK_DEPTH = 6;

    private PdfDocument() {}

    /**
     * Reads a PDF.
     *
     * @param ocr reads the pages that are pictures
     * @throws IOException if the file cannot be read
     * @throws SourceFormatException if it is encrypted or damaged
     * @throws DocumentLimitException if it exceeds the limits
     */
    public static SourceDocument read(SourceFile file, Budget budget, Ocr ocr)
            throws IOException, SourceFormatException {
        return open(file, pdf -> {
            SourceDocument document = read(file, pdf, budget, ocr);
            if (document.blocks().isEmpty() && hasDamagedPage(pdf)) {
                throw UnreadableMessages.damagedPages(file);
            }
            return document;
        });
    }

    /** What is done with an open PDF. */
    @FunctionalInterface
    interface Task<T> {
        T run(PDDocument pdf) throws IOException, SourceFormatException;
    }

    /**
     * Runs {@code task} with the open PDF.
     *
     * @throws IOException if the file cannot be read
     * @throws SourceFormatException if it is encrypted or damaged, or the task throws this
     * @throws DocumentLimitException if it exceeds the limits
     */
    static <T> T open(SourceFile file, Task<T> task) throws IOException, SourceFormatException {
        try (var in = new RandomAccessReadBufferedFile(file.path());
                PDDocument pdf = Loader.loadPDF(
                        in, MemoryUsageSetting.setupTempFileOnly(Limits.MAX_TEMPORARY_BYTES).streamCache)) {
            if (pdf.getNumberOfPages() > Limits.MAX_PAGES || countPages(pdf) > Limits.MAX_PAGES) {
                throw new DocumentLimitException("ページが" + Limits.MAX_PAGES + "を超える");
            }
            return task.run(pdf);
        } catch (InvalidPasswordException e) {
            throw UnreadableMessages.encrypted(file);
        } catch (LinkageError e) { // decryption by certificate needs a library that is not included
            throw UnreadableMessages.unsupported(file, Format.PDF);
        } catch (DocumentLimitException e) {
            throw e;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw UnreadableMessages.corrupt(file, Format.PDF);
        }
    }

    /** Returns whether a page has contents that cannot be decoded at all. PDFBox takes them for empty. */
    private static boolean hasDamagedPage(PDDocument pdf) {
        for (PDPage page : pdf.getPages()) {
            for (Iterator<PDStream> streams = page.getContentStreams(); streams.hasNext(); ) {
                COSStream stream = streams.next().getCOSObject();
                if (stream.getLength() > 0 && !isReadable(stream)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isReadable(COSStream stream) {
        try (InputStream contents = stream.createInputStream()) {
            return contents.read() >= 0;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Counts the nodes of the page tree, of which the pages are at least half in a sound document, up to twice the
     * limit of pages. The tree may name a node many times, and declare fewer pages than it has.
     */
    private static int countPages(PDDocument pdf) {
        Deque<COSDictionary> open = new ArrayDeque<>();
        open.push(pdf.getPages().getCOSObject());
        int nodes = 0;
        while (!open.isEmpty() && nodes <= 2 * Limits.MAX_PAGES) {
            nodes++;
            COSArray kids = open.pop().getCOSArray(COSName.KIDS);
            for (int at = 0; kids != null && at < kids.size() && open.size() <= 2 * Limits.MAX_PAGES; at++) {
                if (kids.getObject(at) instanceof COSDictionary kid) {
                    open.push(kid);
                }
            }
        }
        return (nodes + 1) / 2;
    }

    private static SourceDocument read(SourceFile file, PDDocument pdf, Budget budget, Ocr ocr)
            throws IOException, SourceFormatException {
        List<Page> printed = new ArrayList<>();
        var extractor = new GlyphExtractor(budget, page -> {
            printed.add(page);
            ocr.reportPrinted(page.number(), pdf.getNumberOfPages());
        });
        extractor.writeText(pdf, Writer.nullWriter());
        ScannedPages.Result read = ScannedPages.read(pdf, printed, extractor.pagesWithHiddenText(), ocr, budget);
        List<Page> glyphs = read.pages();
        Set<PrintedLine> repeated = RunningHeaderDetector.of(
                glyphs.stream()
                        .map(page -> LineBuilder.of(page.number(), page.horizontal()))
                        .toList(),
                glyphs.stream()
                        .map(page -> LineBuilder.of(page.number(), page.vertical()))
                        .toList(),
                glyphs.stream()
                        .mapToDouble(page -> page.drawing().width())
                        .max()
                        .orElse(0));
        Set<PrintedLine> running = outsideTables(repeated, glyphs);
        List<Content> contents = StructureTree.contents(pdf, budget);
        List<Page> own = withoutRunning(glyphs, running, contents);
        var order = new ReadingOrder(contents, bookmarks(pdf));
        ReadingOrder.Result result = order.read(own);
        if (result.blocks().isEmpty()) {
            SourceFormatException other = UnreadableMessages.withoutText(file, Format.PDF);
            throw hasDamagedPage(pdf)
                    ? UnreadableMessages.damagedPages(file)
                    : read.report().withoutText(file, other);
        }
        String title = pdf.getDocumentInformation().getTitle();
        return new SourceDocument(
                file.name(),
                title == null ? "" : title,
                SourceDocument.PAGES,
                result.blocks(),
                List.of(),
                new SourceDocument.Print(
                        order.cellwise(own, result.isByTree()),
                        repeated.stream()
                                .map(PrintedLine::text)
                                .distinct()
                                .sorted()
                                .toList()),
                PdfRemarks.of(glyphs, running, read.report(), result),
                read.confidence());
    }

    /** Returns the running headers and footers that are not in a table. */
    private static Set<PrintedLine> outsideTables(Set<PrintedLine> running, List<Page> pages) {
        Map<Integer, List<Grid>> grids =
                pages.stream().collect(Collectors.toMap(Page::number, page -> RuledTables.of(page.drawing())));
        return running.stream()
                .filter(line ->
                        grids.getOrDefault(line.page(), List.of()).stream().noneMatch(grid -> grid.contains(line)))
                .collect(Collectors.toSet());
    }

    /** Returns the pages without the glyphs of running headers and footers; the cells of tables are none. */
    private static List<Page> withoutRunning(List<Page> pages, Set<PrintedLine> running, List<Content> contents) {
        Map<Integer, List<PrintedLine>> byPage = running.stream().collect(Collectors.groupingBy(PrintedLine::page));
        Map<Integer, Set<Integer>> cells = contents.stream()
                .filter(content -> content.tag().isCell())
                .collect(Collectors.groupingBy(Content::page, Collectors.mapping(Content::mark, Collectors.toSet())));
        return pages.stream()
                .map(page -> {
                    Set<Integer> cellMarks = cells.getOrDefault(page.number(), Set.of());
                    List<PrintedLine> own = byPage.getOrDefault(page.number(), List.of());
                    return new Page(
                            page.number(),
                            outside(own, page.horizontal(), cellMarks),
                            outside(own, page.vertical(), cellMarks),
                            page.drawing());
                })
                .toList();
    }

    private static List<Glyph> outside(List<PrintedLine> lines, List<Glyph> glyphs, Set<Integer> cellMarks) {
        return lines.isEmpty()
                ? glyphs
                : glyphs.stream()
                        .filter(glyph -> cellMarks.contains(glyph.mark())
                                || lines.stream().noneMatch(line -> line.contains(glyph)))
                        .toList();
    }

    /** Returns the depth of each bookmark, from 1, by its normalized title. */
    private static Map<String, Integer> bookmarks(PDDocument pdf) {
        Map<String, Integer> depths = new LinkedHashMap<>();
        PDOutlineNode root = pdf.getDocumentCatalog().getDocumentOutline();
        if (root != null) {
            addBookmarks(root, 1, depths, new HashSet<>());
        }
        return depths;
    }

    private static void addBookmarks(PDOutlineNode node, int depth, Map<String, Integer> depths, Set<Object> seen) {
        for (PDOutlineItem item : node.children()) {
            boolean isNew = seen.add(item.getCOSObject()); // a damaged outline may have cycles
            if (!isNew || seen.size() > MAX_BOOKMARKS) {
                return;
            }
            String title = JapaneseText.comparisonKey(String.valueOf(item.getTitle()));
            if (!title.isEmpty()) {
                depths.putIfAbsent(title, depth);
            }
            if (depth < MAX_BOOKMARK_DEPTH) {
                addBookmarks(item, depth + 1, depths, seen);
            }
        }
    }
}
