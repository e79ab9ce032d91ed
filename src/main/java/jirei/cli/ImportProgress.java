package jirei.cli;

import java.util.concurrent.TimeUnit;

/** The progress line of an import: documents done, rate and remaining time. Not thread-safe. */
final class ImportProgress {
    private static final int SECONDS_PER_MINUTE = 60;

    private final Console console;
    private final long start = System.nanoTime();
    private int documents;
    private int started;
    private String current = "";

    ImportProgress(Console console, int documents) {
        this.console = console;
        this.documents = documents;
    }

    /**
     * Corrects the total after an archive was opened.
     *
     * @param more number of documents in the archive, which counts as one itself
     */
    void addDocuments(int more) {
        documents += more;
    }

    /** Shows that the document {@code name} is being read; all earlier ones are done. */
    void next(String name) {
        int done = started;
        started++;
        current = name;
        show(done, name);
    }

    /**
     * Shows how many pages of the document were read by OCR.
     *
     * @param all number of pages that are to be read
     */
    void pages(int done, int all) {
        show(started - 1, current + " 読み取り中 " + Main.thousands(done) + "/" + Main.thousands(all) + "ページ");
    }

    private void show(int done, String doing) {
        console.progress(state(done, documents, System.nanoTime() - start) + " " + doing);
    }

    /** Returns the progress line without the document's name. */
    static String state(int done, int all, long nanos) {
        String state = "取り込んでいます… " + Main.thousands(done) + "/" + Main.thousands(all) + "文書";
        if (done == 0 || nanos <= 0) {
            return state;
        }
        double perSecond = done / (nanos / (double) TimeUnit.SECONDS.toNanos(1));
        long left = Math.round((all - done) / perSecond);
        String time = left < SECONDS_PER_MINUTE
                ? left + "秒"
                : left / SECONDS_PER_MINUTE + "分" + left % SECONDS_PER_MINUTE + "秒";
        return state + "（毎秒" + Math.round(perSecond * 10) / 10.0 + "、残り" + time + "）";
    }
}
