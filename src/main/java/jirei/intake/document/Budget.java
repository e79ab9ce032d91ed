package jirei.intake.document;

import java.util.concurrent.TimeUnit;

/** Counts what reading one document has cost and stops it at {@link Limits}. */
final class Budget {
    private static final int TICKS_BETWEEN_LOOKS = 1024;

    private final long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(Limits.MOST_SECONDS);
    private long characters;
    private long elements;
    private int ticks;

    /**
     * Counts characters that came out.
     *
     * @throws OverLimitException if they are too many or the time is over
     */
    void spendCharacters(long count) {
        characters += count;
        if (characters > Limits.MOST_CHARACTERS) {
            throw new OverLimitException("文字が" + Limits.MOST_CHARACTERS / 10_000 + "万字を超える");
        }
        tick();
    }

    /**
     * Counts an element that stands {@code depth} deep.
     *
     * @throws OverLimitException if it is one too many, too deep or the time is over
     */
    void spendElement(int depth) {
        elements++;
        if (elements > Limits.MOST_ELEMENTS) {
            throw new OverLimitException("要素が" + Limits.MOST_ELEMENTS / 10_000 + "万を超える");
        }
        if (depth > Limits.DEEPEST_NESTING) {
            throw new OverLimitException("入れ子が" + Limits.DEEPEST_NESTING + "段を超える");
        }
        tick();
    }

    /**
     * Looks at the clock.
     *
     * @throws OverLimitException if the time is over
     */
    void lookAtClock() {
        if (System.nanoTime() > deadline) {
            throw new OverLimitException("読み取りに" + Limits.MOST_SECONDS / 60 + "分を超える時間がかかる");
        }
    }

    private void tick() {
        ticks++;
        if (ticks % TICKS_BETWEEN_LOOKS == 0) {
            lookAtClock();
        }
    }
}
