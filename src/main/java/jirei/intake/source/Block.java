package jirei.intake.source;

/**
 * A block element of a source document. Immutable.
 *
 * @param kind the kind of element
 * @param level the level of a heading, from 1; 0 for other blocks
 * @param text the text on one line; the cells of a row are separated by a full-width space
 * @param place the position in the document, from 1, in the document's {@link SourceDocument#unit}
 */
public record Block(Kind kind, int level, String text, int place) {
    /** The kind of a block. Immutable. */
    public enum Kind {
        /** A heading. */
        HEADING,
        /** A paragraph of text. */
        PARAGRAPH,
        /** A list item, with its bullet or number. */
        ITEM,
        /** A table row. */
        ROW,
        /** A footnote or endnote. */
        NOTE
    }

    /**
     * @throws IllegalArgumentException if a heading has no level, another block has one, or {@code place} is below 1
     */
    public Block {
        if ((kind == Kind.HEADING) != (level > 0)) {
            throw new IllegalArgumentException("headings have a level from 1, others 0; got " + kind + " " + level);
        }
        if (place < 1) {
            throw new IllegalArgumentException("place must be >= 1, got " + place);
        }
    }

    /** Returns a heading of {@code level}, from 1. */
    public static Block heading(int level, String text, int place) {
        return new Block(Kind.HEADING, level, text, place);
    }

    /** Returns a block that is not a heading. */
    public static Block of(Kind kind, String text, int place) {
        return new Block(kind, 0, text, place);
    }

    /** Returns whether the block is a heading. */
    public boolean isHeading() {
        return kind == Kind.HEADING;
    }
}
