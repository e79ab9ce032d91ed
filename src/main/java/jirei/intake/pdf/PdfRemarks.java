package jirei.intake.pdf;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jirei.intake.page.Drawing;
import jirei.intake.page.Glyph;
import jirei.intake.page.Page;
import jirei.intake.page.PrintedLine;
import jirei.intake.source.JapaneseText;
import jirei.intake.source.SourceDocument.Remark;

/** Writes the remarks on what a PDF lost or had left out. Stateless. */
final class PdfRemarks {
    private static final int MAX_LISTED = 5;
    private static final int MAX_LISTED_LENGTH = 30;
    /** Minimum share of a page that is covered by images if the page is scanned. */
    private static final double MIN_IMAGE_SHARE = 0.2;

    private PdfRemarks() {}

    /**
     * Returns the remarks, in the order of the pages.
     *
     * @param running the running headers and footers, which are left out
     * @param order the order in which the text is read
     */
    static List<Remark> of(List<Page> pages, Collection<PrintedLine> running, ReadingOrder.Result order) {
        List<Remark> remarks = new ArrayList<>();
        if (order.isTreeRejected()) {
            remarks.add(new Remark(1, "文書の構造（タグ）の順では文が途切れるため、紙面の位置の順に読みました。"));
        }
        if (!running.isEmpty()) {
            remarks.add(runningLines(running));
        }
        for (Page page : pages) {
            boolean isTextless = page.horizontal().isEmpty() && page.vertical().isEmpty();
            if (isTextless && isScanned(page.drawing())) {
                remarks.add(new Remark(page.number(), "画像だけで文字の情報がないため、読み取れませんでした。先に OCR を行うか、本文を書き足してください。"));
            }
            long unknown = countPrivateUse(page.horizontal()) + countPrivateUse(page.vertical());
            if (unknown > 0) {
                remarks.add(new Remark(page.number(), "外字などの読み取れない文字が" + unknown + "字あります。原文を見て直してください。"));
            }
        }
        return remarks;
    }

    private static Remark runningLines(Collection<PrintedLine> running) {
        Map<String, Long> counts = running.stream()
                .map(line -> JapaneseText.trimSpaces(line.text()))
                .filter(text -> text.codePoints().anyMatch(Character::isLetter))
                .collect(Collectors.groupingBy(text -> text, LinkedHashMap::new, Collectors.counting()));
        String listed = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(MAX_LISTED)
                .map(entry -> "「" + shortened(entry.getKey()) + "」" + entry.getValue() + "行")
                .collect(Collectors.joining("、"));
        String numbers = counts.isEmpty() ? "ページ番号" : "ページ番号など";
        return new Remark(
                1,
                "各ページの柱と" + numbers + running.size() + "行は、本文ではないため除きました"
                        + (listed.isEmpty() ? "。" : "（" + listed + "）。"));
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

    private static boolean isScanned(Drawing drawing) {
        double covered = drawing.images().stream()
                .mapToDouble(image -> image.width() * image.height())
                .sum();
        return covered >= MIN_IMAGE_SHARE * drawing.width() * drawing.height();
    }

    private static long countPrivateUse(List<Glyph> glyphs) {
        return glyphs.stream()
                .filter(glyph -> Character.getType(glyph.text().codePointAt(0)) == Character.PRIVATE_USE)
                .count();
    }
}
