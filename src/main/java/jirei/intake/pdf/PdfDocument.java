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

/** Reads PDFs in reading order, with headings detected by bookmarks and fonts. Not thread-safe; {@link #read} is. */
public final class PdfDocument {
    private static final int MAX_BOOKMARKS = 10_000;
    private static final int MAX_BOOKMARK_DEPTH = 6;

    /** The line fragments of a page. */
    private record Fragments(List<PrintedLine> horizontal, List<PrintedLine> vertical) {}

    private final List<Fragments> pages = new ArrayList<>();

    private PdfDocument() {}

    /**
     * Reads a PDF.
     *
     * @throws IOException if the file cannot be read
     * @throws SourceFormatException if it is encrypted or damaged
     * @throws DocumentLimitException if it exceeds the limits
     */
    public static SourceDocument read(SourceFile file, Budget budget) throws IOException, SourceFormatException {
        try (var in = new RandomAccessReadBufferedFile(file.path());
                PDDocument pdf = Loader.loadPDF(
                        in, MemoryUsageSetting.setupTempFileOnly(Limits.MAX_TEMPORARY_BYTES).streamCache)) {
            if (pdf.getNumberOfPages() > Limits.MAX_PAGES || countPages(pdf) > Limits.MAX_PAGES) {
                throw new DocumentLimitException("ページが" + Limits.MAX_PAGES + "を超える");
            }
            SourceDocument document = new PdfDocument().read(file, pdf, budget);
            if (document.blocks().isEmpty() && hasDamagedPage(pdf)) {
                throw UnreadableMessages.damagedPages(file);
            }
            return document;
        } catch (InvalidPasswordException
                | LinkageError e) { // decryption by certificate needs a library that is not included
            throw UnreadableMessages.encrypted(file);
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

    private SourceDocument read(SourceFile file, PDDocument pdf, Budget budget) throws IOException {
        new GlyphExtractor(budget, this::addPage).writeText(pdf, Writer.nullWriter());
        List<PrintedLine> all = ordered(Set.of());
        List<PrintedLine> text = ordered(RunningHeaderDetector.of(horizontalFragments()));
        String title = pdf.getDocumentInformation().getTitle();
        return new SourceDocument(
                file.name(),
                title == null ? "" : title,
                SourceDocument.PAGES,
                new PdfBlockBuilder(text, bookmarks(pdf)).blocks(),
                PdfBlockBuilder.asLines(all));
    }

    private void addPage(GlyphExtractor.Page page) {
        pages.add(new Fragments(
                LineBuilder.of(page.number(), page.horizontal()), LineBuilder.of(page.number(), page.vertical())));
    }

    private List<List<PrintedLine>> horizontalFragments() {
        return pages.stream().map(Fragments::horizontal).toList();
    }

    /** Returns the lines of all pages in reading order, except the fragments {@code excluded}. */
    private List<PrintedLine> ordered(Set<PrintedLine> excluded) {
        List<PrintedLine> lines = new ArrayList<>();
        for (Fragments page : pages) {
            for (List<PrintedLine> fragments : List.of(page.horizontal(), page.vertical())) {
                int column = lines.isEmpty() ? 0 : lines.getLast().column();
                List<PrintedLine> kept = fragments.stream()
                        .filter(fragment -> !excluded.contains(fragment))
                        .toList();
                lines.addAll(ColumnDetector.order(kept, column));
            }
        }
        return lines;
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
