package jirei.intake.document;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;

/** Reads PDFs: their text as printed, bookmarks and type sizes as hints to headings. */
final class PdfDocument {
    private static final int MOST_BOOKMARKS = 10_000;
    private static final int DEEPEST_BOOKMARK = 6;

    private final List<PrintedLine> lines = new ArrayList<>();
    private final List<List<PrintedLine>> edges = new ArrayList<>();

    private PdfDocument() {}

    static SourceDocument read(SourceFile file, Budget budget) throws IOException, SourceFormatException {
        try (var in = new RandomAccessReadBufferedFile(file.path());
                PDDocument pdf = Loader.loadPDF(in, IOUtils.createTempFileOnlyStreamCache())) {
            if (pdf.getNumberOfPages() > Limits.MOST_PAGES) {
                throw new OverLimitException("ページが" + Limits.MOST_PAGES + "を超える");
            }
            return new PdfDocument().read(file, pdf, budget);
        } catch (InvalidPasswordException e) {
            throw Unreadable.encrypted(file);
        } catch (OverLimitException e) {
            throw e;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw Unreadable.broken(file, Format.PDF);
        }
    }

    private SourceDocument read(SourceFile file, PDDocument pdf, Budget budget) throws IOException {
        new PageGlyphs(budget, this::take).writeText(pdf, Writer.nullWriter());
        Set<PrintedLine> running = RunningLines.of(edges);
        List<PrintedLine> text =
                lines.stream().filter(line -> !running.contains(line)).toList();
        String title = pdf.getDocumentInformation().getTitle();
        return new SourceDocument(
                file.name(),
                title == null ? "" : title,
                "ページ",
                new PdfBlocks(text, bookmarks(pdf)).blocks(),
                PdfBlocks.asLines(lines));
    }

    private void take(PageGlyphs.Page page) {
        int from = lines.size();
        lines.addAll(PageColumns.order(PageLines.of(page.number(), page.horizontal()), column()));
        List<PrintedLine> inHeight = new ArrayList<>(lines.subList(from, lines.size()));
        inHeight.sort(Comparator.comparingDouble(PrintedLine::across));
        edges.add(inHeight);
        lines.addAll(PageColumns.order(PageLines.of(page.number(), page.vertical()), column()));
    }

    private int column() {
        return lines.isEmpty() ? 0 : lines.getLast().column();
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
            if (!isNew || seen.size() > MOST_BOOKMARKS) {
                return;
            }
            String title = JapaneseText.bare(String.valueOf(item.getTitle()));
            if (!title.isEmpty()) {
                depths.putIfAbsent(title, depth);
            }
            if (depth < DEEPEST_BOOKMARK) {
                addBookmarks(item, depth + 1, depths, seen);
            }
        }
    }
}
