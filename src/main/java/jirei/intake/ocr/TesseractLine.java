package jirei.intake.ocr;

import java.util.ArrayList;
import java.util.List;
import jirei.intake.page.Drawing.Box;
import jirei.intake.source.JapaneseText;

/**
 * A line as tesseract finds it, in pixels; a rule of a table is a line without text. Immutable.
 *
 * @param box its area
 * @param words its words in reading order
 */
record TesseractLine(Box box, List<Word> words) {
    /**
     * A word. Immutable.
     *
     * @param box its area
     * @param confidence the confidence in percent
     * @param text its characters, at least one
     */
    record Word(Box box, double confidence, String text) {
        int length() {
            return text.codePointCount(0, text.length());
        }
    }

    private static final int LINE_LEVEL = 4;
    private static final int WORD_LEVEL = 5;
    private static final int COLUMNS = 11;

    TesseractLine {
        words = List.copyOf(words);
    }

    /** Parses the output {@code tsv} of tesseract; rows of another form are skipped. */
    static List<TesseractLine> parse(String tsv) {
        List<TesseractLine> lines = new ArrayList<>();
        for (String row : tsv.lines().toList()) {
            String[] cells = row.split("\t", -1);
            if (cells.length < COLUMNS || !cells[0].matches("[45]")) {
                continue;
            }
            int level = Integer.parseInt(cells[0]);
            Box box = box(cells);
            if (level == LINE_LEVEL) {
                lines.add(new TesseractLine(box, List.of()));
            } else if (level == WORD_LEVEL && !lines.isEmpty() && cells.length > COLUMNS) {
                String text = JapaneseText.strip(cells[COLUMNS]);
                if (!text.isEmpty()) {
                    lines.add(lines.removeLast().with(new Word(box, number(cells[COLUMNS - 1]), text)));
                }
            }
        }
        return lines;
    }

    private TesseractLine with(Word word) {
        List<Word> all = new ArrayList<>(words);
        all.add(word);
        return new TesseractLine(box, all);
    }

    private static Box box(String[] cells) {
        double left = number(cells[6]);
        double top = number(cells[7]);
        return new Box(left, top, left + number(cells[8]), top + number(cells[9]));
    }

    private static double number(String cell) {
        return cell.matches("-?[0-9]{1,9}(\\.[0-9]{1,9})?") ? Double.parseDouble(cell) : 0;
    }

    /** Returns the number of characters. */
    int length() {
        return words.stream().mapToInt(Word::length).sum();
    }

    /** Returns the mean confidence of the characters in percent; 0 without text. */
    double confidence() {
        double sum = words.stream()
                .mapToDouble(word -> word.confidence() * word.length())
                .sum();
        return sum / Math.max(1, length());
    }

    /** Returns whether it is taller than wide, as lines from top to bottom are. */
    boolean isUpright() {
        return box.height() > box.width();
    }

    boolean hasLetter() {
        return words.stream().anyMatch(word -> word.text().codePoints().anyMatch(Character::isLetterOrDigit));
    }
}
