package jirei.intake.office;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import jirei.intake.source.Budget;
import jirei.intake.source.XmlHandler;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;

/** The automatic numbers of lists and headings in a Word file, counted in document order. Not thread-safe. */
final class WordNumbering extends XmlHandler {
    private static final int LEVELS = 9;
    private static final String KANJI_DIGITS = "〇一二三四五六七八九";
    private static final String AIUEO = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン";
    private static final String IROHA = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス";
    private static final Pattern ASCII_END = Pattern.compile(".*[!-~]", Pattern.DOTALL);
    private static final int MAX_CIRCLED = 20;

    /** A level of a numbering. */
    private static final class Level {
        private int start = 1;
        private String format = "decimal";
        private String text = "";
    }

    /** A numbering with its counters. */
    private static final class Numbering {
        private final Level[] levels = new Level[LEVELS];
        private final int[] counters = new int[LEVELS];
        private final boolean[] isStarted = new boolean[LEVELS];
    }

    private final Map<String, Numbering> byDefinition = new HashMap<>();
    private final Map<String, String> definitions = new HashMap<>();
    private @Nullable Numbering definition;
    private @Nullable Level level;
    private String instance = "";

    WordNumbering(Budget budget) {
        super(budget);
    }

    @Override
    protected void start(String name, Attributes attributes) {
        String value = attribute(attributes, "val");
        Level current = level;
        switch (name) {
            case "abstractNum" ->
                definition =
                        byDefinition.computeIfAbsent(attribute(attributes, "abstractNumId"), key -> new Numbering());
            case "num" -> instance = attribute(attributes, "numId");
            case "abstractNumId" -> definitions.put(instance, value);
            case "lvl" -> level = startLevel(number(attribute(attributes, "ilvl"), 0));
            default -> {
                if (current != null) {
                    set(current, name, value);
                }
            }
        }
    }

    private @Nullable Level startLevel(int at) {
        Numbering numbering = definition;
        if (numbering == null || at < 0 || at >= LEVELS) {
            return null;
        }
        var started = new Level();
        numbering.levels[at] = started;
        return started;
    }

    private static void set(Level level, String name, String value) {
        switch (name) {
            case "start" -> level.start = number(value, 1);
            case "numFmt" -> level.format = value;
            case "lvlText" -> level.text = value;
            default -> {
                // not needed
            }
        }
    }

    @Override
    protected void end(String name) {
        switch (name) {
            case "abstractNum" -> definition = null;
            case "lvl" -> level = null;
            default -> {
                // nothing was started
            }
        }
    }

    /**
     * Counts a paragraph and returns its number or bullet; empty if the numbering has none.
     *
     * @param id the id of the numbering, as paragraphs and styles refer to it
     * @param at the level, from 0
     */
    String next(String id, int at) {
        Numbering numbering = byDefinition.get(definitions.getOrDefault(id, ""));
        Level counted = numbering == null || at < 0 || at >= LEVELS ? null : numbering.levels[at];
        if (numbering == null || counted == null) {
            return "";
        }
        if (counted.format.equals("bullet")) {
            return "・";
        }
        numbering.counters[at] = numbering.isStarted[at] ? numbering.counters[at] + 1 : counted.start;
        numbering.isStarted[at] = true;
        for (int below = at + 1; below < LEVELS; below++) {
            numbering.isStarted[below] = false;
        }
        return label(numbering, counted);
    }

    private static String label(Numbering numbering, Level counted) {
        if (counted.format.equals("none") || counted.text.isEmpty()) {
            return "";
        }
        String label = counted.text;
        for (int at = 0; at < LEVELS; at++) {
            Level level = numbering.levels[at];
            String variable = "%" + (at + 1);
            if (level != null && label.contains(variable)) {
                int number = numbering.isStarted[at] ? numbering.counters[at] : level.start;
                label = label.replace(variable, format(level.format, number));
            }
        }
        boolean needsSpace = ASCII_END.matcher(label).matches();
        return label + (needsSpace ? " " : label.endsWith("．") ? "" : "　");
    }

    private static String format(String format, int number) {
        return switch (format) {
            case "decimalFullWidth", "decimalFullWidth2" -> fullWidth(number);
            case "decimalEnclosedCircle" ->
                number >= 1 && number <= MAX_CIRCLED
                        ? String.valueOf((char) ('①' + number - 1))
                        : String.valueOf(number);
            case "aiueo", "aiueoFullWidth" -> letter(AIUEO, number);
            case "iroha", "irohaFullWidth" -> letter(IROHA, number);
            case "lowerLetter" -> letter("abcdefghijklmnopqrstuvwxyz", number);
            case "upperLetter" -> letter("ABCDEFGHIJKLMNOPQRSTUVWXYZ", number);
            case "lowerRoman" -> roman(number).toLowerCase(Locale.ROOT);
            case "upperRoman" -> roman(number);
            case "japaneseCounting",
                    "ideographDigital",
                    "japaneseDigitalTenThousand",
                    "chineseCounting",
                    "taiwaneseCounting" -> kanji(number);
            default -> String.valueOf(number);
        };
    }

    private static String letter(String letters, int number) {
        return number >= 1 && number <= letters.length()
                ? letters.substring(number - 1, number)
                : String.valueOf(number);
    }

    private static String fullWidth(int number) {
        StringBuilder wide = new StringBuilder();
        String.valueOf(number).chars().forEach(c -> wide.append((char) (c - '0' + '０')));
        return wide.toString();
    }

    private static String kanji(int number) {
        if (number < 1 || number > 99) {
            return String.valueOf(number);
        }
        int tens = number / 10;
        String before = tens == 0 ? "" : tens == 1 ? "十" : KANJI_DIGITS.charAt(tens) + "十";
        return number % 10 == 0 ? before : before + KANJI_DIGITS.charAt(number % 10);
    }

    private static String roman(int number) {
        String[] signs = {"X", "IX", "V", "IV", "I"};
        int[] values = {10, 9, 5, 4, 1};
        if (number < 1 || number > 99) {
            return String.valueOf(number);
        }
        StringBuilder roman = new StringBuilder();
        int rest = number;
        for (int at = 0; at < signs.length; at++) {
            while (rest >= values[at]) {
                roman.append(signs[at]);
                rest -= values[at];
            }
        }
        return roman.toString();
    }
}
