package jirei.intake.source;

/**
 * A piece of a source document that stands for itself.
 *
 * @param kind what it is
 * @param level of a heading its depth from 1, else 0
 * @param text its words in one line; the cells of a row are parted by a full-width blank
 * @param place where it begins, from 1, counted in the document's {@link SourceDocument#unit}
 */
public record Block(Kind kind, int level, String text, int place) {
    /** What a block is. */
    public enum Kind {
        HEADING,
        PARAGRAPH,
        /** An item of a list, with its mark or number. */
        ITEM,
        /** A row of a table. */
        ROW,
        /** What is printed at the foot of a page or behind the text. */
        NOTE
    }

    /**
     * @throws IllegalArgumentException if a heading has no level, another block has one, or {@code place} isn't from 1
     */
    public Block {
        if ((kind == Kind.HEADING) != (level > 0)) {
            throw new IllegalArgumentException("headings have a level from 1, others 0; got " + kind + " " + level);
        }
        if (place < 1) {
            throw new IllegalArgumentException("place must be >= 1, got " + place);
        }
    }

    /** A heading {@code level} deep, from 1. */
    public static Block heading(int level, String text, int place) {
        return new Block(Kind.HEADING, level, text, place);
    }

    /** A block of another kind than a heading. */
    public static Block of(Kind kind, String text, int place) {
        return new Block(kind, 0, text, place);
    }

    /** Whether it is a heading. */
    public boolean isHeading() {
        return kind == Kind.HEADING;
    }
}
