package jirei.intake.source;

import java.util.concurrent.TimeUnit;

/** Enforces {@link Limits} on characters, elements and time while one document is read. Not thread-safe. */
public final class Budget {
    /** Number of counted events between two reads of the clock. */
    private static final int CLOCK_CHECK_INTERVAL = 1024;

    private final long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(Limits.MAX_SECONDS);
    private long characters;
    private long elements;
    private int ticks;

    /**
     * Counts extracted characters.
     *
     * @throws DocumentLimitException if the limit of characters or time is exceeded
     */
    public void addCharacters(long count) {
        characters += count;
        if (characters > Limits.MAX_CHARACTERS) {
            throw new DocumentLimitException("文字が" + Limits.MAX_CHARACTERS / 10_000 + "万字を超える");
        }
        tick();
    }

    /**
     * Counts an XML or HTML element.
     *
     * @param depth its nesting depth, from 1
     * @throws DocumentLimitException if the limit of elements, depth or time is exceeded
     */
    public void addElement(int depth) {
        elements++;
        if (elements > Limits.MAX_ELEMENTS) {
            throw new DocumentLimitException("要素が" + Limits.MAX_ELEMENTS / 10_000 + "万を超える");
        }
        if (depth > Limits.MAX_NESTING) {
            throw new DocumentLimitException("入れ子が" + Limits.MAX_NESTING + "段を超える");
        }
        tick();
    }

    /**
     * Reads the clock.
     *
     * @throws DocumentLimitException if the limit of time is exceeded
     */
    public void checkDeadline() {
        if (System.nanoTime() > deadline) {
            throw new DocumentLimitException("読み取りに" + Limits.MAX_SECONDS / 60 + "分を超える時間がかかる");
        }
    }

    private void tick() {
        ticks++;
        if (ticks % CLOCK_CHECK_INTERVAL == 0) {
            checkDeadline();
        }
    }
}
