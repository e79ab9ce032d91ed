package jirei.intake.mieruka;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jirei.intake.layout.SourceLine;
import jirei.intake.source.Block;
import jirei.intake.source.JapaneseText;

/**
 * A block of a printed collection, or a part of one. Immutable.
 *
 * @param number its number in the document, from 1
 * @param text the text
 * @param type the type, determined by the text alone; {@link LineGroupType#OTHER} for texts and headings
 * @param block the block that it is in
 */
record PrintedPiece(int number, String text, LineGroupType type, Block block) {
    /** Font size of captions, notes and words in figures, relative to running text. */
    private static final double MAX_SMALL_SCALE = 0.96;

    /** The label of a caption that is directly followed by a word, which is no particle as in 図１に. */
    private static final Pattern CAPTION_WITHOUT_SPACE =
            Pattern.compile("(写真|図表|図|表)([0-9０-９]{1,2})([^0-9０-９\\p{IsHiragana}、。，．・〜～）)」].*)");

    private static final String SPACE = "\u3000";

    /** Divides blocks with labels beside their text, and joins the labels that are printed on two lines. */
    static List<PrintedPiece> of(List<Block> blocks) {
        List<PrintedPiece> pieces = new ArrayList<>();
        String label = "";
        for (int at = 0; at < blocks.size(); at++) {
            Block block = blocks.get(at);
            String text = JapaneseText.strip(block.text().substring(label.length()));
            String rest = at + 1 < blocks.size() ? firstWord(blocks.get(at + 1).text()) : "";
            label = !LineGroupType.isLabel(text) && LineGroupType.isLabel(text + rest) ? rest : "";
            for (String part : text.isEmpty() ? List.<String>of() : parts(text + label)) {
                add(pieces, part, block);
            }
        }
        return pieces;
    }

    private static String firstWord(String text) {
        int end = text.indexOf(SPACE);
        return end < 0 ? text : text.substring(0, end);
    }

    private static void add(List<PrintedPiece> pieces, String text, Block block) {
        int number = pieces.size() + 1;
        Matcher caption = CAPTION_WITHOUT_SPACE.matcher(text);
        String spaced = block.scale() < MAX_SMALL_SCALE && caption.matches()
                ? caption.group(1) + caption.group(2) + SPACE + caption.group(3)
                : text;
        var line = new SourceLine(number, spaced, true);
        pieces.add(new PrintedPiece(number, spaced, LineGroupType.of(List.of(line)), block));
    }

    /** Returns the labels, case number and prefecture at the start of a block, and the rest of it. */
    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        String rest = text;
        int end = labelEnd(rest);
        while (end > 0) {
            parts.add(rest.substring(0, end));
            rest = JapaneseText.strip(rest.substring(end));
            end = labelEnd(rest);
        }
        parts.add(rest);
        return parts;
    }

    /** Returns the end of the label at the start of {@code text}, which may have spaces in it; 0 for none. */
    private static int labelEnd(String text) {
        for (int end = text.indexOf(SPACE); end > 0; end = text.indexOf(SPACE, end + 1)) {
            String first = text.substring(0, end);
            boolean isApart = LineGroupType.isLabel(first)
                    || LineGroupType.isPrefecture(new SourceLine(1, first, true))
                    || first.matches("[0-9０-９]{2}");
            if (isApart) {
                return LineGroupType.isLabel(text) ? 0 : end;
            }
        }
        return 0;
    }

    boolean isHeading() {
        return block.isHeading();
    }

    /** Returns whether it is set smaller than running text. */
    boolean isSmall() {
        return block.scale() < MAX_SMALL_SCALE;
    }

    /** Returns the text as a line whose number is that of the piece. */
    SourceLine line() {
        return new SourceLine(number, text, true);
    }
}
