package jirei.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jirei.cases.SiteTexts;
import jirei.cases.VisibleText;
import jirei.corpus.text.CorpusDiagnostic;
import jirei.corpus.text.CorpusFormatException;
import jirei.corpus.text.DiagnosticCollector;
import jirei.corpus.text.StrictUtf8;

/** Reads {@code site.properties} of a corpus: lines {@code name = value} in UTF-8. Stateless. */
public final class SiteProperties {
    /** The name of the file in the corpus directory. */
    public static final String FILE = "site.properties";

    /** The keys, each with the maximum length of its value. */
    private static final Map<String, Integer> LENGTHS =
            Map.of("name", 40, "sentence", 60, "lead", 120, "examples", 1_000);

    private static final String KEYS = "name・sentence・lead・examples";
    private static final int MAX_EXAMPLES = 12;
    private static final Pattern SEPARATOR = Pattern.compile("[=＝]");

    private SiteProperties() {}

    /**
     * Returns the texts of the corpus in {@code directory}; those of {@link SiteTexts#DEFAULT} replace missing ones.
     *
     * @throws CorpusFormatException with all diagnostics of the file, if it is invalid
     */
    public static SiteTexts read(Path directory) throws IOException, CorpusFormatException {
        Path file = directory.resolve(FILE);
        if (!Files.exists(file)) {
            return SiteTexts.DEFAULT;
        }
        var diagnostics = new DiagnosticCollector(file);
        Map<String, String> values = values(StrictUtf8.read(file), diagnostics);
        diagnostics.throwIfAny();
        String examples = values.get("examples");
        return new SiteTexts(
                values.getOrDefault("name", SiteTexts.DEFAULT.name()),
                values.getOrDefault("sentence", SiteTexts.DEFAULT.sentence()),
                values.getOrDefault("lead", SiteTexts.DEFAULT.lead()),
                examples == null ? SiteTexts.DEFAULT.examples() : examples(examples));
    }

    /** Reports the diagnostics of {@link #read}. */
    static void check(Path directory, Consumer<CorpusDiagnostic> diagnostics) throws IOException {
        try {
            read(directory);
        } catch (CorpusFormatException e) {
            e.diagnostics().forEach(diagnostics);
        }
    }

    private static Map<String, String> values(String text, DiagnosticCollector diagnostics) {
        Map<String, String> values = new HashMap<>();
        List<String> lines = text.replaceFirst("^\uFEFF", "").lines().toList();
        for (int at = 0; at < lines.size(); at++) {
            String line = VisibleText.strip(lines.get(at));
            if (!line.isEmpty() && !line.startsWith("#")) {
                add(line, at + 1, values, diagnostics);
            }
        }
        return values;
    }

    private static void add(String line, int number, Map<String, String> values, DiagnosticCollector diagnostics) {
        String[] halves = SEPARATOR.split(line, 2);
        String name = VisibleText.strip(halves[0]);
        String value = halves.length < 2 ? "" : VisibleText.oneLine(halves[1]);
        Integer maxLength = LENGTHS.get(name);
        if (maxLength == null) {
            diagnostics.add(number, "「" + name + "」という設定はありません。" + KEYS + " のどれかに直してください");
        } else if (value.isEmpty()) {
            diagnostics.add(number, name + " の値がありません。「" + name + " = 値」の形で書くか、この行を消してください");
        } else if (value.codePointCount(0, value.length()) > maxLength) {
            diagnostics.add(number, name + " の値が長すぎます。" + maxLength + "文字以内に縮めてください");
        } else if (values.putIfAbsent(name, value) != null) {
            diagnostics.add(number, name + " が二度あります。どちらか一つにしてください");
        } else if (name.equals("examples") && examples(value).size() > MAX_EXAMPLES) {
            diagnostics.add(number, "検索の例が" + examples(value).size() + "あります。" + MAX_EXAMPLES + "以下に減らしてください");
        }
    }

    private static List<String> examples(String value) {
        return Stream.of(value.split("、"))
                .map(VisibleText::strip)
                .filter(one -> !one.isEmpty())
                .toList();
    }
}
