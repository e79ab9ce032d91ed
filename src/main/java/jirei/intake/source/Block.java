package jirei.intake.source;

import java.util.List;

/**
 * A block element of a source document. Immutable.
 *
 * @param kind the kind of element
 * @param level the level of a heading, from 1; 0 for other blocks
 * @param text the text on one line; the cells of a row are separated by a full-width space
 * @param place the position in the document, from 1, in the document's {@link SourceDocument#unit}
 * @param cells the cells of a row by column, the empty ones included; empty for other blocks
 * @param lastPlace the position of its end, not below {@code place}
 * @param scale the font size relative to that of the running text; 1 if unknown
 */
public record Block(Kind kind, int level, String text, int place, List<String> cells, int lastPlace, double scale) {
    private static final String CELL_SEPARATOR = "\u3000";

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
        if (lastPlace < place) {
            throw new IllegalArgumentException(
                    "a block must not end before it starts, got " + place + " to " + lastPlace);
        }
        cells = List.copyOf(cells);
    }

    /** Creates a block at one position, in the size of the running text. */
    public Block(Kind kind, int level, String text, int place, List<String> cells) {
        this(kind, level, text, place, cells, place, 1);
    }

    /** Creates a block; the cells of a row are those in its text. */
    public Block(Kind kind, int level, String text, int place) {
        this(kind, level, text, place, kind == Kind.ROW ? List.of(text.split(CELL_SEPARATOR)) : List.of());
    }

    /** Returns a heading of {@code level}, from 1. */
    public static Block heading(int level, String text, int place) {
        return new Block(Kind.HEADING, level, text, place);
    }

    /** Returns a block that is not a heading. */
    public static Block of(Kind kind, String text, int place) {
        return new Block(kind, 0, text, place);
    }

    /** Returns a table row with {@code cells}, of which those that are not empty are its text. */
    public static Block row(List<String> cells, int place) {
        String text = String.join(
                CELL_SEPARATOR, cells.stream().filter(cell -> !cell.isEmpty()).toList());
        return new Block(Kind.ROW, 0, text, place, cells);
    }

    /** Returns the block at one position, from 1. */
    public Block at(int newPlace) {
        return new Block(kind, level, text, newPlace, cells, newPlace, scale);
    }

    /** Returns the block with the position of its end and its font size. */
    public Block printed(int newLastPlace, double newScale) {
        return new Block(kind, level, text, place, cells, newLastPlace, newScale);
    }

    /** Returns whether the block is a heading. */
    public boolean isHeading() {
        return kind == Kind.HEADING;
    }
}
