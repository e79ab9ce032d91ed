package jirei.intake.mieruka;

import java.util.ArrayList;
import java.util.List;
import jirei.cases.SectionKind;
import jirei.intake.layout.SourceLine;
import jirei.intake.source.Block;
import jirei.intake.source.JapaneseText;
import org.jspecify.annotations.Nullable;

/** A section of a printed case during parsing. Not thread-safe. */
final class PrintedDraft {
    /** Minimum length of a paragraph without full stop that goes on in the next block, in characters. */
    private static final int MIN_OPEN_LENGTH = 25;

    private SectionKind kind;
    private final int main;
    private String heading;
    private final List<SourceLine> lines = new ArrayList<>();
    private final List<String> paragraphs = new ArrayList<>();
    private boolean endsWithRow;

    /**
     * @param main the ordinal of its main section, from 1; 0 for none
     * @param piece the piece with its heading or label
     */
    PrintedDraft(SectionKind kind, String heading, int main, @Nullable PrintedPiece piece) {
        this.kind = kind;
        this.heading = heading;
        this.main = main;
        if (piece != null) {
            lines.add(piece.line());
        }
    }

    SectionKind kind() {
        return kind;
    }

    String heading() {
        return heading;
    }

    boolean isEmpty() {
        return paragraphs.isEmpty();
    }

    void becomePoint() {
        kind = SectionKind.POINT;
    }

    /** Adds the rest of its heading. */
    void continueHeading(PrintedPiece piece) {
        heading = JapaneseText.join(List.of(heading, piece.text()));
        lines.add(piece.line());
    }

    /** Adds {@code text} as a paragraph, or to the paragraph before if that is unfinished. */
    void add(PrintedPiece piece, String text) {
        lines.add(piece.line());
        if (text.isEmpty()) {
            return;
        }
        boolean isRow = piece.block().kind() == Block.Kind.ROW;
        if (isOpen() && !isRow && !JapaneseText.startsItem(text)) {
            paragraphs.add(JapaneseText.join(List.of(paragraphs.removeLast(), text)));
        } else {
            paragraphs.add(text);
        }
        endsWithRow = isRow;
    }

    /** Returns whether its last sentence is unfinished. */
    boolean isOpen() {
        return !paragraphs.isEmpty()
                && !endsWithRow
                && paragraphs.getLast().length() >= MIN_OPEN_LENGTH
                && !JapaneseText.endsSentence(paragraphs.getLast());
    }

    MierukaSection section(int ofMain) {
        return new MierukaSection(kind, heading, String.join("\n", paragraphs), ofMain, lines);
    }

    MierukaSection section() {
        return section(main);
    }

    int main() {
        return main;
    }
}
