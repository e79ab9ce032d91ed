package jirei.intake.pdf;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jirei.intake.page.Glyph;
import jirei.intake.page.Page;
import jirei.intake.page.PrintedLine;
import jirei.intake.source.JapaneseText;
import jirei.intake.source.SourceDocument.Remark;

/** Writes the remarks on what a PDF lost or had left out. Stateless. */
final class PdfRemarks {
    private static final int MAX_LISTED = 5;
    private static final int MAX_LISTED_LENGTH = 30;
    private static final int MAX_LISTED_PAGES = 2;

    private PdfRemarks() {}

    /**
     * Returns the remarks, in the order of the pages.
     *
     * @param running the running headers and footers, which are left out
     * @param ocr what was read by OCR
     * @param order the order in which the text is read
     */
    static List<Remark> of(
            List<Page> pages, Collection<PrintedLine> running, OcrReport ocr, ReadingOrder.Result order) {
        List<Remark> remarks = new ArrayList<>(ocr.remarks());
        if (order.isTreeRejected()) {
            remarks.add(new Remark(1, "文書の構造（タグ）の順では文が途切れるため、紙面の位置の順に読みました。"));
        }
        if (!running.isEmpty()) {
            remarks.add(runningLines(running));
        }
        for (Page page : pages) {
            boolean isTextless = page.horizontal().isEmpty() && page.vertical().isEmpty();
            if (isTextless
                    && page.drawing().imageShare() >= ScannedPages.MIN_SHARE_WITHOUT_TEXT
                    && !ocr.explains(page.number())) {
                remarks.add(new Remark(page.number(), ocr.withoutText()));
            }
            long unknown = countPrivateUse(page.horizontal()) + countPrivateUse(page.vertical());
            if (unknown > 0) {
                remarks.add(new Remark(page.number(), "外字などの読み取れない文字が" + unknown + "字あります。原文を見て直してください。"));
            }
        }
        return remarks;
    }

    /** The remark is on the first page that lost a line of words, and names the pages of each. */
    private static Remark runningLines(Collection<PrintedLine> running) {
        Map<String, List<PrintedLine>> byText = running.stream()
                .filter(line -> line.text().codePoints().anyMatch(Character::isLetter))
                .collect(Collectors.groupingBy(line -> JapaneseText.trimSpaces(line.text())));
        String listed = byText.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, List<PrintedLine>> entry) ->
                                -entry.getValue().size())
                        .thenComparing(Map.Entry::getKey))
                .limit(MAX_LISTED)
                .map(entry -> pages(entry.getValue()) + "の「" + shortened(entry.getKey()) + "」"
                        + entry.getValue().size() + "行")
                .collect(Collectors.joining("、"));
        int first = (byText.isEmpty()
                        ? running.stream()
                        : byText.values().stream().flatMap(List::stream))
                .mapToInt(PrintedLine::page)
                .min()
                .orElse(1);
        String numbers = byText.isEmpty() ? "ページ番号" : "ページ番号など";
        return new Remark(
                first,
                "各ページの柱と" + numbers + running.size() + "行は、本文ではないため除きました"
                        + (listed.isEmpty() ? "。" : "（" + listed + "）。"));
    }

    /** Returns the pages of {@code lines}, as in 2、4ページ, or as in 2〜12ページ if they are many. */
    private static String pages(List<PrintedLine> lines) {
        List<Integer> pages =
                lines.stream().map(PrintedLine::page).distinct().sorted().toList();
        return pages.size() <= MAX_LISTED_PAGES
                ? pages.stream().map(String::valueOf).collect(Collectors.joining("、")) + "ページ"
                : pages.getFirst() + "〜" + pages.getLast() + "ページ";
    }

    private static String shortened(String text) {
        return text.length() <= MAX_LISTED_LENGTH
                ? text
                : text.substring(
                                0,
                                text.offsetByCodePoints(
                                        0, Math.min(MAX_LISTED_LENGTH, text.codePointCount(0, text.length()))))
                        + "…";
    }

    private static long countPrivateUse(List<Glyph> glyphs) {
        return glyphs.stream()
                .filter(glyph -> Character.getType(glyph.text().codePointAt(0)) == Character.PRIVATE_USE)
                .count();
    }
}
