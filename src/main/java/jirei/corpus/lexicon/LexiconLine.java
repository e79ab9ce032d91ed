package jirei.corpus.lexicon;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jirei.corpus.text.DiagnosticCollector;

/**
 * A line of a lexicon, {@code name: word, word, …}.
 *
 * @param number the line's number in the file, from 1
 * @param words the words behind the colon, stripped, in their order; may be empty
 */
public record LexiconLine(int number, String name, List<String> words) {
    private static final Pattern REMARK = Pattern.compile("[#＃]");
    private static final Pattern COLON = Pattern.compile("[:：]");
    private static final Pattern SEPARATOR = Pattern.compile("[、,，]");

    /** The lines of {@code text} that say something; a line of another form is a fault. */
    static List<LexiconLine> readAll(String text, DiagnosticCollector faults) {
        List<LexiconLine> lines = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            String said = REMARK.split(line, 2)[0].strip();
            if (said.isEmpty()) {
                continue;
            }
            String[] halves = COLON.split(said, 2);
            String name = halves[0].strip();
            if (halves.length < 2 || name.isEmpty()) {
                faults.add(number, "「" + said + "」に名前と「:」がないため、「名前: 語、語」の形で書いてください");
                continue;
            }
            lines.add(new LexiconLine(number, name, separated(halves[1])));
        }
        return lines;
    }

    /** The values of a list such as 医師会、保健所, stripped. */
    public static List<String> separated(String values) {
        return Stream.of(SEPARATOR.split(values))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }
}
