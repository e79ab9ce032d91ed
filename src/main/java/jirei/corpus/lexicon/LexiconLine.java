package jirei.corpus.lexicon;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jirei.cases.VisibleText;
import jirei.corpus.text.CorpusLimits;
import jirei.corpus.text.DiagnosticCollector;

/**
 * A line of a lexicon, {@code name: word, word, …}. Immutable.
 *
 * @param number the line number in the file, from 1
 * @param name the name before the colon, stripped; not empty
 * @param words the words after the colon, stripped, in order; may be empty
 */
public record LexiconLine(int number, String name, List<String> words) {
    private static final Pattern COMMENT = Pattern.compile("[#＃]");
    private static final Pattern COLON = Pattern.compile("[:：]");
    private static final Pattern SEPARATOR = Pattern.compile("[、,，]");

    /** Parses the lines of {@code text}; comments and empty lines are skipped, invalid lines are reported. */
    static List<LexiconLine> readAll(String text, DiagnosticCollector diagnostics) {
        List<LexiconLine> lines = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            String content = VisibleText.strip(COMMENT.split(line, 2)[0]);
            if (content.isEmpty()) {
                continue;
            }
            String[] halves = COLON.split(content, 2);
            String name = VisibleText.strip(halves[0]);
            if (halves.length < 2 || name.isEmpty()) {
                diagnostics.add(number, "「" + content + "」に名前と「:」がありません。「名前: 語、語」の形で書いてください");
                continue;
            }
            if (name.codePointCount(0, name.length()) > CorpusLimits.MAX_NAME_LENGTH) {
                diagnostics.add(number, "名前が長すぎます。" + CorpusLimits.MAX_NAME_LENGTH + "文字以内に縮めてください");
                continue;
            }
            lines.add(new LexiconLine(number, name, split(halves[1])));
        }
        return lines;
    }

    /** Splits a list such as 医師会、保健所; the values are stripped and empty ones dropped. */
    public static List<String> split(String values) {
        return Stream.of(SEPARATOR.split(values))
                .map(VisibleText::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }
}
