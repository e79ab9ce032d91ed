package jirei.library.words;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jirei.analysis.JapaneseAnalyzers;
import jirei.corpus.lexicon.LexiconLine;
import jirei.corpus.text.CorpusDiagnostic;
import jirei.corpus.text.CorpusFormatException;

/**
 * The text of a lexicon file as a table. Every line without comments alone is an entry, valid or not. A change of an entry leaves all
 * other lines as they are. Immutable.
 */
public final class LexiconTable {
    private static final Pattern COMMENT = Pattern.compile("[#＃]");
    private static final Pattern EQUIVALENCE = Pattern.compile("[=＝]");
    private static final Pattern ONE_WAY = Pattern.compile("[>＞]");
    private static final Pattern COLON = Pattern.compile("[:：]");
    private static final String DEFAULT_CLASS = "カスタム名詞";

    private final LexiconFile file;
    private final List<String> lines;

    private LexiconTable(LexiconFile file, List<String> lines) {
        this.file = file;
        this.lines = lines;
    }

    /** Returns the table of {@code text}. */
    public static LexiconTable of(LexiconFile file, String text) {
        return new LexiconTable(file, List.of(text.split("\\R", -1)));
    }

    /** Returns all entries in file order. */
    public List<LexiconEntry> entries() {
        List<LexiconEntry> entries = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            int number = at + 1;
            parse(file, lines.get(at)).map(entry -> entry.at(number)).ifPresent(entries::add);
        }
        return entries;
    }

    /** Returns the entries that contain {@code text}; width and case do not matter. */
    public List<LexiconEntry> entriesWith(String text) {
        String folded = JapaneseAnalyzers.foldWidthAndCase(text);
        return entries().stream()
                .filter(entry -> entry.contains(text)
                        || JapaneseAnalyzers.foldWidthAndCase(String.join("\n", entry.values()))
                                .contains(folded))
                .toList();
    }

    /** Returns the entry in {@code line}; empty if there is none. */
    public Optional<LexiconEntry> entry(int line) {
        return line < 1 || line > lines.size()
                ? Optional.empty()
                : parse(file, lines.get(line - 1)).map(entry -> entry.at(line));
    }

    /** Returns the line that has {@code text}, if there is exactly one; else 0. */
    public int lineOf(String text) {
        return lines.indexOf(text) == lines.lastIndexOf(text) ? lines.indexOf(text) + 1 : 0;
    }

    /** Returns the text of {@code line}; empty if there is no such line. */
    public String line(int line) {
        return line < 1 || line > lines.size() ? "" : lines.get(line - 1);
    }

    /**
     * Returns the file with {@code entry} in its line; an entry without one follows the last entry with the same first value, or the
     * last line.
     *
     * @throws CorpusFormatException if the entry cannot be written as one line
     */
    public String with(LexiconEntry entry) throws CorpusFormatException {
        String line = write(entry);
        List<String> changed = new ArrayList<>(lines);
        if (entry.line() > 0 && entry.line() <= lines.size()) {
            changed.set(entry.line() - 1, line);
        } else {
            changed.add(placeOf(entry), line);
        }
        String text = String.join("\n", changed);
        return text.endsWith("\n") ? text : text + "\n";
    }

    private int placeOf(LexiconEntry added) {
        int last = lines.size();
        while (last > 0 && lines.get(last - 1).isBlank()) {
            last--;
        }
        for (LexiconEntry entry : entries()) {
            if (entry.values().getFirst().equals(added.values().getFirst())) {
                last = entry.line();
            }
        }
        return last;
    }

    /** Returns the file without {@code line}. */
    public String without(int line) {
        List<String> changed = new ArrayList<>(lines);
        if (line >= 1 && line <= lines.size()) {
            changed.remove(line - 1);
        }
        return String.join("\n", changed);
    }

    /**
     * Returns the line of {@code entry}.
     *
     * @throws CorpusFormatException if a value is missing, or has a sign that separates values
     */
    String write(LexiconEntry entry) throws CorpusFormatException {
        List<String> values = new ArrayList<>();
        for (int at = 0; at < file.columns().size(); at++) {
            String value = at < entry.values().size() ? entry.values().get(at) : "";
            values.add(normalized(file.columns().get(at), value));
        }
        String note = entry.note().replaceAll("[#＃\\s]+", " ").strip();
        String line = join(values) + (note.isEmpty() ? "" : "  # " + note);
        Optional<LexiconEntry> read = parse(file, line);
        boolean isSame = read.isPresent()
                && read.get().values().equals(values)
                && read.get().note().equals(note);
        if (values.getFirst().isEmpty()) {
            throw fault(entry.line(), "「" + file.columns().getFirst().label() + "」が空なので、書いてください");
        }
        if (!isSame) {
            throw fault(entry.line(), "区切りに使う記号（# : = > など）が欄の中にあります。除いてください");
        }
        return line;
    }

    private CorpusFormatException fault(int line, String problem) {
        return new CorpusFormatException(
                List.of(new CorpusDiagnostic(Path.of(file.fileName()), Math.max(1, line), problem)));
    }

    private static String normalized(LexiconFile.Column column, String value) {
        return column.isList()
                ? String.join("、", LexiconLine.split(value.replaceAll("\\s+", " ")))
                : value.replaceAll("\\s+", " ").strip();
    }

    private String join(List<String> values) {
        String first = values.getFirst();
        return switch (file) {
            case SYNONYMS ->
                values.get(1).isEmpty()
                        ? String.join(" = ", LexiconLine.split(first))
                        : first.replace("、", ", ") + " > " + values.get(1).replace("、", ", ");
            case USER_DICTIONARY ->
                String.join(",", values.subList(0, 3)) + ","
                        + (values.get(3).isEmpty() ? DEFAULT_CLASS : values.get(3));
            case ACTORS, THEMES -> first + ": " + values.get(1);
        };
    }

    private static Optional<LexiconEntry> parse(LexiconFile file, String line) {
        String[] halves = file == LexiconFile.USER_DICTIONARY ? line.split("#", 2) : COMMENT.split(line, 2);
        String content = halves[0].strip();
        if (content.isEmpty()) {
            return Optional.empty();
        }
        List<String> values = new ArrayList<>(
                switch (file) {
                    case SYNONYMS -> synonyms(content);
                    case USER_DICTIONARY ->
                        List.of(content.split(",", file.columns().size()));
                    case ACTORS, THEMES -> List.of(COLON.split(content, 2));
                });
        List<String> ofColumns = new ArrayList<>();
        for (int at = 0; at < file.columns().size(); at++) {
            String value = at < values.size() ? values.get(at) : "";
            ofColumns.add(normalized(file.columns().get(at), value));
        }
        return Optional.of(new LexiconEntry(0, ofColumns, halves.length > 1 ? halves[1].strip() : ""));
    }

    private static List<String> synonyms(String content) {
        String[] sides = ONE_WAY.split(content, 2);
        if (sides.length == 2) {
            return List.of(sides);
        }
        return List.of(EQUIVALENCE.splitAsStream(content).map(String::strip).collect(Collectors.joining("、")));
    }
}
