package jirei.intake.pdf;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jirei.intake.ocr.Ocr;
import jirei.intake.ocr.RecognizedPage;
import jirei.intake.source.SourceDocument.Remark;
import jirei.intake.source.SourceFile;
import jirei.intake.source.SourceFormatException;
import jirei.intake.source.UnreadableMessages;

/** Collects what OCR read of a document and what it did not. Not thread-safe. */
final class OcrReport {
    /** Confidence in percent below which a page should be checked as a whole. */
    private static final int LOW_CONFIDENCE = 65;
    /** Maximum number of ranges of pages that a remark names. */
    private static final int MAX_RANGES = 20;

    private final boolean isWanted;
    private final List<Remark> remarks = new ArrayList<>();
    private final List<Integer> read = new ArrayList<>();
    private final Set<Integer> explained = new HashSet<>();
    private final List<Integer> notTried = new ArrayList<>();
    private long confidence;
    private boolean isUnavailable;
    private String problem = "";

    /** @param isWanted whether pages are to be read by OCR at all */
    OcrReport(boolean isWanted) {
        this.isWanted = isWanted;
    }

    /** Notes that the program for OCR is not installed, which page {@code number} needs first. */
    void unavailable(int number) {
        isUnavailable = true;
        remarks.add(new Remark(number, "文字のない画像のページを読む機械読み取り（OCR）の用意がありません。" + Ocr.advice()));
    }

    void read(int number, RecognizedPage page) {
        if (page.lines().isEmpty()) {
            explained.add(number);
            remarks.add(new Remark(number, "画像だけのページで、機械読み取り（OCR）でも文字が見つかりませんでした。"));
        } else {
            read.add(number);
            confidence += page.confidence();
            if (page.confidence() < LOW_CONFIDENCE) {
                remarks.add(new Remark(number, "機械読み取り（OCR）の確からしさが" + page.confidence() + "%と低くなっています。原文を見て直してください。"));
            }
        }
        if (page.omitted() > 0) {
            remarks.add(new Remark(number, "写真の中の点など、機械読み取り（OCR）の確からしさが低く文字とみなせない" + page.omitted() + "字を除きました。"));
        }
    }

    void failed(int number, String reason) {
        explained.add(number);
        problem = "（" + number + "ページ: " + reason + "）";
        remarks.add(new Remark(number, "画像だけのページで、機械読み取り（OCR）が" + reason + "ため、読み取れませんでした。"));
    }

    /** Notes a page that was not tried after several failures. */
    void notTried(int number) {
        notTried.add(number);
        explained.add(number);
    }

    /**
     * Returns the reason why the document {@code file}, which has pictures of pages, has no text.
     *
     * @param other the reason if no page was to be read by OCR
     */
    SourceFormatException withoutText(SourceFile file, SourceFormatException other) {
        if (isUnavailable) {
            return UnreadableMessages.withoutOcr(file, Ocr.advice());
        }
        boolean hasTried = !read.isEmpty() || !explained.isEmpty();
        return hasTried ? UnreadableMessages.unrecognized(file, problem) : other;
    }

    /** Returns whether the remarks say why page {@code number} has no text. */
    boolean explains(int number) {
        return explained.contains(number);
    }

    /** Returns the remarks, which say first which pages were read. */
    List<Remark> remarks() {
        List<Remark> all = new ArrayList<>();
        if (!read.isEmpty()) {
            all.add(new Remark(
                    read.getFirst(),
                    ranges(read) + "ページは画像のため、機械読み取り（OCR）で読みました（確からしさ 平均"
                            + Math.round(confidence / (double) read.size()) + "%）。誤りを含むことがあります。原文を見て直してください。"));
        }
        all.addAll(remarks);
        if (!notTried.isEmpty()) {
            all.add(new Remark(
                    notTried.getFirst(), "機械読み取り（OCR）の失敗が続いたため、" + ranges(notTried) + "ページは画像のまま読み取りませんでした。"));
        }
        return all;
    }

    /** Returns the sentence on a page that has only a picture and was not read. */
    String withoutText() {
        String remedy = isWanted ? "" : "本文を書き足すか、--ocr auto で取り込み直してください。";
        return "画像だけで文字の情報がないため、読み取れませんでした。" + remedy;
    }

    /** Returns ascending numbers as in 3、5–61. */
    private static String ranges(List<Integer> numbers) {
        List<String> ranges = new ArrayList<>();
        int at = 0;
        while (at < numbers.size()) {
            int end = at;
            while (end + 1 < numbers.size() && numbers.get(end + 1) == numbers.get(end) + 1) {
                end++;
            }
            ranges.add(numbers.get(at) + (end > at ? "〜" + numbers.get(end) : ""));
            at = end + 1;
        }
        return ranges.size() <= MAX_RANGES
                ? String.join("、", ranges)
                : String.join("、", ranges.subList(0, MAX_RANGES)) + "など" + numbers.size();
    }
}
