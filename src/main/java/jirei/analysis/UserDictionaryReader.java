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

/** Reads a user dictionary line by line, so that a fault is named with its line. */
final class UserDictionaryReader {
    private static final int COLUMNS = 4;
    /** Kuromoji asks for at least one entry; no text contains this one. */
    private static final String PLACEHOLDER = "\uE000,\uE000,\uE000,カスタム名詞";

    private static final List<String> ENDINGS = List.of("チョウ", "マチ", "ソン", "ムラ", "シ", "ク");

    private UserDictionaryReader() {}

    static UserDictionary read(Reader text) throws IOException, LexiconException {
        var entries = new StringBuilder(PLACEHOLDER);
        Set<String> surfaces = new HashSet<>();
        var whole = new StringWriter();
        text.transferTo(whole);
        int number = 0;
        for (String line : whole.toString().lines().toList()) {
            number++;
            int remark = line.indexOf('#');
            String entry = (remark < 0 ? line : line.substring(0, remark)).strip();
            if (!entry.isEmpty()) {
                check(entry, number, surfaces);
                entries.append('\n').append(JapaneseAnalyzers.foldVariants(entry));
            }
        }
        for (Municipality municipality : Municipality.all()) {
            String name = JapaneseAnalyzers.foldVariants(municipality.name());
            if (surfaces.add(name)) {
                entries.append('\n').append(entry(name, municipality.reading()));
            }
        }
        return UserDictionary.open(new StringReader(entries.toString()));
    }

    /** The name in two pieces, so that 若葉 finds 若葉町: what comes before the last character, and 市, 区, 町 or 村. */
    private static String entry(String name, String read) {
        String stem = name.substring(0, name.length() - 1);
        String ending = name.substring(stem.length());
        String readEnding = "";
        for (String known : ENDINGS) {
            if (readEnding.isEmpty() && read.endsWith(known)) {
                readEnding = known;
            }
        }
        String readStem = read.substring(0, read.length() - readEnding.length());
        return name + "," + stem + " " + ending + "," + readStem + " " + readEnding + ",カスタム名詞";
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

    /** What spaces part: no pattern, since a start waits for all of them. */
    private static List<String> segments(String column) {
        var segments = new StringTokenizer(column, " ");
        List<String> all = new ArrayList<>();
        while (segments.hasMoreTokens()) {
            all.add(segments.nextToken());
        }
        return all;
    }

    private static void require(boolean holds, int line, String problem) throws LexiconException {
        if (!holds) {
            throw new LexiconException(line, problem);
        }
    }
}
