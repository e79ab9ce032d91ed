package jirei.corpus.format;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import jirei.corpus.text.DiagnosticCollector;
import org.jspecify.annotations.Nullable;

/** Takes named values one by one; what is nobody's in the end is a fault. */
final class FieldReader {
    private static final Pattern NUMBER =
            Pattern.compile("(\\d{1,20}|\\d{1,3}(,\\d{3}){1,6})(\\.\\d{1,20})?([eE][+-]?\\d{1,2})?");

    private final FieldValue.Fields fields;
    private final String prefix;
    private final DiagnosticCollector faults;
    private final Set<String> asked = new LinkedHashSet<>();

    /**
     * @param prefix what stands before the names in messages, as in {@code region.}; empty at the top
     */
    FieldReader(FieldValue.Fields fields, String prefix, DiagnosticCollector faults) {
        this.fields = fields;
        this.prefix = prefix;
        this.faults = faults;
    }

    /** The line of the value called {@code name}; that of the whole where there is none. */
    int line(String name) {
        FieldValue value = fields.values().get(name);
        return value == null ? fields.line() : value.line();
    }

    /** The text called {@code name}, stripped; empty where there is none. */
    String text(String name) {
        return switch (value(name)) {
            case FieldValue.Scalar scalar -> scalar.text().strip();
            case FieldValue.Nothing _nothing -> "";
            case FieldValue other -> wrongShape(other, name, "一つの値（[ や { で始まるときは全体を \" で囲む）", "");
        };
    }

    /** The text called {@code name}, as {@link #text}; a fault where it is empty. */
    String requiredText(String name, String remedy) {
        int faultLine = line(name);
        String text = text(name);
        if (text.isEmpty()) {
            faults.add(faultLine, "必須の項目「" + prefix + name + "」がないため、" + remedy);
        }
        return text;
    }

    /** The whole number called {@code name}; null where there is none or it is none of {@code from} to {@code to}. */
    @Nullable
    Integer wholeNumber(String name, int from, int to, String remedy) {
        BigDecimal number = number(
                name,
                value -> value.stripTrailingZeros().scale() <= 0
                        && value.compareTo(BigDecimal.valueOf(from)) >= 0
                        && value.compareTo(BigDecimal.valueOf(to)) <= 0,
                remedy);
        return number == null ? null : (Integer) number.intValue();
    }

    /** The number called {@code name} with its digits as typed; null where there is none or it isn't {@code allowed}. */
    @Nullable
    BigDecimal number(String name, Predicate<BigDecimal> allowed, String remedy) {
        String typed = text(name);
        if (typed.isEmpty()) {
            return null;
        }
        String folded = Normalizer.normalize(typed, Normalizer.Form.NFKC);
        if (NUMBER.matcher(folded).matches()) {
            var number = new BigDecimal(folded.replace(",", ""));
            if (allowed.test(number)) {
                return number;
            }
        }
        faults.add(line(name), prefix + name + " の値「" + typed + "」は使えないため、" + remedy);
        return null;
    }

    /** The named values called {@code name}; empty ones where there are none. */
    FieldReader fields(String name) {
        FieldValue.Fields inner =
                switch (value(name)) {
                    case FieldValue.Fields found -> found;
                    case FieldValue.Nothing nothing -> new FieldValue.Fields(nothing.line(), Map.of());
                    case FieldValue other ->
                        wrongShape(other, name, "字下げした「名前: 値」の並び", new FieldValue.Fields(other.line(), Map.of()));
                };
        return new FieldReader(inner, prefix + name + ".", faults);
    }

    /** The list called {@code name}; empty where there is none, which isn't the same as a list of nothing. */
    Optional<List<FieldValue>> items(String name) {
        return switch (value(name)) {
            case FieldValue.Items items -> Optional.of(items.values());
            case FieldValue.Nothing _nothing -> Optional.empty();
            case FieldValue other -> wrongShape(other, name, "[ ] で囲んだ並び", Optional.empty());
        };
    }

    /** The list of texts called {@code name}, as {@link #items}. */
    Optional<List<String>> texts(String name) {
        return items(name).map(values -> values.stream()
                .map(value -> value instanceof FieldValue.Scalar scalar
                        ? scalar.text()
                        : wrongShape(value, name, "文字列の並び", ""))
                .filter(text -> !text.isBlank())
                .toList());
    }

    /** The names that nobody asked for are faults. */
    void refuseOthers() {
        fields.values().forEach((name, value) -> {
            if (!asked.contains(name)) {
                faults.add(
                        value.line(), "「" + prefix + name + "」という項目はないため、" + String.join("・", asked) + " のどれかに直してください");
            }
        });
    }

    private FieldValue value(String name) {
        asked.add(name);
        FieldValue value = fields.values().get(name);
        return value == null ? new FieldValue.Nothing(fields.line()) : value;
    }

    private <T> T wrongShape(FieldValue value, String name, String shape, T instead) {
        faults.add(value.line(), prefix + name + " の値は" + shape + "で書いてください");
        return instead;
    }
}
