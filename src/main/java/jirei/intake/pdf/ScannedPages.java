package jirei.intake.pdf;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jirei.intake.ocr.Ocr;
import jirei.intake.ocr.OcrException;
import jirei.intake.ocr.OcrMode;
import jirei.intake.ocr.RecognizedPage;
import jirei.intake.page.Page;
import jirei.intake.source.Budget;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Reads the pages that are pictures by OCR, several at a time. Not thread-safe. */
final class ScannedPages {
    /** Minimum share of a page without text that is covered by pictures, if it is scanned. */
    static final double MIN_SHARE_WITHOUT_TEXT = 0.2;
    /** Minimum share of a page with text that is covered by pictures, if it is scanned. */
    private static final double MIN_SHARE = 0.5;
    /** Maximum number of characters of a stamp, or of a head that a program printed on a scanned page. */
    private static final int MAX_STAMP = 50;
    /** Number of failures in a row after which the further pages are not tried. */
    private static final int MAX_FAILURES = 3;

    /**
     * The pages with the text that was read. Immutable.
     *
     * @param pages all pages of the document
     * @param confidence the confidence in percent of each page that has text by OCR, by its number
     * @param report what was read and what was not
     */
    record Result(List<Page> pages, Map<Integer, Integer> confidence, OcrReport report) {}

    private final PageImages images;
    private final Set<Integer> hidden;
    private final Ocr ocr;
    private final Budget budget;
    private final OcrReport report;
    private final Map<Integer, RecognizedPage> read = new LinkedHashMap<>();
    private int failures;
    private int done;
    private long started;

    /**
     * @param hidden the numbers of the pages whose text is not visible, as OCR of scanners adds it
     */
    private ScannedPages(PDDocument pdf, Set<Integer> hidden, Ocr ocr, Budget budget) {
        this.images = new PageImages(pdf);
        this.hidden = hidden;
        this.ocr = ocr;
        this.budget = budget;
        this.report = new OcrReport(ocr.settings().mode() != OcrMode.OFF);
    }

    /** Returns {@code pages} with the text of those that are pictures. */
    static Result read(PDDocument pdf, List<Page> pages, Set<Integer> hidden, Ocr ocr, Budget budget)
            throws IOException {
        return new ScannedPages(pdf, hidden, ocr, budget).read(pages);
    }

    private Result read(List<Page> pages) throws IOException {
        List<Page> chosen = pages.stream().filter(this::isChosen).toList();
        if (chosen.isEmpty()) {
            return new Result(pages, Map.of(), report);
        }
        if (!ocr.isAvailable()) {
            report.unavailable(chosen.getFirst().number());
            return new Result(pages, Map.of(), report);
        }
        readAll(chosen);
        List<RecognizedPage> equal = RecognizedPage.withEqualSizes(List.copyOf(read.values()));
        Map<Integer, RecognizedPage> byNumber = new LinkedHashMap<>();
        read.keySet().forEach(number -> byNumber.put(number, equal.get(byNumber.size())));
        Map<Integer, Integer> confidence = new LinkedHashMap<>();
        double body = RecognizedText.bodySize(pages.stream()
                .filter(page -> !byNumber.containsKey(page.number()))
                .toList());
        List<Page> merged = new ArrayList<>();
        for (Page page : pages) {
            RecognizedPage found = byNumber.get(page.number());
            if (found == null || found.lines().isEmpty()) {
                merged.add(page);
            } else {
                merged.add(
                        RecognizedText.scaled(RecognizedText.added(page, found, hidden.contains(page.number())), body));
                confidence.put(page.number(), found.confidence());
            }
        }
        return new Result(merged, confidence, report);
    }

    private boolean isChosen(Page page) {
        double share = page.drawing().imageShare();
        int characters = page.horizontal().size() + page.vertical().size();
        return switch (ocr.settings().mode()) {
            case OFF -> false;
            case AUTO -> share >= (characters == 0 ? MIN_SHARE_WITHOUT_TEXT : MIN_SHARE) && characters <= MAX_STAMP;
            case ALL -> share >= (characters == 0 ? MIN_SHARE_WITHOUT_TEXT : MIN_SHARE);
        };
    }

    /** A page whose picture is being read. */
    private record Pending(int number, Future<RecognizedPage> result) {}

    /** Draws one page after the other, while at most as many as there are jobs are being read. */
    private void readAll(List<Page> chosen) throws IOException {
        int jobs = Math.min(ocr.settings().jobs(), chosen.size());
        ExecutorService workers = Executors.newFixedThreadPool(
                jobs, Thread.ofPlatform().daemon().name("ocr-", 1).factory());
        started = System.nanoTime();
        try {
            ocr.report(0, chosen.size());
            Deque<Pending> pending = new ArrayDeque<>();
            for (Page page : chosen) {
                if (failures >= MAX_FAILURES) {
                    report.notTried(page.number());
                    continue;
                }
                if (pending.size() == jobs) {
                    collect(pending.remove(), chosen.size());
                }
                draw(page, workers, pending);
            }
            while (!pending.isEmpty()) {
                collect(pending.remove(), chosen.size());
            }
        } finally {
            workers.shutdownNow();
        }
    }

    private void draw(Page page, ExecutorService workers, Deque<Pending> pending) {
        try {
            PageImages.Image image = images.draw(page.number());
            pending.add(
                    new Pending(page.number(), workers.submit(() -> ocr.read(image.pixels(), image.dotsPerInch()))));
        } catch (IOException | RuntimeException e) {
            report.failed(page.number(), "ページの画像を取り出せない");
        }
    }

    private void collect(Pending page, int all) throws IOException {
        try {
            RecognizedPage found = page.result().get();
            read.put(page.number(), found);
            report.read(page.number(), found);
            failures = 0;
        } catch (ExecutionException e) {
            failures++;
            report.failed(
                    page.number(),
                    e.getCause() instanceof OcrException failure
                            ? String.valueOf(failure.getMessage())
                            : "思いがけない不具合があった");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while reading page " + page.number(), e);
        }
        done++;
        long now = System.nanoTime();
        budget.extend(Duration.ofNanos(now - started)); // each page has a limit of its own
        started = now;
        ocr.report(done, all);
    }
}
