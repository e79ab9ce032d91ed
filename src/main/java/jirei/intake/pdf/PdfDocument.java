package jirei.intake.pdf;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashSet;
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
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;

/** Reads PDFs: their text as printed, bookmarks and type sizes as hints to headings. */
public final class PdfDocument {
    private static final int MAX_BOOKMARKS = 10_000;
    private static final int MAX_BOOKMARK_DEPTH = 6;

    /** The pieces of lines on a page, upright ones apart. */
    private record Pieces(List<PrintedLine> horizontal, List<PrintedLine> vertical) {}

    private final List<Pieces> pages = new ArrayList<>();

    private PdfDocument() {}

    public static SourceDocument read(SourceFile file, Budget budget) throws IOException, SourceFormatException {
        try (var in = new RandomAccessReadBufferedFile(file.path());
                PDDocument pdf = Loader.loadPDF(in, IOUtils.createTempFileOnlyStreamCache())) {
            if (pdf.getNumberOfPages() > Limits.MAX_PAGES) {
                throw new DocumentLimitException("ページが" + Limits.MAX_PAGES + "を超える");
            }
            return new PdfDocument().read(file, pdf, budget);
        } catch (InvalidPasswordException | LinkageError e) { // certificates take a library that we leave out
            throw UnreadableMessages.encrypted(file);
        } catch (DocumentLimitException e) {
            throw e;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw UnreadableMessages.broken(file, Format.PDF);
        }
    }

    private SourceDocument read(SourceFile file, PDDocument pdf, Budget budget) throws IOException {
        new GlyphExtractor(budget, this::take).writeText(pdf, Writer.nullWriter());
        List<PrintedLine> all = ordered(Set.of());
        List<PrintedLine> text = ordered(RunningHeaderDetector.of(inHeight()));
        String title = pdf.getDocumentInformation().getTitle();
        return new SourceDocument(
                file.name(),
                title == null ? "" : title,
                "ページ",
                new PdfBlockBuilder(text, bookmarks(pdf)).blocks(),
                PdfBlockBuilder.asLines(all));
    }

    private void take(GlyphExtractor.Page page) {
        pages.add(new Pieces(
                LineBuilder.of(page.number(), page.horizontal()), LineBuilder.of(page.number(), page.vertical())));
    }

    private List<List<PrintedLine>> inHeight() {
        return pages.stream().map(Pieces::horizontal).toList();
    }

    /** The lines of all pages in reading order, but for those left out. */
    private List<PrintedLine> ordered(Set<PrintedLine> leftOut) {
        List<PrintedLine> lines = new ArrayList<>();
        for (Pieces page : pages) {
            for (List<PrintedLine> pieces : List.of(page.horizontal(), page.vertical())) {
                int column = lines.isEmpty() ? 0 : lines.getLast().column();
                List<PrintedLine> kept = pieces.stream()
                        .filter(piece -> !leftOut.contains(piece))
                        .toList();
                lines.addAll(ColumnDetector.order(kept, column));
            }
        }
        return lines;
    }

    /** The bookmarks' titles without blanks and signs, each with its depth from 1. */
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
            boolean isNew = seen.add(item.getCOSObject()); // broken outlines run in circles
            if (!isNew || seen.size() > MAX_BOOKMARKS) {
                return;
            }
            String title = JapaneseText.bare(String.valueOf(item.getTitle()));
            if (!title.isEmpty()) {
                depths.putIfAbsent(title, depth);
            }
            if (depth < MAX_BOOKMARK_DEPTH) {
                addBookmarks(item, depth + 1, depths, seen);
            }
        }
    }
}
