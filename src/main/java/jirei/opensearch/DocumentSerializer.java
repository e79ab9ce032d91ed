package jirei.opensearch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoubleField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.index.DocValuesType;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.NumericUtils;
import tools.jackson.databind.JsonNode;

/** Converts Lucene documents to OpenSearch documents, and their stored fields back. Stateless. */
final class DocumentSerializer {
    private DocumentSerializer() {}

    /** Converts {@code document} of the case {@code caseId}; {@code analyzer} analyzes its text fields. */
    static Map<String, Object> of(Document document, String caseId, Analyzer analyzer) {
        Map<String, Object> indexed = new LinkedHashMap<>();
        Map<String, List<Object>> stored = new LinkedHashMap<>();
        for (IndexableField field : document) {
            if (isText(field)) {
                // empty ones too: norms are written and read much faster if no document lacks the field
                indexed.put(field.name(), PretokenizedText.of(field, analyzer));
            } else if (isIndexed(field)) {
                add(indexed, field.name(), value(field));
            }
            if (field.fieldType().stored() || field.fieldType().pointDimensionCount() > 0) {
                stored.computeIfAbsent(field.name(), name -> new ArrayList<>()).add(value(field));
            }
        }
        // the first section of a case has two types
        boolean isSection = Stream.of(document.getValues("type")).anyMatch(IndexMapping.SECTION::equals);
        indexed.put(
                IndexMapping.JOIN,
                isSection ? Map.of("name", IndexMapping.SECTION, "parent", caseId) : IndexMapping.CASE);
        indexed.put(IndexMapping.STORED, stored);
        return indexed;
    }

    private static boolean isText(IndexableField field) {
        return field.fieldType().tokenized() && field.fieldType().indexOptions() != IndexOptions.NONE;
    }

    private static boolean isIndexed(IndexableField field) {
        return field.fieldType().indexOptions() != IndexOptions.NONE
                || field.fieldType().docValuesType() != DocValuesType.NONE;
    }

    private static Object value(IndexableField field) {
        Number number = field.numericValue();
        BytesRef bytes = field.binaryValue();
        if (number != null) {
            return field instanceof DoubleField ? NumericUtils.sortableLongToDouble(number.longValue()) : number;
        }
        return PretokenizedText.text(bytes == null ? field.stringValue() : bytes.utf8ToString());
    }

    /** Adds a value to a possibly multi-valued field; equal values, added for different uses, are kept once. */
    private static void add(Map<String, Object> fields, String name, Object value) {
        Object existing = fields.get(name);
        if (existing == null) {
            fields.put(name, value);
        } else if (existing instanceof List<?> list) {
            if (!list.contains(value)) {
                List<Object> extended = new ArrayList<>(list);
                extended.add(value);
                fields.put(name, extended);
            }
        } else if (!existing.equals(value)) {
            fields.put(name, List.of(existing, value));
        }
    }

    /** Returns the stored fields of the document with the source {@code source}. */
    static Document stored(JsonNode source) {
        var document = new Document();
        source.path(IndexMapping.STORED).properties().forEach(field -> {
            for (JsonNode value : field.getValue()) {
                document.add(field(field.getKey(), value));
            }
        });
        return document;
    }

    private static StoredField field(String name, JsonNode value) {
        if (value.isIntegralNumber()) {
            return new StoredField(name, value.asInt());
        }
        return value.isNumber() ? new StoredField(name, value.asDouble()) : new StoredField(name, value.asString());
    }
}
