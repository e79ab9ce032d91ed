package jirei.corpus.lexicon;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jirei.cases.Theme;
import jirei.corpus.text.CorpusFormatException;
import jirei.corpus.text.DiagnosticCollector;
import jirei.corpus.text.StrictUtf8;

/**
 * The themes of a corpus, and the rules that classify a section by theme.
 *
 * <p>The line テーマ declares the themes in their order, each as id and title; a file without it has the bundled themes.
 *
 * <p>Each phrase of a theme has a weight. A phrase counts once per section, with double weight if it occurs in the
 * heading. The themes whose sum reaches the threshold are assigned, at most the three with the highest sums.
 * Immutable.
 */
public final class ThemeLexicon {
    private static final String THRESHOLD = "必要な点";
    private static final String THEMES = "テーマ";
    private static final String NONE = "なし";
    private static final int MAX_DECLARED = 50;
    private static final int MAX_ID_LENGTH = 20;
    private static final int MAX_THEMES = 3;
    private static final int HEADING_BOOST = 2;
    private static final Pattern WEIGHTED = Pattern.compile("(.+?)(?:\\s+(-?\\d{1,2}))?");

    private final List<Theme> themes;
    private final int threshold;
    private final SurfaceMatcher<Phrase> phrases;

    private ThemeLexicon(List<Theme> themes, int threshold, List<Phrase> phrases) {
        this.themes = themes;
        this.threshold = threshold;
        this.phrases = new SurfaceMatcher<>(phrases, Phrase::pattern);
    }

    /**
     * Reads the rules.
     *
     * @throws IOException if {@code file} cannot be read
     * @throws CorpusFormatException with all diagnostics of the file, if it is invalid
     */
    public static ThemeLexicon read(Path file) throws IOException, CorpusFormatException {
        return parse(file, StrictUtf8.read(file));
    }

    /**
     * Parses the rules.
     *
     * @param file the file that diagnostics name
     * @throws CorpusFormatException with all diagnostics of {@code text}, if it is invalid
     */
    public static ThemeLexicon parse(Path file, String text) throws CorpusFormatException {
        var diagnostics = new DiagnosticCollector(file);
        List<LexiconLine> lines = LexiconLine.readAll(text, diagnostics);
        List<Theme> themes = declared(lines, diagnostics);
        List<Phrase> phrases = new ArrayList<>();
        int threshold = 1;
        for (LexiconLine line : lines) {
            if (line.name().equals(THRESHOLD)) {
                threshold = threshold(line, diagnostics);
            } else if (!line.name().equals(THEMES)) {
                Optional<Theme> theme = named(themes, SurfacePattern.normalize(line.name()));
                if (theme.isEmpty()) {
                    diagnostics.add(line.number(), "テーマ「" + line.name() + "」はありません。" + remedyOfRule(themes));
                }
                theme.ifPresent(known -> line.words().forEach(word -> phrase(known, word, line.number(), diagnostics)
                        .ifPresent(phrases::add)));
            }
        }
        diagnostics.throwIfAny();
        return new ThemeLexicon(themes, threshold, phrases);
    }

    private static String remedyOfRule(List<Theme> themes) {
        return (themes.isEmpty() ? "「" + THEMES + ": 」の行に加えるか、" : ids(themes) + "・") + THRESHOLD + " のどれかで始めてください";
    }

    private static String ids(List<Theme> themes) {
        return themes.stream().map(Theme::id).collect(Collectors.joining("・"));
    }

    /** Returns the themes that {@code lines} declare, or the bundled ones if they declare none. */
    private static List<Theme> declared(List<LexiconLine> lines, DiagnosticCollector diagnostics) {
        List<LexiconLine> declarations =
                lines.stream().filter(line -> line.name().equals(THEMES)).toList();
        if (declarations.isEmpty()) {
            return Lexicon.shipped().themes().themes();
        }
        List<Theme> themes = new ArrayList<>();
        for (LexiconLine line : declarations) {
            if (line.words().isEmpty()) {
                diagnostics.add(line.number(), "テーマが一つもありません。「テーマ: ア 資源の把握、…」の形で書くか、テーマを使わないときは「なし」と書いてください");
            }
            if (!line.words().equals(List.of(NONE))) {
                line.words().forEach(word -> declare(word, line.number(), themes, diagnostics));
            }
        }
        if (themes.size() > MAX_DECLARED) {
            diagnostics.add(
                    declarations.getFirst().number(), "テーマが" + themes.size() + "あります。" + MAX_DECLARED + "以下に減らしてください");
        }
        return List.copyOf(themes);
    }

    private static void declare(String word, int line, List<Theme> themes, DiagnosticCollector diagnostics) {
        String[] parts = SurfacePattern.normalize(word).split("\\s+", 2);
        String id = parts[0];
        String title = parts[parts.length - 1];
        if (id.codePointCount(0, id.length()) > MAX_ID_LENGTH) {
            diagnostics.add(line, "テーマの名前「" + id + "」が長すぎます。" + MAX_ID_LENGTH + "文字以内の名前のあとに空白を置いて題を書いてください");
        } else if (id.equals(NONE) || id.equals(THRESHOLD) || id.equals(THEMES)) {
            diagnostics.add(line, "テーマの名前に「" + id + "」は使えません。別の名前に変えてください");
        } else if (Stream.of(id, title).anyMatch(name -> named(themes, name).isPresent())) {
            diagnostics.add(line, "テーマ「" + word + "」の名前か題がほかのテーマと同じです。どちらかを変えてください");
        } else {
            themes.add(new Theme(id, title, themes.size()));
        }
    }

    private static Optional<Theme> named(List<Theme> themes, String name) {
        return themes.stream().filter(theme -> theme.isNamed(name)).findFirst();
    }

    /** Returns the themes in their order; empty if the corpus has none. */
    public List<Theme> themes() {
        return themes;
    }

    /** Returns the theme whose id, title or label is {@code name}; empty for any other text. */
    public Optional<Theme> named(String name) {
        return named(themes, name);
    }

    /** Returns what to write instead of an unknown theme. */
    String remedy() {
        return themes.isEmpty() ? "この行を消すか、lexicon/themes.txt の「テーマ:」の行に加えてください" : ids(themes) + " のどれかで書いてください";
    }

    /** Returns the themes of a section, up to three, in their order. */
    public List<Theme> find(String heading, String text) {
        Map<Phrase, Integer> weights = new HashMap<>();
        phrases.matches(SurfacePattern.normalize(text))
                .forEach(match -> weights.put(match.entry(), match.entry().weight()));
        phrases.matches(SurfacePattern.normalize(heading))
                .forEach(match ->
                        weights.put(match.entry(), HEADING_BOOST * match.entry().weight()));
        Map<Theme, Integer> sums = new TreeMap<>();
        weights.forEach((phrase, weight) -> sums.merge(phrase.theme(), weight, Integer::sum));
        return sums.entrySet().stream()
                .filter(sum -> sum.getValue() >= threshold)
                .sorted(Map.Entry.<Theme, Integer>comparingByValue().reversed())
                .limit(MAX_THEMES)
                .map(Map.Entry::getKey)
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    private static int threshold(LexiconLine line, DiagnosticCollector diagnostics) {
        String value = String.join("、", line.words());
        if (value.matches("[1-9]\\d?")) {
            return Integer.parseInt(value);
        }
        diagnostics.add(line.number(), THRESHOLD + "の値「" + value + "」は使えません。1から99までの整数を一つ書いてください");
        return 1;
    }

    private static Optional<Phrase> phrase(Theme theme, String word, int line, DiagnosticCollector diagnostics) {
        Matcher parts = WEIGHTED.matcher(SurfacePattern.normalize(word));
        if (parts.matches()) {
            try {
                int weight = parts.group(2) == null ? 1 : Integer.parseInt(parts.group(2));
                return Optional.of(new Phrase(theme, SurfacePattern.of(parts.group(1)), weight));
            } catch (IllegalArgumentException e) {
                diagnostics.add(line, "語「" + word + "」は使えません。* は語の途中に、| は語の端に書いてください");
            }
        }
        return Optional.empty();
    }

    private record Phrase(Theme theme, SurfacePattern pattern, int weight) {}
}
