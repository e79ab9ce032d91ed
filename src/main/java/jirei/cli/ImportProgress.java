package jirei.cli;

import java.util.concurrent.TimeUnit;

/** The line that says how far an import has come. */
final class ImportProgress {
    private static final int SECONDS_A_MINUTE = 60;

    private final Console console;
    private final long start = System.nanoTime();
    private int documents;
    private int begun;

    ImportProgress(Console console, int documents) {
        this.console = console;
        this.documents = documents;
    }

    /** Counts documents that turned out to be more, or for -1 one fewer, than a named file. */
    void addDocuments(int more) {
        documents += more;
    }

    /** Says that the next document is being read. */
    void next(String name) {
        int done = begun;
        begun++;
        console.progress(state(done, documents, System.nanoTime() - start) + " " + name);
    }

    static String state(int done, int all, long nanos) {
        String state = "取り込んでいます… " + Main.thousands(done) + "/" + Main.thousands(all) + "文書";
        if (done == 0 || nanos <= 0) {
            return state;
        }
        double perSecond = done / (nanos / (double) TimeUnit.SECONDS.toNanos(1));
        long left = Math.round((all - done) / perSecond);
        String time =
                left < SECONDS_A_MINUTE ? left + "秒" : left / SECONDS_A_MINUTE + "分" + left % SECONDS_A_MINUTE + "秒";
        return state + "（毎秒" + Math.round(perSecond * 10) / 10.0 + "、残り" + time + "）";
    }
}
