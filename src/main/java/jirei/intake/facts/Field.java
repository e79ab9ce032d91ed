package jirei.intake.facts;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jirei.intake.source.Block;
import jirei.intake.source.JapaneseText;

/**
 * A label and its value in a form, as in 自治体名: 島根県緑町. Immutable.
 *
 * @param block the index of the block with the label
 * @param label the label without number, mark and brackets
 * @param value the value; empty if the form is not filled in
 */
public record Field(int block, String label, String value) {
    private static final int MAX_LABEL_LENGTH = 20;
    private static final Pattern COLON =
            Pattern.compile("([^:：。、\\s\u3000][^:：。、]{0,24}+)[:：][\\s\u3000]*+(\\S.*)", Pattern.DOTALL);
    private static final Pattern SPACE =
            Pattern.compile("([^:：。、\\s\u3000]{2,20}+)[\\s\u3000]++(\\S.*)", Pattern.DOTALL);
    private static final Pattern LABEL_SIGN =
            Pattern.compile("^(?:[(（]?[0-9０-９]{1,2}+[)）.．、]?|[①-⑳]|[■◆□◇▼▽★☆●○・※【〔\\[])++[\\s\u3000]*+");
    private static final Pattern LABEL_END =
            Pattern.compile("[\\s\u3000]*+(?:[(（][^()（）]{0,30}[)）])?[】〕\\]:：\\s\u3000]*+$");
    private static final Pattern LETTER = Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}A-Za-z]");

    /** Returns the kind of the label. */
    public FieldLabel kind() {
        return FieldLabel.of(label);
    }

    /** Returns the fields of {@code blocks} in their order. */
    public static List<Field> of(List<Block> blocks) {
        List<Field> fields = new ArrayList<>();
        for (int at = 0; at < blocks.size(); at++) {
            Block block = blocks.get(at);
            if (block.kind() == Block.Kind.ROW) {
                addRow(at, block.cells(), fields);
            } else if (!addLine(at, block.text(), fields)) {
                addSplit(at, blocks, fields);
            }
        }
        return fields;
    }

    /** Adds the pairs of a row: known labels with the cell behind them, or else the first cell with the rest. */
    private static void addRow(int at, List<String> cells, List<Field> fields) {
        int before = fields.size();
        for (int cell = 0; cell + 1 < cells.size(); cell++) {
            boolean isPair = isKnown(cells.get(cell)) && !isKnown(cells.get(cell + 1));
            if (isPair) {
                fields.add(new Field(at, label(cells.get(cell)), cells.get(cell + 1)));
                cell++;
            }
        }
        if (fields.size() == before && cells.size() > 1 && canBeLabel(cells.getFirst())) {
            fields.add(new Field(at, label(cells.getFirst()), String.join("\u3000", cells.subList(1, cells.size()))));
        }
    }

    /** Adds the pair of a line, separated by a colon or, if the label is short, by a space. */
    private static boolean addLine(int at, String text, List<Field> fields) {
        Optional<Field> found = split(at, text, COLON).or(() -> split(at, text, SPACE));
        found.ifPresent(fields::add);
        return found.isPresent();
    }

    private static Optional<Field> split(int at, String text, Pattern pattern) {
        Matcher matcher = pattern.matcher(text);
        return matcher.matches() && canBeLabel(matcher.group(1))
                ? Optional.of(new Field(at, label(matcher.group(1)), JapaneseText.strip(matcher.group(2))))
                : Optional.empty();
    }

    /** Adds a known label whose value is the block below it. */
    private static void addSplit(int at, List<Block> blocks, List<Field> fields) {
        if (isKnown(blocks.get(at).text()) && at + 1 < blocks.size()) {
            Block next = blocks.get(at + 1);
            if (!next.isHeading() && next.kind() != Block.Kind.ROW && !isKnown(next.text())) {
                fields.add(new Field(at, label(blocks.get(at).text()), next.text()));
            }
        }
    }

    private static boolean isKnown(String text) {
        return canBeLabel(text) && FieldLabel.of(label(text)) != FieldLabel.OTHER;
    }

    private static boolean canBeLabel(String text) {
        String label = text.length() > 2 * MAX_LABEL_LENGTH ? "" : label(text);
        return !label.isEmpty()
                && label.length() <= MAX_LABEL_LENGTH
                && LETTER.matcher(label).find()
                && !JapaneseText.endsSentence(text);
    }

    /** Returns {@code text} NFKC-normalized and without number, mark, brackets and spaces. */
    public static String label(String text) {
        String plain = LABEL_END
                .matcher(LABEL_SIGN.matcher(JapaneseText.strip(text)).replaceFirst(""))
                .replaceFirst("");
        return Normalizer.normalize(plain, Normalizer.Form.NFKC).replaceAll("\\s++", "");
    }
}
