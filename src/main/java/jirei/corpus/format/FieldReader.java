package jirei.corpus.format;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jirei.cases.VisibleText;
import jirei.corpus.lexicon.LexiconLine;
import jirei.corpus.text.CorpusLimits;
import jirei.corpus.text.DiagnosticCollector;
import org.jspecify.annotations.Nullable;

/** Typed access to named values; values that were never read are reported at the end. Not thread-safe. */
final class FieldReader {
    private static final Pattern NUMBER =
            Pattern.compile("(\\d{1,20}|\\d{1,3}(,\\d{3}){1,6})(\\.\\d{1,20})?([eE][+-]?\\d{1,2})?");

    private final FieldValue.Fields fields;
    private final String prefix;
    private final DiagnosticCollector diagnostics;
    private final UnaryOperator<String> labels;
    private final Set<String> readNames = new LinkedHashSet<>();
    private final Set<String> tooLong = new HashSet<>();

    /**
     * @param prefix the prefix of the names in diagnostics, as in {@code region.}; empty at the top level
     */
    FieldReader(FieldValue.Fields fields, String prefix, DiagnosticCollector diagnostics) {
        this(fields, prefix, diagnostics, UnaryOperator.identity());
    }

    /**
     * @param labels returns how diagnostics call the value of a name with its prefix
     */
    FieldReader(
            FieldValue.Fields fields, String prefix, DiagnosticCollector diagnostics, UnaryOperator<String> labels) {
        this.fields = fields;
        this.prefix = prefix;
        this.diagnostics = diagnostics;
        this.labels = labels;
    }

    /** Returns how diagnostics call the value {@code name}, with a space behind what is not in Japanese. */
    String subject(String name) {
        String label = labels.apply(prefix + name);
        return label.equals(prefix + name) ? label + " " : label;
    }

    /** Returns whether there is a value {@code name}, which {@link #rejectUnknown} does not offer if it is not read. */
    boolean has(String name) {
        return fields.values().containsKey(name);
    }

    /** Returns the line of the value {@code name}, or of the enclosing object if it is missing. */
    int line(String name) {
        FieldValue value = fields.values().get(name);
        return value == null ? fields.line() : value.line();
    }

    /**
     * Returns the text {@code name} of at most {@link CorpusLimits#MAX_NAME_LENGTH}, as {@link #text(String, int)}.
     */
    String text(String name) {
        return text(name, CorpusLimits.MAX_NAME_LENGTH);
    }

    /**
     * Returns the text {@code name}, stripped; empty if it is missing.
     *
     * @param maxLength in code points; a longer text is reported and read as missing
     */
    String text(String name, int maxLength) {
        return switch (value(name)) {
            case FieldValue.Scalar scalar -> limited(VisibleText.strip(scalar.text()), maxLength, scalar.line(), name);
            case FieldValue.Nothing _nothing -> "";
            case FieldValue other -> invalidShape(other, name, "一つの値（[ や { で始まるときは全体を \" で囲む）", "");
        };
    }

    private String limited(String text, int maxLength, int line, String name) {
        int length = text.codePointCount(0, text.length());
        if (length <= maxLength) {
            return text;
        }
        if (tooLong.add(name)) {
            diagnostics.add(line, tooLong(subject(name) + "が", length, maxLength));
        }
        return "";
    }

    /** Returns the problem of {@code subject}, a text of {@code length} code points, which may have {@code maxLength}. */
    static String tooLong(String subject, int length, int maxLength) {
        return subject + length + "文字あります。" + maxLength + "文字以内に縮めてください";
    }

    /** Returns the text {@code name}, as {@link #text}, and reports an empty one. */
    String requiredText(String name, String remedy) {
        int line = line(name);
        String text = text(name);
        if (text.isEmpty() && !tooLong.contains(name)) {
            diagnostics.add(line, "必須の項目「" + labels.apply(prefix + name) + "」がありません。" + remedy);
        }
        return text;
    }

    /**
     * Returns the integer {@code name}; null if it is missing or, which is reported, not within {@code min} and
     * {@code max}.
     */
    @Nullable
    Integer wholeNumber(String name, int min, int max, String remedy) {
        BigDecimal number = number(
                name,
                value -> value.stripTrailingZeros().scale() <= 0
                        && value.compareTo(BigDecimal.valueOf(min)) >= 0
                        && value.compareTo(BigDecimal.valueOf(max)) <= 0,
                remedy);
        return number == null ? null : (Integer) number.intValue();
    }

    /**
     * Returns the number {@code name} with the scale as typed; null if it is missing or, which is reported, not
     * {@code allowed}.
     */
    @Nullable
    BigDecimal number(String name, Predicate<BigDecimal> allowed, String remedy) {
        String typed = text(name);
        if (typed.isEmpty()) {
            return null;
        }
        String normalized = Normalizer.normalize(typed, Normalizer.Form.NFKC);
        if (NUMBER.matcher(normalized).matches()) {
            var number = new BigDecimal(normalized.replace(",", ""));
            if (allowed.test(number)) {
                return number;
            }
        }
        diagnostics.add(line(name), subject(name) + "の値「" + typed + "」は使えません。" + remedy);
        return null;
    }

    /** Returns a reader of the nested object {@code name}, without values if it is missing. */
    FieldReader fields(String name) {
        FieldValue.Fields inner =
                switch (value(name)) {
                    case FieldValue.Fields found -> found;
                    case FieldValue.Nothing nothing -> new FieldValue.Fields(nothing.line(), Map.of());
                    case FieldValue other ->
                        invalidShape(other, name, "字下げした「名前: 値」の並び", new FieldValue.Fields(other.line(), Map.of()));
                };
        return new FieldReader(inner, prefix + name + ".", diagnostics, labels);
    }

    /** Returns the list {@code name}; empty if it is missing, unlike an empty list. */
    Optional<List<FieldValue>> items(String name) {
        return switch (value(name)) {
            case FieldValue.Items items -> Optional.of(items.values());
            case FieldValue.Nothing _nothing -> Optional.empty();
            case FieldValue other -> invalidShape(other, name, "[ ] で囲んだ並び", Optional.empty());
        };
    }

    /** Returns the list of texts {@code name}, as {@link #items}, without blank ones. */
    Optional<List<String>> texts(String name) {
        return items(name).map(values -> values.stream()
                .map(value -> value instanceof FieldValue.Scalar scalar
                        ? scalar.text()
                        : invalidShape(value, name, "文字列の並び", ""))
                .filter(text -> !VisibleText.isBlank(text))
                .toList());
    }

    /**
     * Returns the texts {@code name}, given as a list or as one text; empty if it is missing.
     *
     * @param splits whether one text is a list, as in 医師会、保健所
     */
    Optional<List<String>> listed(String name, boolean splits) {
        if (!(value(name) instanceof FieldValue.Scalar)) {
            return texts(name);
        }
        String text = text(name);
        if (text.equals(SectionAttribute.NONE)) {
            return Optional.of(List.of());
        }
        return Optional.of(
                splits
                        ? LexiconLine.split(text)
                        : Stream.of(text).filter(one -> !one.isEmpty()).toList());
    }

    /** Reports all values that have not been read. */
    void rejectUnknown() {
        fields.values().forEach((name, value) -> {
            if (!readNames.contains(name)) {
                diagnostics.add(
                        value.line(),
                        "「" + prefix + name + "」という項目はありません。" + String.join("・", readNames) + " のどれかに直してください");
            }
        });
    }

    private FieldValue value(String name) {
        readNames.add(name);
        FieldValue value = fields.values().get(name);
        return value == null ? new FieldValue.Nothing(fields.line()) : value;
    }

    private <T> T invalidShape(FieldValue value, String name, String shape, T replacement) {
        diagnostics.add(value.line(), subject(name) + "の値は" + shape + "で書いてください");
        return replacement;
    }
}
