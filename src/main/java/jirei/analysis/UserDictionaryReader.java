package jirei.analysis;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.StringTokenizer;
import jirei.cases.Municipality;
import org.apache.lucene.analysis.ja.dict.UserDictionary;

/**
 * Reads a user dictionary for Kuromoji and adds the names of all municipalities. Validates line by line, so that an
 * error names its line. Stateless.
 */
final class UserDictionaryReader {
    private static final int COLUMNS = 4;
    /** Kuromoji requires at least one entry; this one uses a private-use character, which no text contains. */
    private static final String PLACEHOLDER = "\uE000,\uE000,\uE000,カスタム名詞";

    private static final List<String> SUFFIX_READINGS = List.of("チョウ", "マチ", "ソン", "ムラ", "シ", "ク");

    private UserDictionaryReader() {}

    static UserDictionary read(Reader text) throws IOException, LexiconException {
        var entries = new StringBuilder(PLACEHOLDER);
        Set<String> surfaces = new HashSet<>();
        var content = new StringWriter();
        text.transferTo(content);
        int number = 0;
        for (String line : content.toString().lines().toList()) {
            number++;
            int comment = line.indexOf('#');
            String entry = (comment < 0 ? line : line.substring(0, comment)).strip();
            if (!entry.isEmpty()) {
                check(entry, number, surfaces);
                entries.append('\n').append(JapaneseAnalyzers.foldVariants(entry));
            }
        }
        for (Municipality municipality : Municipality.all()) {
            String name = JapaneseAnalyzers.foldVariants(municipality.name());
            // the dictionary of Kuromoji knows 津 and 市; an entry 津市 would divide 会津市
            if (name.length() > 2 && surfaces.add(name)) {
                entries.append('\n').append(entry(name, municipality.reading()));
            }
        }
        return UserDictionary.open(new StringReader(entries.toString()));
    }

    /** Creates an entry of two segments, the stem and 市, 区, 町 or 村, so that 若葉 matches 若葉町. */
    private static String entry(String name, String reading) {
        String stem = name.substring(0, name.length() - 1);
        String suffix = name.substring(stem.length());
        String suffixReading = "";
        for (String candidate : SUFFIX_READINGS) {
            if (suffixReading.isEmpty() && reading.endsWith(candidate)) {
                suffixReading = candidate;
            }
        }
        String stemReading = reading.substring(0, reading.length() - suffixReading.length());
        return name + "," + stem + " " + suffix + "," + stemReading + " " + suffixReading + ",カスタム名詞";
    }

    private static void check(String entry, int line, Set<String> surfaces) throws LexiconException {
        String[] columns = entry.split(",", -1);
        require(columns.length == COLUMNS, line, "「表層形,分割,読み,品詞」の四つの欄が要りますが、「" + entry + "」は" + columns.length + "欄です");
        String surface = columns[0].strip();
        List<String> segments = segments(columns[1]);
        require(
                String.join("", segments).equals(surface),
                line,
                "「" + surface + "」の分割「" + columns[1].strip() + "」をつなぐと元の語になりません");
        require(segments(columns[2]).size() == segments.size(), line, "「" + surface + "」の読みの数が分割の数と違います");
        require(
                JapaneseAnalyzers.foldWidthAndCase(surface).equals(surface),
                line,
                "「" + surface + "」は半角の英数字と全角のカナで書いてください（例：「" + JapaneseAnalyzers.foldWidthAndCase(surface) + "」）");
        require(surfaces.add(surface), line, "「" + surface + "」が二度あります");
    }

    /** Splits at spaces, without a regular expression, since the dictionary is read at start-up. */
    private static List<String> segments(String column) {
        var tokenizer = new StringTokenizer(column, " ");
        List<String> segments = new ArrayList<>();
        while (tokenizer.hasMoreTokens()) {
            segments.add(tokenizer.nextToken());
        }
        return segments;
    }

    private static void require(boolean condition, int line, String message) throws LexiconException {
        if (!condition) {
            throw new LexiconException(line, message);
        }
    }
}
