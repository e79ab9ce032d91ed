package jirei.intake.source;

import java.util.concurrent.TimeUnit;

/** Counts what reading one document has cost and stops it at {@link Limits}. */
public final class Budget {
    private static final int TICKS_BETWEEN_LOOKS = 1024;

    private final long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(Limits.MAX_SECONDS);
    private long characters;
    private long elements;
    private int ticks;

    /**
     * Counts characters that came out.
     *
     * @throws DocumentLimitException if they are too many or the time is over
     */
    public void spendCharacters(long count) {
        characters += count;
        if (characters > Limits.MAX_CHARACTERS) {
            throw new DocumentLimitException("文字が" + Limits.MAX_CHARACTERS / 10_000 + "万字を超える");
        }
        tick();
    }

    /**
     * Counts an element that stands {@code depth} deep.
     *
     * @throws DocumentLimitException if it is one too many, too deep or the time is over
     */
    public void spendElement(int depth) {
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
     * Looks at the clock.
     *
     * @throws DocumentLimitException if the time is over
     */
    public void lookAtClock() {
        if (System.nanoTime() > deadline) {
            throw new DocumentLimitException("読み取りに" + Limits.MAX_SECONDS / 60 + "分を超える時間がかかる");
        }
    }

    private void tick() {
        ticks++;
        if (ticks % TICKS_BETWEEN_LOOKS == 0) {
            lookAtClock();
        }
    }
}
