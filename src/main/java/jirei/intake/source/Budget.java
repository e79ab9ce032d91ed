package jirei.intake.source;

import java.time.Duration;

/** Enforces {@link Limits} on characters, elements and time while one document is read. Not thread-safe. */
public final class Budget {
    /** Number of counted events between two reads of the clock. */
    private static final int CLOCK_CHECK_INTERVAL = 1024;

    private final Duration time;
    private long deadline;
    private long characters;
    private long elements;
    private long operators;
    private long forms;
    private int ticks;

    /**
     * Starts the clock.
     *
     * @param time maximum time for the document
     */
    public Budget(Duration time) {
        this.time = time;
        this.deadline = System.nanoTime() + time.toNanos();
    }

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
     * Counts an operator in the content of a PDF.
     *
     * @throws DocumentLimitException if the limit of operators or time is exceeded
     */
    public void addOperator() {
        operators++;
        if (operators > Limits.MAX_OPERATORS) {
            throw new DocumentLimitException("描画の命令が" + Limits.MAX_OPERATORS / 10_000 + "万を超える");
        }
        tick();
    }

    /**
     * Counts a form of a PDF that is drawn.
     *
     * @throws DocumentLimitException if the limit of forms or time is exceeded
     */
    public void addForm() {
        forms++;
        if (forms > Limits.MAX_FORMS) {
            throw new DocumentLimitException("繰り返しの図形が" + Limits.MAX_FORMS / 10_000 + "万を超える");
        }
        tick();
    }

    /** Extends the time by {@code more}, which was spent under limits of its own. */
    public void extend(Duration more) {
        deadline += more.toNanos();
    }

    /**
     * Reads the clock.
     *
     * @throws DocumentLimitException if the limit of time is exceeded
     */
    public void checkDeadline() {
        if (System.nanoTime() > deadline) {
            throw new DocumentLimitException(UnreadableMessages.tooLong(time));
        }
    }

    private void tick() {
        ticks++;
        if (ticks % CLOCK_CHECK_INTERVAL == 0) {
            checkDeadline();
        }
    }
}
