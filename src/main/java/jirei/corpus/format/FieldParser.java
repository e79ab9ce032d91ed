package jirei.corpus.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jirei.corpus.text.DiagnosticCollector;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.dataformat.yaml.YAMLParser;

/** Reads YAML or JSON into {@link FieldValue}s, keeping the lines and the characters of every value. */
final class FieldParser {
    private final JsonParser parser;
    private final int linesAbove;
    private final DiagnosticCollector faults;

    /**
     * @param linesAbove how many lines of the file stand above the first line that {@code parser} reads
     */
    FieldParser(JsonParser parser, int linesAbove, DiagnosticCollector faults) {
        this.parser = parser;
        this.linesAbove = linesAbove;
        this.faults = faults;
    }

    /**
     * Reads the whole text.
     *
     * @throws tools.jackson.core.JacksonException if the text is broken
     */
    FieldValue read() {
        parser.nextToken();
        FieldValue value = value(line());
        if (parser.nextToken() != null) {
            faults.add(line(), "値の後ろに余分な文字があるため、取り除いてください");
        }
        return value;
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
        refuseAlias(text);
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
                faults.add(nameLine, "項目「" + name + "」が" + earlier.line() + "行目にもあるため、どちらか一つにしてください");
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

    /** YAML takes {@code *word}, {@code &word} and {@code !word} as marks of its own, which would lose what was typed. */
    private void refuseAlias(String text) {
        if (parser instanceof YAMLParser yaml
                && (yaml.isCurrentAlias() || yaml.getObjectId() != null || yaml.getTypeId() != null)) {
            faults.add(line(), "値「" + text + "」の頭に *・&・! があるため、値の全体を \" で囲んでください");
        }
    }
}
