package jirei.corpus.lexicon;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jirei.cases.Theme;
import jirei.corpus.text.CorpusFormatException;
import jirei.corpus.text.DiagnosticCollector;
import jirei.corpus.text.StrictUtf8;

/**
 * The rules that classify a section by theme.
 *
 * <p>Each phrase of a theme has a weight. A phrase counts once per section, with double weight if it occurs in the
 * heading. The themes whose sum reaches the threshold are assigned, at most the three with the highest sums.
 * Immutable.
 */
public final class ThemeLexicon {
    private static final String THRESHOLD = "必要な点";
    private static final int MAX_THEMES = 3;
    private static final int HEADING_BOOST = 2;
    private static final Pattern WEIGHTED = Pattern.compile("(.+?)(?:\\s+(-?\\d{1,2}))?");

    private final int threshold;
    private final SurfaceMatcher<Phrase> phrases;

    private ThemeLexicon(int threshold, List<Phrase> phrases) {
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
        List<Phrase> phrases = new ArrayList<>();
        int threshold = 1;
        for (LexiconLine line : LexiconLine.readAll(text, diagnostics)) {
            if (line.name().equals(THRESHOLD)) {
                threshold = threshold(line, diagnostics);
                continue;
            }
            Optional<Theme> theme = Theme.named(SurfacePattern.normalize(line.name()));
            if (theme.isEmpty()) {
                diagnostics.add(
                        line.number(), "テーマ「" + line.name() + "」はありません。ア から ク までの文字か「" + THRESHOLD + "」で始めてください");
                continue;
            }
            line.words().forEach(word -> phrase(theme.get(), word, line.number(), diagnostics)
                    .ifPresent(phrases::add));
        }
        diagnostics.throwIfAny();
        return new ThemeLexicon(threshold, phrases);
    }

    /** Returns the themes of a section, up to three, in the order of {@link Theme}. */
    public List<Theme> find(String heading, String text) {
        Map<Phrase, Integer> weights = new HashMap<>();
        phrases.matches(SurfacePattern.normalize(text))
                .forEach(match -> weights.put(match.entry(), match.entry().weight()));
        phrases.matches(SurfacePattern.normalize(heading))
                .forEach(match ->
                        weights.put(match.entry(), HEADING_BOOST * match.entry().weight()));
        Map<Theme, Integer> sums = new EnumMap<>(Theme.class);
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
