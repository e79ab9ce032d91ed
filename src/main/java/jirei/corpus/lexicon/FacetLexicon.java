package jirei.corpus.lexicon;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import jirei.cases.OwnFacet;
import jirei.cases.OwnFacet.Order;
import jirei.corpus.text.CorpusFormatException;
import jirei.corpus.text.DiagnosticCollector;
import jirei.corpus.text.StrictUtf8;
import org.jspecify.annotations.Nullable;

/**
 * The facets that a corpus declares, one a line as {@code 予算: 一つ、一覧の順}, with the allowed values in a line {@code 予算の値: …}.
 * Immutable.
 */
public final class FacetLexicon {
    /** No facets. */
    public static final FacetLexicon NONE = new FacetLexicon(List.of());

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{Nd}_-]{1,20}");
    private static final String OF_VALUES = "の値";
    private static final String LABEL = "表示名";
    private static final int MAX_LABEL_LENGTH = 20;
    private static final int MAX_VALUES = 500;

    private final List<OwnFacet> facets;

    private FacetLexicon(List<OwnFacet> facets) {
        this.facets = List.copyOf(facets);
    }

    /**
     * Reads the declarations.
     *
     * @throws IOException if {@code file} cannot be read
     * @throws CorpusFormatException with all diagnostics of the file, if it is invalid
     */
    public static FacetLexicon read(Path file) throws IOException, CorpusFormatException {
        return parse(file, StrictUtf8.read(file));
    }

    /**
     * Parses the declarations.
     *
     * @param file the file that diagnostics name
     * @throws CorpusFormatException with all diagnostics of {@code text}, if it is invalid
     */
    public static FacetLexicon parse(Path file, String text) throws CorpusFormatException {
        var diagnostics = new DiagnosticCollector(file);
        Map<String, Declaration> byName = new LinkedHashMap<>();
        for (LexiconLine line : LexiconLine.readAll(text, diagnostics)) {
            String name = SurfacePattern.normalize(line.name());
            String facet = name.endsWith(OF_VALUES) ? name.substring(0, name.length() - OF_VALUES.length()) : "";
            Declaration declared = byName.get(facet);
            if (declared != null) {
                declared.values(line, diagnostics);
            } else if (name.endsWith(OF_VALUES)) {
                diagnostics.add(
                        line.number(),
                        "「" + name + "」の上に「" + facet + ": 」の行がありません。先に「" + facet + ": 一つ、一覧の順」の形で書いてください");
            } else if (isUsable(name, line.number(), byName, diagnostics)) {
                byName.put(name, Declaration.of(name, line, diagnostics));
            }
        }
        if (byName.size() > OwnFacet.MAX_FACETS) {
            diagnostics.add(1, "絞り込みの項目が" + byName.size() + "あります。" + OwnFacet.MAX_FACETS + "以下に減らしてください");
        }
        List<OwnFacet> facets = new ArrayList<>();
        byName.values().forEach(declared -> facets.add(declared.facet(facets, diagnostics)));
        diagnostics.throwIfAny();
        return new FacetLexicon(facets);
    }

    private static boolean isUsable(
            String name, int line, Map<String, Declaration> byName, DiagnosticCollector diagnostics) {
        if (!NAME.matcher(name).matches()) {
            diagnostics.add(line, "項目の名前「" + name + "」は使えません。文字と数字と _ - だけで、20文字以内で書いてください");
        } else if (OwnFacet.RESERVED.contains(name) || OwnFacet.RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
            diagnostics.add(line, "項目の名前「" + name + "」はすべての事例集が持つ項目の名前です。別の名前に変えてください");
        } else if (byName.containsKey(name)) {
            diagnostics.add(line, "項目「" + name + "」が二度あります。どちらか一つにしてください");
        } else {
            return true;
        }
        return false;
    }

    /** Returns the facets in their order; empty if the corpus declares none. */
    public List<OwnFacet> facets() {
        return facets;
    }

    /** Returns the facet whose name or label is {@code name}; empty for any other text. */
    public Optional<OwnFacet> named(String name) {
        String normalized = SurfacePattern.normalize(name);
        return facets.stream()
                .filter(facet ->
                        facet.name().equals(normalized) || facet.label().equals(normalized))
                .findFirst();
    }

    /**
     * Returns the values of {@code facet} in {@code cell}, as in 防災、福祉, in their normal form; empty if any of them is impossible or
     * there is none.
     */
    public static List<String> values(OwnFacet facet, String cell) {
        List<String> faults = new ArrayList<>();
        List<String> written = facet.multiple() ? LexiconLine.split(cell.replace('\n', '、')) : List.of(cell);
        List<String> values = FacetValue.read(facet, written, faults);
        return faults.isEmpty() ? values : List.of();
    }

    /** A facet while the file is read. Not thread-safe. */
    private static final class Declaration {
        private final String name;
        private final int line;
        private String label;
        private @Nullable Boolean multiple;
        private @Nullable Order order;
        private boolean hierarchical;
        private final List<String> values = new ArrayList<>();

        private Declaration(String name, int line) {
            this.name = name;
            this.line = line;
            this.label = name;
        }

        static Declaration of(String name, LexiconLine line, DiagnosticCollector diagnostics) {
            var declared = new Declaration(name, line.number());
            line.words().forEach(word -> declared.set(SurfacePattern.normalize(word), diagnostics));
            return declared;
        }

        private void set(String setting, DiagnosticCollector diagnostics) {
            switch (setting) {
                case "一つ" -> multiple = once(multiple, false, diagnostics);
                case "複数" -> multiple = once(multiple, true, diagnostics);
                case "一覧の順" -> order = once(order, Order.LIST, diagnostics);
                case "件数の順" -> order = once(order, Order.COUNT, diagnostics);
                case "数の順" -> order = once(order, Order.NUMBER, diagnostics);
                case "階層" -> hierarchical = true;
                default -> label(setting, diagnostics);
            }
        }

        private <T> T once(@Nullable T earlier, T value, DiagnosticCollector diagnostics) {
            if (earlier != null && !earlier.equals(value)) {
                diagnostics.add(line, "項目「" + name + "」に、同時に指定できない設定があります。一つ・複数 のどちらかと、一覧の順・件数の順・数の順 のどれか一つにしてください");
            }
            return value;
        }

        private void label(String setting, DiagnosticCollector diagnostics) {
            String[] parts = setting.split("\\s+", 2);
            if (!parts[0].equals(LABEL) || parts.length < 2) {
                diagnostics.add(line, "設定「" + setting + "」はありません。一つ・複数・一覧の順・件数の順・数の順・階層・表示名 名前 のどれかで書いてください");
            } else if (parts[1].codePointCount(0, parts[1].length()) > MAX_LABEL_LENGTH) {
                diagnostics.add(line, "表示名「" + parts[1] + "」が長すぎます。" + MAX_LABEL_LENGTH + "文字以内に縮めてください");
            } else if (OwnFacet.RESERVED.contains(parts[1])) {
                diagnostics.add(line, "表示名「" + parts[1] + "」はすべての事例集が持つ項目の名前です。別の名前に変えてください");
            } else {
                label = parts[1];
            }
        }

        void values(LexiconLine line, DiagnosticCollector diagnostics) {
            for (String word : line.words()) {
                String value = FacetValue.normalize(word);
                String fault = FacetValue.fault(facet(0, List.of()), value);
                if (!fault.isEmpty()) {
                    diagnostics.add(line.number(), fault);
                } else if (values.contains(value)) {
                    diagnostics.add(line.number(), "値「" + value + "」が二度あります。どちらか一つにしてください");
                } else {
                    values.add(value);
                }
            }
            if (order != Order.LIST) {
                diagnostics.add(
                        line.number(), "項目「" + name + "」は一覧の順ではありません。この行を消すか、「" + name + ": 」の行に「一覧の順」を加えてください");
            }
        }

        /** Returns the facet after {@code earlier}; reports what it lacks. */
        OwnFacet facet(List<OwnFacet> earlier, DiagnosticCollector diagnostics) {
            if (order == Order.LIST && values.isEmpty()) {
                diagnostics.add(line, "項目「" + name + "」の値の一覧がありません。下に「" + name + OF_VALUES + ": 」の行を加えて値を順に書いてください");
            }
            if (values.size() > MAX_VALUES) {
                diagnostics.add(line, "項目「" + name + "」の値が" + values.size() + "あります。" + MAX_VALUES + "以下に減らしてください");
            }
            if (earlier.stream()
                    .anyMatch(other -> other.label().equals(label)
                            || other.name().equals(label)
                            || other.label().equals(name))) {
                diagnostics.add(line, "表示名「" + label + "」がほかの項目の名前か表示名と同じです。どちらかを変えてください");
            }
            return facet(earlier.size(), values);
        }

        private OwnFacet facet(int position, List<String> list) {
            return new OwnFacet(
                    name,
                    label,
                    multiple == null || multiple,
                    order == null ? Order.COUNT : order,
                    hierarchical,
                    list,
                    position);
        }
    }
}
