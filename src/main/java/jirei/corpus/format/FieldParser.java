package jirei.corpus.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jirei.corpus.text.CorpusLimits;
import jirei.corpus.text.DiagnosticCollector;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.dataformat.yaml.YAMLParser;

/** Parses YAML or JSON into {@link FieldValue}s with line numbers and the text as typed. Not thread-safe. */
final class FieldParser {
    /** The limits of both formats. */
    static final StreamReadConstraints CONSTRAINTS = StreamReadConstraints.builder()
            .maxNestingDepth(CorpusLimits.MAX_NESTING)
            .maxNameLength(CorpusLimits.MAX_NAME_LENGTH)
            .build();

    private final JsonParser parser;
    private final int linesAbove;
    private final DiagnosticCollector diagnostics;

    /**
     * @param linesAbove number of lines of the file before the first line of {@code parser}
     */
    FieldParser(JsonParser parser, int linesAbove, DiagnosticCollector diagnostics) {
        this.parser = parser;
        this.linesAbove = linesAbove;
        this.diagnostics = diagnostics;
    }

    /**
     * Parses the whole text.
     *
     * @throws StreamConstraintsException if it exceeds {@link #CONSTRAINTS}, which is reported
     * @throws tools.jackson.core.JacksonException on a syntax error, which is not
     */
    FieldValue read() {
        try {
            parser.nextToken();
            FieldValue value = value(line());
            if (parser.nextToken() != null) {
                diagnostics.add(line(), "値の後ろに余分な文字があります。取り除いてください");
            }
            return value;
        } catch (StreamConstraintsException e) {
            diagnostics.add(line(), "[ や { などの入れ子が" + CorpusLimits.MAX_NESTING + "段より深いか、数か項目の名前が長すぎます。余分な文字を消してください");
            throw e;
        }
    }

    private int line() {
        return Math.max(1, parser.currentTokenLocation().getLineNr()) + linesAbove;
    }

    private FieldValue value(int line) {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return fields(line);
        }
        if (token == JsonToken.START_ARRAY) {
            return items(line);
        }
        if (token == null || token == JsonToken.VALUE_NULL) {
            return new FieldValue.Nothing(line);
        }
        String text = parser.getString();
        rejectYamlIndicators(text);
        return new FieldValue.Scalar(line, text);
    }

    private FieldValue fields(int line) {
        Map<String, FieldValue> values = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            int nameLine = line();
            parser.nextToken();
            FieldValue earlier = values.putIfAbsent(name, value(nameLine));
            if (earlier != null) {
                diagnostics.add(nameLine, "項目「" + name + "」が" + earlier.line() + "行目にもあります。どちらか一つにしてください");
            }
        }
        return new FieldValue.Fields(line, values);
    }

    private FieldValue items(int line) {
        List<FieldValue> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            values.add(value(line()));
        }
        return new FieldValue.Items(line, values);
    }

    /**
     * Reports YAML aliases, anchors and tags ({@code *word}, {@code &word}, {@code !word}), which would lose the
     * text.
     */
    private void rejectYamlIndicators(String text) {
        if (parser instanceof YAMLParser yaml
                && (yaml.isCurrentAlias() || yaml.getObjectId() != null || yaml.getTypeId() != null)) {
            diagnostics.add(line(), "値「" + text + "」の頭に *・&・! があります。値の全体を \" で囲んでください");
        }
    }
}
