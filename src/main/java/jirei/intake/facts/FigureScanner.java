package jirei.intake.facts;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jirei.cases.Figure;
import jirei.cases.RegionFigure;
import jirei.cases.RegionFigures;
import jirei.intake.source.Block;
import jirei.intake.source.JapaneseText;
import org.jspecify.annotations.Nullable;

/** Reads the figures of a region behind their labels, in lines and in tables. Not thread-safe. */
final class FigureScanner {
    private static final String LABEL = "(総?人口|総?面積|高齢化率|(?:一般)?診療所数?|病院数?)";
    /** The start of a label: not inside a word, but possibly right behind the value before. */
    private static final String START =
            "(?<=^|[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]|[0-9千万]人|[0-9](?:か所|カ所|ヶ所|箇所|施設))";

    private static final String BASIS = "(?:\\s{0,3}\\(([^()]{0,60}+)\\))?";
    private static final String NUMBER =
            "([0-9][0-9,]{0,14}+(?:\\.[0-9]{1,6}+)?+(?:[億万千百][0-9,]{0,9}+(?:\\.[0-9]{1,6}+)?+){0,3}+)(?![0-9])";
    private static final Pattern FIGURE =
            Pattern.compile(START + LABEL + BASIS + "([\\s:…・|]*+)(?:約|およそ)?\\s*+" + NUMBER
                    + "\\s*+(人|名|km2|平方キロメートル|平方キロ|平方km|%|パーセント|か所|カ所|ヶ所|ヵ所|箇所|施設|件|院)?+" + BASIS
                    + "(?!\\s*(?:あたり|当たり|当り|対|以上|未満|以下|ha|ヘクタール|世帯|年|月|床)|[ぁ-ん])");
    private static final Pattern PART = Pattern.compile("([0-9,]++(?:\\.[0-9]++)?)([億万千百]?)");

    private static final Pattern VALUE = Pattern.compile("[^0-9]{0,3}" + NUMBER + "[^0-9]{0,10}");

    private final Map<RegionFigure, Figure> figures = new EnumMap<>(RegionFigure.class);

    private FigureScanner() {}

    /** Returns the figures in {@code blocks}; of a figure given twice the first. */
    static RegionFigures figures(List<Block> blocks) {
        var scanner = new FigureScanner();
        for (int at = 0; at < blocks.size(); at++) {
            Block block = blocks.get(at);
            if (block.kind() == Block.Kind.ROW) {
                scanner.addRow(block.cells());
                boolean isLast = at + 2 >= blocks.size() || blocks.get(at + 2).kind() != Block.Kind.ROW;
                if (at + 1 < blocks.size() && isLast) {
                    scanner.addColumns(block, blocks.get(at + 1));
                }
            } else {
                boolean isSentence = block.kind() == Block.Kind.PARAGRAPH && JapaneseText.endsSentence(block.text());
                scanner.addLine(block.text(), isSentence);
            }
        }
        return new RegionFigures("", scanner.figures);
    }

    /** Adds the figures in a line; in a sentence a label needs a colon. */
    private void addLine(String line, boolean isSentence) {
        Matcher found = FIGURE.matcher(Normalizer.normalize(line, Normalizer.Form.NFKC));
        while (found.find()) {
            String separator = found.group(3);
            boolean isLabelled = separator.contains(":") || (!isSentence && (!separator.isEmpty() || isWhole(found)));
            if (isLabelled) {
                String basis = found.group(2) == null ? found.group(6) : found.group(2);
                add(found.group(1), found.group(4), found.group(5), basis == null ? "" : basis);
            }
        }
    }

    /** Returns whether a label right before its value is unambiguous. */
    private static boolean isWhole(Matcher found) {
        return found.group(5) != null;
    }

    /** Adds the figures in the cells, and those of a label with a single value beside it. */
    private void addRow(List<String> cells) {
        for (int at = 0; at < cells.size(); at++) {
            addLine(cells.get(at), JapaneseText.endsSentence(cells.get(at)));
            boolean isLabel = at + 1 < cells.size() && FieldLabel.of(Field.label(cells.get(at))) == FieldLabel.FIGURE;
            boolean isSingle = at + 2 >= cells.size() || !isNumber(cells.get(at + 2));
            if (isLabel && isSingle && isNumber(cells.get(at + 1))) {
                addLine(cells.get(at) + ":" + cells.get(at + 1), false);
            }
        }
    }

    private static boolean isNumber(String cell) {
        return VALUE.matcher(Normalizer.normalize(cell, Normalizer.Form.NFKC)).matches();
    }

    /** Adds the values of the row below, which is the last one, if {@code labels} is a row of labels. */
    private void addColumns(Block labels, Block values) {
        int columns = labels.cells().size();
        if (columns < 2 || values.cells().size() != columns) {
            return;
        }
        for (int at = 0; at < columns; at++) {
            String label = Field.label(labels.cells().get(at));
            Matcher value = VALUE.matcher(Normalizer.normalize(values.cells().get(at), Normalizer.Form.NFKC));
            if (FieldLabel.of(label) == FieldLabel.FIGURE && value.matches()) {
                add(label, value.group(1), null, "");
            }
        }
    }

    private void add(String label, String number, @Nullable String unit, String basis) {
        RegionFigure figure = figure(label);
        BigDecimal value = value(number);
        if (figure.allows(value) && isUnitOf(figure, unit == null ? "" : unit)) {
            figures.putIfAbsent(figure, new Figure(value, JapaneseText.strip(basis)));
        }
    }

    private static boolean isUnitOf(RegionFigure figure, String unit) {
        return switch (figure) {
            case AREA -> unit.isEmpty() || unit.startsWith("平方") || unit.equals("km2");
            case POPULATION -> unit.isEmpty() || unit.equals("人") || unit.equals("名");
            case AGEING_RATE -> unit.isEmpty() || unit.equals("%") || unit.equals("パーセント");
            case CLINICS, HOSPITALS -> !unit.equals("%") && !unit.equals("人");
        };
    }

    private static RegionFigure figure(String label) {
        return switch (label) {
            case "面積", "総面積" -> RegionFigure.AREA;
            case "人口", "総人口" -> RegionFigure.POPULATION;
            case "高齢化率" -> RegionFigure.AGEING_RATE;
            case "病院数", "病院" -> RegionFigure.HOSPITALS;
            default -> RegionFigure.CLINICS;
        };
    }

    /** Returns the value of a number such as 8,694 or 1万2千. */
    private static BigDecimal value(String number) {
        BigDecimal value = BigDecimal.ZERO;
        Matcher part = PART.matcher(number);
        while (part.find()) {
            String digits = part.group(1).replace(",", "");
            if (!digits.isEmpty()) {
                value = value.add(new BigDecimal(digits).multiply(BigDecimal.valueOf(factor(part.group(2)))));
            }
        }
        return value.stripTrailingZeros().scale() < 0 ? value.setScale(0) : value;
    }

    private static long factor(String unit) {
        return switch (unit) {
            case "億" -> 100_000_000;
            case "万" -> 10_000;
            case "千" -> 1_000;
            case "百" -> 100;
            default -> 1;
        };
    }
}
